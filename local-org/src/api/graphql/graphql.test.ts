import { UiOrg } from '../ui-api/testing/ui-org';

interface GraphqlBody {
  readonly data: unknown;
  readonly errors: readonly Readonly<Record<string, unknown>>[];
}

describe('GraphQL', () => {
  let ui: UiOrg;
  let acme: string;
  beforeAll(async () => {
    ui = await UiOrg.start();
    acme = await ui.api.create('Account', { Name: 'Acme', Industry: 'Energy', NumberOfEmployees: 1200 });
    const other = await ui.api.create('Account', { Name: 'Zenith', ParentId: acme });
    for (const [name, budget] of Object.entries({ North: 100, South: 250, West: 250 })) {
      await ui.api.create('Site__c', {
        Name: name,
        Budget__c: budget,
        Region__c: name === 'North' ? 'Asia' : 'Europe',
        Account__c: name === 'West' ? other : acme,
        Opens__c: `2026-0${budget / 50}-01`,
        OwnerId: name === 'South' ? ui.userId : undefined,
      });
    }
    await ui.api.create('Task', { Subject: 'Call', WhatId: acme });
  });
  afterAll(() => ui.stop());

  const run = async (query: string, variables?: unknown, asUser = false): Promise<GraphqlBody> => {
    const headers: Record<string, string> = asUser ? { authorization: `Bearer ${ui.userToken}` } : {};
    const { body } = await ui.api.call('POST', '/graphql', { query, variables }, headers);
    return body as GraphqlBody;
  };
  const records = async (
    selection: string,
    variables?: unknown,
    head = '',
  ): Promise<Record<string, unknown>> => {
    const { data, errors } = await run(`query q${head} { uiapi { query { ${selection} } } }`, variables);
    expect(errors).toEqual([]);
    return (data as { uiapi: { query: Record<string, unknown> } }).uiapi.query;
  };
  const names = async (args: string, variables?: unknown, head = ''): Promise<unknown[]> => {
    const query = await records(`Site__c${args} { edges { node { Name { value } } } }`, variables, head);
    const { edges } = query['Site__c'] as { edges: { node: { Name: { value: unknown } } }[] };
    return edges.map(({ node }) => node.Name.value);
  };

  it('answers records with values, display values, parents and children', async () => {
    const query = await records(`
      Account(where: { Name: { eq: "acme" } }) {
        edges { cursor node {
          Id ApiName DisplayValue
          Industry { value label displayValue }
          NumberOfEmployees { value displayValue }
          Owner { Alias { value } }
          Sites__r(first: 1, orderBy: { Budget__c: { order: DESC } }) {
            totalCount
            edges { node { Name { value } Account__r { Name { value } Parent { Id } } } }
            pageInfo { hasNextPage }
          }
        } }
        totalCount
      }`);
    expect(query['Account']).toEqual({
      edges: [
        {
          cursor: 'djE6MA==',
          node: {
            Id: acme,
            ApiName: 'Account',
            DisplayValue: 'Acme',
            Industry: { value: 'Energy', label: 'Energy', displayValue: 'Energy' },
            NumberOfEmployees: { value: 1200, displayValue: '1,200' },
            Owner: { Alias: { value: expect.any(String) } },
            Sites__r: {
              totalCount: 2,
              edges: [
                { node: { Name: { value: 'South' }, Account__r: { Name: { value: 'Acme' }, Parent: null } } },
              ],
              pageInfo: { hasNextPage: true },
            },
          },
        },
      ],
      totalCount: 1,
    });
  });

  it.each([
    ['(orderBy: { Name: { order: DESC } })', ['West', 'South', 'North']],
    [
      '(orderBy: { Account__r: { Name: { order: ASC } }, Name: { order: DESC } })',
      ['South', 'North', 'West'],
    ],
    ['(where: { Budget__c: { gt: 100 } })', ['South', 'West']],
    [
      '(where: { or: [{ Name: { like: "N%" } }, { Account__r: { Name: { eq: "Zenith" } } }] })',
      ['North', 'West'],
    ],
    ['(where: { not: { Name: { in: ["North", "South"] } } })', ['West']],
    ['(where: { Region__c: { ne: "Asia" }, Budget__c: { lte: 250, gte: 250 } })', ['South', 'West']],
    ['(where: { Opens__c: { lt: { value: "2026-03-01" } } })', ['North']],
    ['(where: { Opens__c: { eq: { literal: NEXT_YEAR } } })', []],
    ['(where: { CreatedDate: { gte: { range: { last_n_days: 2 } } } })', ['North', 'South', 'West']],
    [
      '(where: { Account__c: { inq: { Account: { Industry: { eq: "Energy" } }, ApiName: "Id" } } })',
      ['North', 'South'],
    ],
    ['(scope: MINE)', ['North', 'West']],
    [
      '(orderBy: { Budget__c: { order: DESC, nulls: LAST }, Name: { order: ASC } })',
      ['South', 'West', 'North'],
    ],
    ['(first: 1, after: "djE6MA==")', ['South']],
  ])('takes %s', async (args, expected) => {
    const found = await names(args);
    expect(args.includes('orderBy') || args.includes('first') ? found : [...found].sort()).toEqual(expected);
  });

  it('takes variables and fragments, and skips what directives leave out', async () => {
    const args = '(where: $where, first: $first)';
    const head = '($where: Site__c_Filter, $first: Int)';
    const variables = { where: { Account__r: { Name: { eq: 'Acme' } }, Budget__c: { gt: 200 } }, first: 5 };
    expect(await names(args, variables, head)).toEqual(['South']);
    const { data } = await run(
      `query a($more: Boolean!) { uiapi { query { Site__c(first: 1) { edges { node { ...site Budget__c @include(if: $more) { value } } } } } } }
       fragment site on Site__c { Name { value } }`,
      { more: false },
    );
    expect(data).toEqual({
      uiapi: { query: { Site__c: { edges: [{ node: { Name: { value: 'North' } } }] } } },
    });
  });

  it('follows a reference to several objects to the object behind it', async () => {
    const query = await records(`
      Task { edges { node { Subject { value } What { ... on Account { Name { value } ApiName } } Owner { ... on User { Alias { value } } } } } }`);
    expect(query['Task']).toMatchObject({
      edges: [{ node: { What: { Name: { value: 'Acme' }, ApiName: 'Account' }, Owner: { Alias: {} } } }],
    });
  });

  it('aggregates with and without groups', async () => {
    const { data, errors } = await run(`{ uiapi { aggregate {
      Site__c(groupBy: { Region__c: { group: true } }, orderBy: { Region__c: { order: ASC } }) {
        edges { node { aggregate {
          Region__c { value label }
          Budget__c { sum { value displayValue } avg { value } max { value } }
          Id { count { value } }
        } } }
        totalCount
      }
      Account { edges { node { aggregate { NumberOfEmployees { avg { value } } Name { countDistinct { value displayValue } } } } } totalCount }
    } } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      uiapi: {
        aggregate: {
          Site__c: {
            edges: [
              {
                node: {
                  aggregate: {
                    Region__c: { value: 'Europe', label: 'Europe label' },
                    Budget__c: {
                      sum: { value: 500, displayValue: '$500.00' },
                      avg: { value: 250 },
                      max: { value: 250 },
                    },
                    Id: { count: { value: 2 } },
                  },
                },
              },
              expect.objectContaining({
                node: {
                  aggregate: expect.objectContaining({ Region__c: { value: 'Asia', label: 'Asia label' } }),
                },
              }),
            ],
            totalCount: 2,
          },
          Account: {
            edges: [
              {
                node: {
                  aggregate: {
                    NumberOfEmployees: { avg: { value: 1200 } },
                    Name: { countDistinct: { value: 2, displayValue: '2' } },
                  },
                },
              },
            ],
            totalCount: 2,
          },
        },
      },
    });
  });

  it('shows a user only what is open to the user', async () => {
    const secret =
      '{ uiapi { query { Site__c { edges { node { Name { value } Secret__c { value } } } } } } }';
    expect(await run(secret, {}, true)).toMatchObject({
      data: null,
      errors: [
        { message: expect.stringContaining('Secret__c'), extensions: { ErrorType: 'ValidationError' } },
      ],
    });
    const optional = secret.replace('Secret__c {', 'Secret__c @optional {');
    expect((await run(optional, {}, true)).data).toEqual({
      uiapi: { query: { Site__c: { edges: [{ node: { Name: { value: 'South' } } }] } } },
    });
    const filter =
      '{ uiapi { query { Site__c(where: { Secret__c: { eq: "s" } }) { edges { node { Id } } } } } }';
    expect((await run(filter, {}, true)).errors).toHaveLength(1);
  });

  it.each([
    ['{ uiapi {', 'InvalidSyntax', 'Syntax Error: Expected Name, found <EOF>.'],
    [
      '{ uiapi { query { Nothing__c { totalCount } } } }',
      'ValidationError',
      'Cannot query field "Nothing__c"',
    ],
    [
      '{ uiapi { query { Account { edges { node { Name } } } } } }',
      'ValidationError',
      'must have a selection',
    ],
    ['{ uiapi { query { Account(first: 0) { totalCount } } } }', 'DataFetchingException', 'first must be'],
    ['{ uiapi { query { Account(after: "x") { totalCount } } } }', 'DataFetchingException', 'Invalid cursor'],
    [
      '{ uiapi { query { Account(scope: TEAM) { totalCount } } } }',
      'OperationNotSupported',
      'GraphQL: scope TEAM',
    ],
    [
      '{ uiapi { aggregate { Account { edges { node { aggregate { Name { value } } } } } } } }',
      'DataFetchingException',
      'must be grouped by',
    ],
  ])('answers %s with %s', async (query, ErrorType, message) => {
    const { errors } = await run(query);
    expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { ErrorType } }]);
  });

  it('answers object infos, related lists and the schema itself', async () => {
    const { data, errors } = await run(`{ uiapi {
      objectInfos(apiNames: ["Site__c"]) { ApiName label fields { ApiName dataType required } recordTypeInfos { name } }
      relatedListByName(parentApiName: "Account", relatedListName: "Contacts") { childApiName displayColumns { fieldApiName } }
    } }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      uiapi: {
        objectInfos: [
          { ApiName: 'Site__c', label: 'Site', recordTypeInfos: expect.arrayContaining([{ name: 'Depot' }]) },
        ],
        relatedListByName: {
          childApiName: 'Contact',
          displayColumns: [{ fieldApiName: 'Name' }, { fieldApiName: 'Email' }],
        },
      },
    });
    const schema = await run(
      '{ __type(name: "Site__c") { fields { name } } __schema { mutationType { name } } }',
    );
    expect(schema.errors).toEqual([]);
    expect(schema.data).toMatchObject({
      __type: { fields: expect.arrayContaining([{ name: 'Budget__c' }, { name: 'Account__r' }]) },
      __schema: { mutationType: { name: 'Mutation' } },
    });
  });

  it('creates, changes and deletes records', async () => {
    const created = await run(
      `mutation make($input: Site__cCreateInput!) { uiapi { Site__cCreate(input: $input) { Record { Id Name { value } Twice__c { value } } } } }`,
      { input: { Site__c: { Name: 'Made', Budget__c: 7 } } },
    );
    expect(created).toMatchObject({
      data: { uiapi: { Site__cCreate: { Record: { Name: { value: 'Made' }, Twice__c: { value: 14 } } } } },
      errors: [],
    });
    const { Id } = (created.data as { uiapi: { Site__cCreate: { Record: { Id: string } } } }).uiapi
      .Site__cCreate.Record;
    const changed = await run(
      `mutation { uiapi { Site__cUpdate(input: { Id: "${Id}", Site__c: { Name: "Changed" } }) { success Record { Name { value } } } } }`,
    );
    expect(changed.data).toEqual({
      uiapi: { Site__cUpdate: { success: true, Record: { Name: { value: 'Changed' } } } },
    });
    const deleted = await run(`mutation { uiapi { Site__cDelete(input: { Id: "${Id}" }) { Id } } }`);
    expect(deleted).toEqual({ data: { uiapi: { Site__cDelete: { Id } } }, errors: [] });
  });

  it('undoes all operations when one fails, unless told otherwise, and lets later ones refer to earlier ones', async () => {
    const body = (input: string): string => `mutation { uiapi${input} {
      parent: AccountCreate(input: { Account: { Name: "Group" } }) { Record { Id } }
      child: Site__cCreate(input: { Site__c: { Name: "Part", Account__c: "@{parent}" } }) { Record { Account__r { Name { value } } } }
      wrong: Site__cCreate(input: { Site__c: { Name: "Wrong", Budget__c: -1 } }) { Record { Id } }
    } }`;
    const undone = await run(body(''));
    expect(undone.data).toEqual({ uiapi: { parent: null, child: null, wrong: null } });
    expect(undone.errors).toMatchObject([
      {
        message: 'The budget must not be negative.',
        path: ['uiapi', 'wrong'],
        extensions: {
          ErrorType: 'ExecutionAborted',
          errors: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Budget__c'] }],
        },
      },
      { path: ['uiapi', 'parent'], message: expect.stringContaining('rolled back') },
      { path: ['uiapi', 'child'] },
    ]);
    expect((await ui.api.query("SELECT Id FROM Account WHERE Name = 'Group'")).totalSize).toBe(0);
    const kept = await run(body('(input: { allOrNone: false })'));
    expect(kept.data).toMatchObject({
      uiapi: { child: { Record: { Account__r: { Name: { value: 'Group' } } } }, wrong: null },
    });
    expect(kept.errors).toHaveLength(1);
  });
});
