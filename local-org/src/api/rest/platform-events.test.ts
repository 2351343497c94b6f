import { BulkClient } from '../bulk/testing/bulk-client';
import { SoapClient } from '../soap/testing/soap-client';
import { RunningApi } from '../testing/running-api';

const METADATA = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const TOLD = `<CustomObject ${METADATA}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType>
  <fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length><required>true</required></fields>
  <label>Told</label><pluralLabel>Tolds</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`;
const PACKAGE = `<Package ${METADATA}><types><members>Told__e</members><name>CustomObject</name></types><version>67.0</version></Package>`;

describe('platform events', () => {
  let api: RunningApi;
  let before: number;
  /** Texts of the events published in the test. */
  const texts = (): unknown[] =>
    api.org.events.read({ after: before }).map(({ payload }) => payload['Text__c']);
  const uuid = (): string | undefined => api.org.events.read({ after: before })[0]?.eventUuid;
  const ID: unknown = expect.stringMatching(/^e\w{17}$/);
  const enqueued = (message: unknown): unknown => [{ statusCode: 'OPERATION_ENQUEUED', message, fields: [] }];

  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy({ 'package.xml': PACKAGE, 'objects/Told__e.object': TOLD });
  });
  beforeEach(() => {
    before = api.org.events.positionOf('LATEST');
  });
  afterAll(() => api.stop());

  it('are published by POST, which answers an id and the event UUID', async () => {
    const answer = await api.call('POST', '/sobjects/Told__e', { Text__c: 'A' });
    expect(answer).toMatchObject({
      status: 201,
      body: { id: ID, success: true, errors: enqueued(uuid()) },
    });
    expect(texts()).toEqual(['A']);
  });

  it('are refused by POST without a required field', async () => {
    expect(await api.call('POST', '/sobjects/Told__e', {})).toMatchObject({
      status: 400,
      body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Text__c'] }],
    });
    expect(texts()).toEqual([]);
  });

  it('are published by a collection', async () => {
    const records = ['A', 'B'].map((Text__c) => ({ attributes: { type: 'Told__e' }, Text__c }));
    expect(await api.call('POST', '/composite/sobjects', { records })).toMatchObject({
      status: 200,
      body: records.map(() => ({ id: ID, success: true, errors: enqueued(expect.any(String)) })),
    });
    expect(texts()).toEqual(['A', 'B']);
  });

  it.each([
    [true, []],
    [false, ['A']],
  ])(
    'by composite with allOrNone %s: a failing request leaves %j published',
    async (allOrNone, published) => {
      const url = '/services/data/v67.0/sobjects/Told__e';
      const compositeRequest = ['A', null].map((Text__c, index) => ({
        ...{ method: 'POST', url, referenceId: `r${index}` },
        body: { Text__c },
      }));
      await api.call('POST', '/composite', { allOrNone, compositeRequest });
      expect(texts()).toEqual(published);
    },
  );

  it('are published by SOAP create', async () => {
    const content = '<sObjects><type>Told__e</type><Text__c>A</Text__c></sObjects>';
    const results = await new SoapClient(api).results('create', content);
    expect(results).toEqual([
      { errors: { message: uuid(), statusCode: 'OPERATION_ENQUEUED' }, id: ID, success: 'true' },
    ]);
    expect(texts()).toEqual(['A']);
  });

  it('are published by a Bulk insert', async () => {
    const job = await new BulkClient(api).run(
      { object: 'Told__e', operation: 'insert', lineEnding: 'LF' },
      'Text__c\nA\n""\n',
    );
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(texts()).toEqual(['A']);
  });

  it.each([
    ['GET', 404, { errorCode: 'NOT_FOUND' }],
    ['PATCH', 400, { message: 'entity type cannot be updated: Told' }],
    ['DELETE', 400, { message: 'entity type cannot be deleted: Told' }],
  ])('are not reached by id: %s', async (method, status, error) => {
    const id = await api.create('Told__e', { Text__c: 'A' });
    const answer = await api.call(method, `/sobjects/Told__e/${id}`, method === 'PATCH' ? {} : undefined);
    expect(answer).toMatchObject({ status, body: [error] });
  });
});
