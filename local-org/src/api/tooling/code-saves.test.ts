import { RunningApi, type Answer } from '../testing/running-api';

interface Rows {
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

describe('Tooling API: saves of code', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
  });
  afterAll(() => api.stop());

  const post = (object: string, values: unknown): Promise<Answer> =>
    api.call('POST', `/tooling/sobjects/${object}`, values);
  const idOf = ({ body }: Answer): string => (body as { id: string }).id;
  const rows = async (soql: string): Promise<Rows['records']> => {
    const { body } = await api.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}`);
    return (body as Rows).records.map(({ attributes: _attributes, ...fields }) => fields);
  };
  const says = async (): Promise<unknown> => {
    const block = encodeURIComponent('Assert.areEqual(null, Speaker.says());');
    const { body } = await api.call('GET', `/tooling/executeAnonymous?anonymousBody=${block}`);
    return (body as { exceptionMessage: string }).exceptionMessage.split(' ').at(-1);
  };
  const speaker = (word: string): string =>
    `/* class Wrong */ public class Speaker {\n  public static String says() {\n    return ${word};\n  }\n}`;

  it('POST, PATCH and DELETE of ApexClass: compile, and keep what compiles', async () => {
    const created = await post('ApexClass', { Body: speaker("'one'") });
    expect(created).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^01p/), success: true },
    });
    expect(await says()).toBe('one');
    const path = `/tooling/sobjects/ApexClass/${idOf(created)}`;
    expect((await api.call('PATCH', path, { Body: speaker("'two'") })).status).toBe(204);
    expect(await says()).toBe('two');
    expect(await api.call('PATCH', path, { Body: speaker('unknown') })).toMatchObject({
      status: 400,
      body: [{ message: 'Variable does not exist: unknown (line 3, column 12)', errorCode: 'INVALID_INPUT' }],
    });
    expect(await says()).toBe('two');
    expect(await rows('SELECT Name, ApiVersion, Body FROM ApexClass')).toEqual([
      { Name: 'Speaker', ApiVersion: 67, Body: speaker("'two'") },
    ]);
    expect((await api.call('GET', path)).body).toMatchObject({
      attributes: { type: 'ApexClass', url: `/services/data/v67.0${path}` },
      Status: 'Active',
      Body: speaker("'two'"),
    });
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect(await rows('SELECT Id FROM ApexClass')).toEqual([]);
    expect((await api.call('PATCH', path, {})).status).toBe(404);
  });

  it('POST of ApexTrigger: it fires', async () => {
    const Body = "trigger Named on Account (before insert) { Trigger.new[0].Site = 'set'; }";
    const created = await post('ApexTrigger', { Name: 'Named', TableEnumOrId: 'Account', Body });
    expect(idOf(created)).toMatch(/^01q/);
    await api.create('Account', { Name: 'A' });
    expect((await api.query('SELECT Site FROM Account')).records).toMatchObject([{ Site: 'set' }]);
    await api.call('DELETE', `/tooling/sobjects/ApexTrigger/${idOf(created)}`);
  });

  it('a container: its members are checked, told what is wrong, and saved together', async () => {
    const created = await post('ApexClass', { Body: speaker("'kept'") });
    const MetadataContainerId = idOf(await post('MetadataContainer', { Name: 'Workspace' }));
    const member = await post('ApexClassMember', {
      MetadataContainerId,
      ContentEntityId: idOf(created),
      Body: speaker('Other.WORD'),
    });
    const run = async (IsCheckOnly: boolean): Promise<unknown> => {
      const id = idOf(await post('ContainerAsyncRequest', { MetadataContainerId, IsCheckOnly }));
      return (await api.call('GET', `/tooling/sobjects/ContainerAsyncRequest/${id}`)).body;
    };
    expect(await run(false)).toMatchObject({
      Id: expect.stringMatching(/^1dr/),
      State: 'Failed',
      DeployDetails: {
        componentFailures: [
          {
            fullName: 'Speaker',
            componentType: 'ApexClass',
            problem: 'Variable does not exist: Other',
            lineNumber: 3,
            columnNumber: 18,
          },
        ],
      },
    });
    await post('ApexClassMember', {
      MetadataContainerId,
      FullName: 'Other',
      Metadata: { apiVersion: 66, status: 'Active' },
      Body: "public class Other { public static final String WORD = 'new'; }",
    });
    expect(await run(true)).toMatchObject({ State: 'Completed', IsCheckOnly: true });
    expect(await says()).toBe('kept');
    const completed = (await run(false)) as { Id: string };
    expect(completed).toMatchObject({ State: 'Completed', ErrorMsg: null });
    expect(await says()).toBe('new');
    expect(
      await rows(`SELECT MetadataContainerId FROM ApexClassMember WHERE Id = '${idOf(member)}'`),
    ).toEqual([{ MetadataContainerId: completed.Id }]);
    expect(await rows("SELECT ApiVersion FROM ApexClass WHERE Name = 'Other'")).toEqual([{ ApiVersion: 66 }]);
  });

  it('needs the permission to author Apex; symbol tables are refused by name', async () => {
    const token = await api.loginAs('rep@local.org', 'Standard User');
    const headers = { authorization: `Bearer ${token}` };
    expect(
      (await api.call('POST', '/tooling/sobjects/ApexClass', { Body: 'class A {}' }, headers)).status,
    ).toBe(403);
    expect((await api.call('GET', '/tooling/query?q=SELECT+SymbolTable+FROM+ApexClass')).status).toBe(501);
  });
});
