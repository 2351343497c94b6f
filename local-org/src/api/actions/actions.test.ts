import { strToU8, zipSync } from 'fflate';
import { RunningApi } from '../testing/running-api';

const FLOW = `<?xml version="1.0" encoding="UTF-8"?>
<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>67.0</apiVersion>
  <label>Large Order</label>
  <processType>AutoLaunchedFlow</processType>
  <recordCreates>
    <name>Make</name><label>Make</label><locationX>0</locationX><locationY>0</locationY>
    <assignRecordIdToReference>accountId</assignRecordIdToReference>
    <inputAssignments><field>Name</field><value><elementReference>customer</elementReference></value></inputAssignments>
    <object>Account</object>
  </recordCreates>
  <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Make</targetReference></connector></start>
  <status>Active</status>
  <variables><name>customer</name><dataType>String</dataType><isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput></variables>
  <variables><name>accountId</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>true</isOutput></variables>
</Flow>`;
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
  <types><members>Large_Order</members><name>Flow</name></types><version>67.0</version>
</Package>`;
const DEPLOY = {
  checkOnly: false,
  rollbackOnError: true,
  ignoreWarnings: false,
  singlePackage: true,
  purgeOnDelete: false,
  testLevel: null,
  runTests: [],
} as const;

describe('invocable actions over REST', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    const zip = zipSync({ 'package.xml': strToU8(MANIFEST), 'flows/Large_Order.flow': strToU8(FLOW) });
    const admin = api.org.users.findByUsername('admin@local.org');
    if (!admin) throw new Error('There is no administrator');
    api.org.metadata.deploy(zip, DEPLOY, admin);
    await api.org.metadata.idle();
  });
  afterAll(() => api.stop());

  it('lists flows and standard actions', async () => {
    const flows = await api.call('GET', '/actions/custom/flow');
    expect(flows.body).toEqual({
      actions: [
        {
          label: 'Large Order',
          name: 'Large_Order',
          type: 'FLOW',
          url: '/services/data/v67.0/actions/custom/flow/Large_Order',
        },
      ],
    });
    const standard = await api.call('GET', '/actions/standard');
    expect(standard.body).toMatchObject({
      actions: expect.arrayContaining([expect.objectContaining({ name: 'submit' })]),
    });
  });

  it('describes a flow by its variables', async () => {
    const { body } = await api.call('GET', '/actions/custom/flow/Large_Order');
    expect(body).toMatchObject({
      name: 'Large_Order',
      inputs: [{ name: 'customer', type: 'STRING', required: false }],
      outputs: [{ name: 'Flow__InterviewStatus' }, { name: 'accountId' }],
    });
  });

  it('invokes a flow for each set of inputs; one that fails does not undo the others', async () => {
    const { status, body } = await api.call('POST', '/actions/custom/flow/Large_Order', {
      inputs: [{ customer: 'Ordered 1' }, {}],
    });
    expect(status).toBe(400);
    expect(body).toMatchObject([
      {
        actionName: 'Large_Order',
        isSuccess: true,
        errors: null,
        outputValues: { Flow__InterviewStatus: 'Finished', accountId: expect.stringMatching(/^001/) },
      },
      {
        isSuccess: false,
        outputValues: null,
        errors: [
          {
            statusCode: 'UNKNOWN_EXCEPTION',
            message: 'An error occurred when executing a flow interview.',
            fields: [],
          },
        ],
      },
    ]);
    const { records } = await api.query("SELECT Name FROM Account WHERE Name LIKE 'Ordered%'");
    expect(records).toMatchObject([{ Name: 'Ordered 1' }]);
  });

  it('invokes a standard action', async () => {
    const inputs = [
      { emailAddresses: 'a@b.example', emailSubject: 'S', emailBody: 'B' },
      { emailSubject: 'S' },
    ];
    const { status, body } = await api.call('POST', '/actions/standard/emailSimple', { inputs });
    expect(status).toBe(400);
    expect(body).toMatchObject([
      { isSuccess: true },
      { isSuccess: false, errors: [{ message: '0 recipients' }] },
    ]);
  });

  it.each(['/actions/custom/flow/Nope', '/actions/standard/nope', '/actions/custom/nope'])(
    'answers 404 for %s',
    async (path) => {
      expect(await api.call('GET', path)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      });
    },
  );

  it('FlowDefinitionView: has a row per flow', async () => {
    const { records } = await api.query('SELECT ApiName, IsActive, ProcessType FROM FlowDefinitionView');
    expect(records).toMatchObject([
      { ApiName: 'Large_Order', IsActive: true, ProcessType: 'AutoLaunchedFlow' },
    ]);
  });
});
