import { unzipSync } from 'fflate';
import { RunningApi } from '../testing/running-api';
import { elementOf, listOf, textOf, type SoapElement } from '../soap/soap-envelope';
import { SoapClient } from '../soap/testing/soap-client';
import { objectZip, packageXml, zipOf } from './testing/package-zip';

describe('Metadata API over SOAP', () => {
  let api: RunningApi;
  let soap: SoapClient;
  beforeAll(async () => {
    api = await RunningApi.start();
    soap = new SoapClient(api, '/services/Soap/m/67.0');
  });
  afterAll(() => api.stop());

  const deploy = async (zip: Uint8Array, options = ''): Promise<SoapElement> => {
    const content =
      `<ZipFile>${Buffer.from(zip).toString('base64')}</ZipFile>` +
      `<DeployOptions><rollbackOnError>true</rollbackOnError><singlePackage>true</singlePackage>${options}</DeployOptions>`;
    const queued = await soap.result('deploy', content);
    expect(queued).toEqual({ done: 'false', id: expect.stringMatching(/^0Af/), state: 'Queued' });
    await api.org.metadata.idle();
    const status = `<asyncProcessId>${String(queued['id'])}</asyncProcessId><includeDetails>true</includeDetails>`;
    return soap.result('checkDeployStatus', status);
  };
  const messages = (result: SoapElement, kind: 'componentSuccesses' | 'componentFailures'): SoapElement[] =>
    listOf(elementOf(result['details'])[kind]).map(elementOf);
  const describeStatus = async (objectName: string): Promise<number> =>
    (await api.call('GET', `/sobjects/${objectName}/describe`)).status;

  it('deploy: creates an object with its children, each reported for itself', async () => {
    const result = await deploy(objectZip('Part__c', 'Quantity__c &lt; 1'));
    expect(result).toMatchObject({ done: 'true', success: 'true', status: 'Succeeded', checkOnly: 'false' });
    const successes = messages(result, 'componentSuccesses').map(({ componentType, fullName, created }) =>
      [componentType, fullName, created].join(' '),
    );
    expect(successes).toEqual(
      expect.arrayContaining([
        'CustomObject Part__c true',
        'CustomField Part__c.Quantity__c true',
        'ValidationRule Part__c.Quantity_Positive true',
      ]),
    );
    expect(api.org.schema().find('Part__c')?.field('Quantity__c')?.precision).toBe(6);
  });

  it('deploy: changes nothing with checkOnly', async () => {
    const result = await deploy(objectZip('Checked__c', 'false'), '<checkOnly>true</checkOnly>');
    expect(result).toMatchObject({ status: 'Succeeded', checkOnly: 'true' });
    expect(await describeStatus('Checked__c')).toBe(404);
  });

  it('deploy: leaves the org as it was when a component fails', async () => {
    const result = await deploy(objectZip('Broken__c', 'Nope__c &gt; 1'));
    expect(result).toMatchObject({ done: 'true', success: 'false', status: 'Failed' });
    expect(messages(result, 'componentFailures')[0]).toMatchObject({
      componentType: 'ValidationRule',
      fullName: 'Broken__c.Quantity_Positive',
      fileName: 'objects/Broken__c.object',
      problem: expect.stringContaining('Nope__c'),
      problemType: 'Error',
      success: 'false',
    });
    expect(await describeStatus('Broken__c')).toBe(404);
  });

  it('deployRecentValidation: deploys what a check validated', async () => {
    const validated = await deploy(objectZip('Quick__c', 'false'), '<checkOnly>true</checkOnly>');
    const reply = await soap.call(
      'deployRecentValidation',
      `<validationId>${String(validated['id'])}</validationId>`,
    );
    expect(reply.content['result']).toMatch(/^0Af/);
    await api.org.metadata.idle();
    expect(api.org.schema().find('Quick__c')).toBeDefined();
  });

  it('deploy: deletes what destructiveChanges names', async () => {
    await deploy(objectZip('Doomed__c', 'false'));
    const result = await deploy(
      zipOf({
        'package.xml': packageXml({}),
        'destructiveChangesPost.xml': packageXml({ CustomObject: ['Doomed__c'] }),
      }),
    );
    expect(result).toMatchObject({ success: 'true' });
    expect(
      messages(result, 'componentSuccesses').map(({ fullName, deleted }) => [fullName, deleted]),
    ).toContainEqual(['Doomed__c', 'true']);
    expect(await describeStatus('Doomed__c')).toBe(404);
  });

  it('retrieve: answers deployed components as a zip', async () => {
    const request =
      '<retrieveRequest><apiVersion>67.0</apiVersion><unpackaged><types><members>Part__c</members><name>CustomObject</name></types><version>67.0</version></unpackaged></retrieveRequest>';
    const { id } = await soap.result('retrieve', request);
    await api.org.metadata.idle();
    const result = await soap.result('checkRetrieveStatus', `<asyncProcessId>${String(id)}</asyncProcessId>`);
    expect(result).toMatchObject({ done: 'true', success: 'true', status: 'Succeeded' });
    const files = unzipSync(Buffer.from(textOf(result['zipFile']) ?? '', 'base64'));
    expect(Object.keys(files).sort()).toEqual([
      'unpackaged/objects/Part__c.object',
      'unpackaged/package.xml',
    ]);
    expect(Buffer.from(files['unpackaged/objects/Part__c.object'] ?? []).toString()).toContain('Quantity__c');
  });

  it('listMetadata: lists deployed components of each type asked for', async () => {
    const queries = ['CustomField', 'ValidationRule', 'Layout'].map(
      (type) => `<queries><type>${type}</type></queries>`,
    );
    const results = await soap.results('listMetadata', `${queries.join('')}<asOfVersion>67.0</asOfVersion>`);
    const listed = results.map(elementOf).map(({ type, fullName }) => [type, fullName].join(' '));
    expect(listed).toEqual(
      expect.arrayContaining(['CustomField Part__c.Quantity__c', 'ValidationRule Part__c.Quantity_Positive']),
    );
  });

  it('describeMetadata: names types with their folders', async () => {
    const result = await soap.result('describeMetadata', '<asOfVersion>67.0</asOfVersion>');
    const types = listOf(result['metadataObjects']).map(elementOf);
    const object = types.find(({ xmlName }) => xmlName === 'CustomObject');
    expect(object).toMatchObject({ directoryName: 'objects', suffix: 'object' });
    expect(listOf(object?.['childXmlNames'])).toContain('CustomField');
  });

  it('refuses unknown ids, unknown test levels and operations it does not have', async () => {
    const unknown = await soap.call('checkDeployStatus', '<asyncProcessId>0Af000000zzzzzz</asyncProcessId>');
    expect(unknown.content['faultcode']).toBe('sf:INVALID_CROSS_REFERENCE_KEY');
    const missing = await soap.call('checkDeployStatus');
    expect(missing.content['faultcode']).toBe('sf:REQUIRED_FIELD_MISSING');
    const level = await soap.call(
      'deploy',
      '<ZipFile></ZipFile><DeployOptions><testLevel>Some</testLevel></DeployOptions>',
    );
    expect(level.content['faultcode']).toBe('sf:INVALID_TYPE');
    const operation = await soap.call('renameMetadata');
    expect([operation.status, operation.content['faultcode']]).toEqual([501, 'sf:LOCAL_ORG_UNSUPPORTED']);
  });
});
