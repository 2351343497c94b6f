import { TestOrg } from '../../org/testing/test-org';
import type { PageItem, PageModel } from './page-model';
import { Pages, type PageRequest } from './pages';

type Criterion = readonly [left: string, operator: string, right: string];

const item = (
  componentName: string,
  criteria: readonly Criterion[] = [],
  booleanFilter?: string,
): object => ({
  componentInstance: {
    componentName,
    identifier: componentName,
    ...(criteria.length > 0 && {
      visibilityRule: {
        ...(booleanFilter !== undefined && { booleanFilter }),
        criteria: criteria.map(([leftValue, operator, rightValue]) => ({ leftValue, operator, rightValue })),
      },
    }),
  },
});
const namesOf = (items: readonly PageItem[]): string[] =>
  items.map((one) => (one.kind === 'component' ? one.name : one.field));

describe('Pages', () => {
  let test: TestOrg;
  let pages: Pages;
  const request = (user = test.admin): PageRequest => ({ user, formFactor: 'Large', app: null });
  /** The names of the components of a record's page that are visible. */
  const shown = async (
    components: readonly object[],
    values: Record<string, string | number>,
  ): Promise<string[]> => {
    await test.deploy({
      'flexipages/Acc.flexipage': page(components) as never,
      'objects/Account.object': {
        actionOverrides: [{ actionName: 'View', content: 'Acc', formFactor: 'Large', type: 'Flexipage' }],
      },
    });
    const [id = ''] = test.insert('Account', [{ Name: 'Acme', ...values }]);
    return namesOf(pages.recordPage(id, request()).regions[0]?.items ?? []);
  };
  const page = (items: readonly object[], facet: readonly object[] = []): object => ({
    masterLabel: 'Acc',
    sobjectType: 'Account',
    template: { name: 'flexipage:recordHomeTemplateDesktop' },
    type: 'RecordPage',
    flexiPageRegions: [
      { name: 'main', type: 'Region', itemInstances: items },
      ...(facet.length > 0 ? [{ name: 'inside', type: 'Facet', itemInstances: facet }] : []),
    ],
  });

  beforeEach(() => {
    test = new TestOrg();
    pages = new Pages(test.org, () => undefined);
  });
  afterEach(() => test.org.close());

  it('shows what the rules of the page let the record have', async () => {
    const industry: Criterion = ['{!Record.Industry}', 'EQUAL', 'Energy'];
    const revenue: Criterion = ['{!Record.AnnualRevenue}', 'GE', '1000'];
    const form: Criterion = ['{!$Client.FormFactor}', 'NE', 'Large'];
    const components = [
      item('force:detailPanel'),
      item('force:highlightsPanel', [industry]),
      item('flexipage:richText', [industry, revenue], '1 AND NOT 2'),
      item('force:relatedListContainer', [form]),
      item('runtime_sales_activities:activityPanel', [
        ['{!$Permission.StandardPermission.ModifyAllData}', 'EQUAL', 'true'],
      ]),
      item('flexipage:filterListCard', [['{!Record.Owner.Name}', 'CONTAINS', 'admin']]),
    ];
    expect(await shown(components, { Industry: 'Energy', AnnualRevenue: 1000 })).toEqual([
      'force:detailPanel',
      'force:highlightsPanel',
      'runtime_sales_activities:activityPanel',
      'flexipage:filterListCard',
    ]);
  });

  it('tells which records decide what is shown', async () => {
    await test.deploy({
      'flexipages/Acc.flexipage': page([
        item('force:detailPanel', [['{!Record.Parent.Owner.Name}', 'EQUAL', 'Nobody']]),
        item('flexipage:richText', [['{!$User.Profile.Name}', 'NE', 'Nobody']]),
      ]) as never,
      'objects/Account.object': {
        actionOverrides: [{ actionName: 'View', content: 'Acc', formFactor: 'Large', type: 'Flexipage' }],
      },
    });
    const [parent = ''] = test.insert('Account', [{ Name: 'Above' }]);
    const [id = ''] = test.insert('Account', [{ Name: 'Acme', ParentId: parent }]);
    const { dependsOn } = pages.recordPage(id, request());
    expect(dependsOn).toEqual([id, parent, test.admin.id, test.admin.profileId]);
  });

  it('leaves out what is made for other devices', async () => {
    const components = [item('force:detailPanel'), item('force:recordDetailPanelMobile')];
    expect(await shown(components, {})).toEqual(['force:detailPanel']);
  });

  it('puts facets into their components, and lists of properties less what is hidden', async () => {
    const holder = {
      componentInstance: {
        componentName: 'flexipage:tab',
        componentInstanceProperties: [
          { name: 'body', value: 'inside' },
          { name: 'title', value: 'Details' },
          {
            name: 'actionNames',
            valueList: {
              valueListItems: [
                { value: 'Edit' },
                {
                  value: 'Delete',
                  visibilityRule: {
                    criteria: [{ leftValue: '{!Record.Name}', operator: 'EQUAL', rightValue: 'No' }],
                  },
                },
              ],
            },
          },
        ],
      },
    };
    await test.deploy({
      'flexipages/Acc.flexipage': page([holder], [item('force:detailPanel')]) as never,
      'objects/Account.object': {
        actionOverrides: [{ actionName: 'View', content: 'Acc', formFactor: 'Large', type: 'Flexipage' }],
      },
    });
    const [id = ''] = test.insert('Account', [{ Name: 'Acme' }]);
    const model: PageModel = pages.recordPage(id, request());
    expect(model).toMatchObject({
      page: 'Acc',
      title: 'Acme',
      context: { recordId: id, objectApiName: 'Account' },
      dependsOn: [id],
    });
    expect(model.regions[0]?.items).toEqual([
      {
        kind: 'component',
        name: 'flexipage:tab',
        key: 'main/0',
        properties: { title: 'Details', actionNames: ['Edit'] },
        facets: { body: [expect.objectContaining({ name: 'force:detailPanel' })] },
      },
    ]);
  });

  it('has the platform page for an object without one, and none for records that the user may not see', () => {
    const [id = ''] = test.insert('Account', [{ Name: 'Acme' }]);
    expect(pages.recordPage(id, request())).toMatchObject({ page: null, type: 'record', title: 'Acme' });
    const stranger = test.addUser('stranger', { profile: 'Minimum Access - Salesforce' });
    expect(() => pages.recordPage(id, request(stranger))).toThrow('The requested resource does not exist');
    expect(() => pages.recordPage('001000000000999AAA', request())).toThrow(
      'The requested resource does not exist',
    );
  });
});
