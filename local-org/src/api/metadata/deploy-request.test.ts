import { RunningApi, type Answer } from '../testing/running-api';
import { objectZip } from './testing/package-zip';

const PATH = '/services/data/v67.0/metadata/deployRequest';

describe('deploys over REST', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
  });
  afterAll(() => api.stop());

  const post = async (zip: Uint8Array, deployOptions: object): Promise<Answer> => {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(zip)], { type: 'application/zip' }), 'package.xml');
    form.append(
      'entity_content',
      new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }),
    );
    const response = await fetch(api.url + PATH, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}` },
      body: form,
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const finished = async (id: string): Promise<unknown> => {
    await api.org.metadata.idle();
    return (await api.call('GET', `/metadata/deployRequest/${id}?includeDetails=true`)).body;
  };

  it('answer an id, then the result with its details', async () => {
    const { status, body } = await post(objectZip('Part__c', 'false'), { singlePackage: true });
    const { id } = body as { id: string };
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^0Af/),
      deployOptions: { rollbackOnError: true },
    });
    expect(await finished(id)).toMatchObject({
      id,
      deployResult: {
        id,
        done: true,
        success: true,
        status: 'Succeeded',
        details: {
          componentFailures: [],
          componentSuccesses: expect.arrayContaining([
            expect.objectContaining({ componentType: 'CustomObject', fullName: 'Part__c', created: true }),
          ]),
        },
      },
    });
  });

  it('change nothing with checkOnly, and deploy the validation later', async () => {
    const { body } = await post(objectZip('Later__c', 'false'), { singlePackage: true, checkOnly: true });
    const { id } = body as { id: string };
    expect(await finished(id)).toMatchObject({ deployResult: { checkOnly: true, success: true } });
    expect(api.org.schema().find('Later__c')).toBeUndefined();
    const quick = await api.call('POST', '/metadata/deployRequest', { validatedDeployRequestId: id });
    expect(quick.status).toBe(201);
    expect((await api.call('POST', '/metadata/deployRequest', {})).status).toBe(400);
    await finished((quick.body as { id: string }).id);
    expect(api.org.schema().find('Later__c')).toBeDefined();
  });

  it('leave the org as it was when they fail', async () => {
    const { body } = await post(objectZip('Broken__c', 'Nope__c'), { singlePackage: true });
    expect(await finished((body as { id: string }).id)).toMatchObject({
      deployResult: {
        success: false,
        status: 'Failed',
        details: { componentFailures: [{ problemType: 'Error' }] },
      },
    });
    expect(api.org.schema().find('Broken__c')).toBeUndefined();
  });

  it('refuse a file that is no zip, and options that are no JSON', async () => {
    const noZip = await post(new Uint8Array([1, 2, 3]), { singlePackage: true });
    const { id } = noZip.body as { id: string };
    expect(await finished(id)).toMatchObject({
      deployResult: { done: true, success: false, status: 'Failed' },
    });
    const broken = await api.send('POST', PATH, {
      text: '--B\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nx\r\n--B\r\nContent-Disposition: form-data; name="entity_content"\r\n\r\n{\r\n--B--\r\n',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'multipart/form-data; boundary=B' },
    });
    expect([broken.status, broken.body]).toMatchObject([400, [{ errorCode: 'JSON_PARSER_ERROR' }]]);
  });

  it('refuse a request without its parts', async () => {
    const response = await fetch(api.url + PATH, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}` },
      body: new FormData(),
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      [{ errorCode: 'INVALID_MULTIPART_REQUEST' }],
    ]);
  });
});
