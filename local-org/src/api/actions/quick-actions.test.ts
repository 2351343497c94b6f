import { ADMIN, RunningApi } from '../testing/running-api';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
/** Quick actions by full name: the XML inside of the component. */
const ACTIONS: Readonly<Record<string, string>> = {
  'Account.New_Deal': `
    <fieldOverrides><field>StageName</field><literalValue>Qualification</literalValue></fieldOverrides>
    <fieldOverrides><field>Name</field><formula>Account.Name &amp; " of Account."</formula></fieldOverrides>
    <fieldOverrides><field>Amount</field><literalValue>100</literalValue></fieldOverrides>
    <label>New Deal</label><optionsCreateFeedItem>false</optionsCreateFeedItem>
    <quickActionLayout><layoutSectionStyle>TwoColumnsLeftToRight</layoutSectionStyle>
      <quickActionLayoutColumns><quickActionLayoutItems><field>CloseDate</field><uiBehavior>Required</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns>
      <quickActionLayoutColumns><quickActionLayoutItems><field>Amount</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns>
    </quickActionLayout>
    <successMessage>The deal is there.</successMessage>
    <targetObject>Opportunity</targetObject><targetParentField>Account</targetParentField>
    <targetRecordType>Opportunity.Partner</targetRecordType><type>Create</type>`,
  'Account.Rate': `
    <fieldOverrides><field>Rating</field><literalValue>Hot</literalValue></fieldOverrides>
    <label>Rate</label><optionsCreateFeedItem>false</optionsCreateFeedItem>
    <quickActionLayout><layoutSectionStyle>OneColumn</layoutSectionStyle>
      <quickActionLayoutColumns><quickActionLayoutItems><field>Site</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns>
    </quickActionLayout><type>Update</type>`,
  'Account.Guide': `
    <flowDefinition>Guide_Me</flowDefinition><label>Guide</label>
    <optionsCreateFeedItem>false</optionsCreateFeedItem><type>Flow</type>`,
  Log_Call: `
    <label>Log Call</label><optionsCreateFeedItem>false</optionsCreateFeedItem>
    <quickActionLayout><layoutSectionStyle>OneColumn</layoutSectionStyle>
      <quickActionLayoutColumns><quickActionLayoutItems><field>Description</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns>
    </quickActionLayout><targetObject>Task</targetObject><type>LogACall</type>`,
  Write: `
    <label>Write</label><optionsCreateFeedItem>false</optionsCreateFeedItem>
    <targetObject>EmailMessage</targetObject><targetParentField>RelatedTo</targetParentField><type>SendEmail</type>`,
};
const RECORD_TYPE = `<recordTypes><fullName>Partner</fullName><active>true</active><businessProcess>All</businessProcess><label>Partner</label></recordTypes>`;
const FLOW = `<Flow ${NAMESPACE}><apiVersion>67.0</apiVersion><label>Guide Me</label><processType>AutoLaunchedFlow</processType>
  <start><locationX>0</locationX><locationY>0</locationY></start><status>Active</status></Flow>`;
const PROCESS = `<businessProcesses><fullName>All</fullName><isActive>true</isActive><values><fullName>Qualification</fullName><default>false</default></values></businessProcesses>`;

function packageFiles(): Record<string, string> {
  const members = Object.keys(ACTIONS).map((name) => `<members>${name}</members>`);
  const files = Object.entries(ACTIONS).map(([name, xml]) => [
    `quickActions/${name}.quickAction`,
    `<QuickAction ${NAMESPACE}>${xml}</QuickAction>`,
  ]);
  return {
    'package.xml': `<Package ${NAMESPACE}><types>${members.join('')}<name>QuickAction</name></types>
      <types><members>Guide_Me</members><name>Flow</name></types>
      <types><members>Opportunity</members><name>CustomObject</name></types>
      <types><members>Partner_Deals</members><name>PermissionSet</name></types><version>67.0</version></Package>`,
    'flows/Guide_Me.flow': FLOW,
    'objects/Opportunity.object': `<CustomObject ${NAMESPACE}>${PROCESS}${RECORD_TYPE}</CustomObject>`,
    'permissionsets/Partner_Deals.permissionset': `<PermissionSet ${NAMESPACE}><label>Partner Deals</label>
      <recordTypeVisibilities><recordType>Opportunity.Partner</recordType><visible>true</visible></recordTypeVisibilities></PermissionSet>`,
    ...(Object.fromEntries(files) as Record<string, string>),
  };
}

describe('quick actions over REST', () => {
  let api: RunningApi;
  let accountId: string;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(packageFiles());
    const idOf = async (from: string): Promise<unknown> =>
      (await api.query(`SELECT Id FROM ${from}`)).records[0]?.['Id'];
    await api.create('PermissionSetAssignment', {
      AssigneeId: await idOf(`User WHERE Username = '${ADMIN}'`),
      PermissionSetId: await idOf("PermissionSet WHERE Name = 'Partner_Deals'"),
    });
    accountId = await api.create('Account', { Name: 'Acme', Site: 'North' });
  });
  afterAll(() => api.stop());

  const perform = (
    path: string,
    record: unknown,
    contextId: unknown = accountId,
  ): ReturnType<RunningApi['call']> => api.call('POST', path, { contextId, record });

  it('GET lists global actions, and beside them those of an object', async () => {
    const global = await api.call('GET', '/quickActions');
    expect(global.body).toMatchObject([{ name: 'Log_Call' }, { name: 'Write' }]);
    const { body } = await api.call('GET', '/sobjects/Account/quickActions');
    expect((body as { name: string }[]).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['New_Deal', 'Rate', 'Guide', 'Log_Call', 'Write']),
    );
    const base = '/services/data/v67.0/sobjects/Account/quickActions/New_Deal';
    expect(body).toContainEqual({
      label: 'New Deal',
      name: 'New_Deal',
      type: 'Create',
      urls: {
        defaultValues: `${base}/defaultValues`,
        quickAction: base,
        describe: `${base}/describe`,
        defaultValuesTemplate: `${base}/defaultValues/{ID}`,
      },
    });
  });

  it.each(['', '/describe'])('GET NAME%s describes target, predefined values and layout', async (rest) => {
    const { body } = await api.call('GET', `/sobjects/Account/quickActions/New_Deal${rest}`);
    expect(body).toMatchObject({
      contextSobjectType: 'Account',
      targetSobjectType: 'Opportunity',
      targetParentField: 'Account',
      targetRecordTypeId: expect.stringMatching(/^012/),
      type: 'Create',
      defaultValues: [
        { field: 'StageName', defaultValue: 'Qualification' },
        { field: 'Name' },
        { field: 'Amount' },
      ],
      layout: {
        columns: 2,
        rows: 1,
        layoutRows: [
          {
            numItems: 2,
            layoutItems: [
              {
                label: 'Close Date',
                required: true,
                layoutComponents: [{ type: 'Field', value: 'CloseDate' }],
              },
              { label: 'Amount', required: false, editableForNew: true },
            ],
          },
        ],
      },
    });
  });

  it('GET defaultValues has the fields of the layout and the predefined values', async () => {
    const path = '/sobjects/Account/quickActions/New_Deal/defaultValues';
    const { body } = await api.call('GET', path);
    expect(body).toEqual({
      attributes: { type: 'Opportunity' },
      Amount: 100,
      CloseDate: null,
      Name: ' of Account.',
      RecordTypeId: expect.stringMatching(/^012/),
      StageName: 'Qualification',
    });
    const withRecord = await api.call('GET', `${path}/${accountId}`);
    expect(withRecord.body).toMatchObject({ AccountId: accountId, Name: 'Acme of Account.' });
    expect(await api.call('GET', `${path}/001000000000999AAA`)).toMatchObject({ status: 404 });
  });

  it('GET defaultValues of an update shows what the record has', async () => {
    const { body } = await api.call('GET', `/sobjects/Account/quickActions/Rate/defaultValues/${accountId}`);
    expect(body).toEqual({ attributes: { type: 'Account' }, Site: 'North', Rating: 'Hot' });
  });

  it('POST of a create: predefined values, parent and record type, below what the client sends', async () => {
    const record = { CloseDate: '2026-03-01', amount: 250 };
    const { status, body } = await perform('/sobjects/Account/quickActions/New_Deal', record);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        contextId: accountId,
        created: true,
        errors: [],
        feedItemIds: null,
        id: expect.stringMatching(/^006/),
        success: true,
        successMessage: 'The deal is there.',
      },
    });
    const { records } = await api.query(
      `SELECT Name, StageName, Amount, AccountId, RecordType.DeveloperName FROM Opportunity WHERE Id = '${(body as { id: string }).id}'`,
    );
    expect(records).toMatchObject([
      {
        Name: 'Acme of Account.',
        StageName: 'Qualification',
        Amount: 250,
        AccountId: accountId,
        RecordType: { DeveloperName: 'Partner' },
      },
    ]);
  });

  it('POST of an update changes the context record', async () => {
    const { body } = await perform('/sobjects/Account/quickActions/Account.Rate', { Site: 'South' });
    expect(body).toMatchObject({ created: false, id: accountId, success: true, successMessage: null });
    const { records } = await api.query(`SELECT Site, Rating FROM Account WHERE Id = '${accountId}'`);
    expect(records).toMatchObject([{ Site: 'South', Rating: 'Hot' }]);
  });

  it('POST of a logged call makes a completed task, from the global address and from that of an object', async () => {
    for (const path of ['/quickActions/Log_Call', '/sobjects/Account/quickActions/Log_Call'])
      expect(await perform(path, { Description: 'Spoke' })).toMatchObject({ status: 200 });
    const { records } = await api.query(
      `SELECT Subject, Status, TaskSubtype, Description FROM Task WHERE WhatId = '${accountId}'`,
    );
    const task = { Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call', Description: 'Spoke' };
    expect(records).toMatchObject([task, task]);
  });

  it('POST of an e-mail keeps it in the outbox and as a message that was sent', async () => {
    const record = { ToAddress: 'a@b.example; c@d.example', Subject: 'Hello', TextBody: 'World' };
    const { body } = await perform('/quickActions/Write', record);
    expect(body).toMatchObject({ success: true, id: expect.stringMatching(/^02s/) });
    expect(api.org.outbox.list({ relatedRecordId: accountId })).toMatchObject([
      { kind: 'email', recipients: ['a@b.example', 'c@d.example'], subject: 'Hello', body: 'World' },
    ]);
    expect(await perform('/quickActions/Write', { Subject: 'Nobody' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['ToAddress'] }],
    });
  });

  it('POST answers the errors of the save', async () => {
    expect(await perform('/sobjects/Account/quickActions/New_Deal', {})).toMatchObject({
      status: 400,
      body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['CloseDate'] }],
    });
    expect(await perform('/sobjects/Account/quickActions/Rate', {}, null)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'MISSING_ARGUMENT' }],
    });
    expect(await perform('/sobjects/Account/quickActions/Rate', {}, '001000000000999AAA')).toMatchObject({
      status: 404,
    });
  });

  it('POST of a type that is not performed is refused by name', async () => {
    expect(await perform('/sobjects/Account/quickActions/Guide', {})).toMatchObject({
      status: 501,
      body: [{ message: 'Quick actions of type Flow is not supported by the local org' }],
    });
  });

  it.each(['/quickActions/Nope', '/quickActions/Account.Rate', '/sobjects/Contact/quickActions/Rate'])(
    'answers 404 for %s',
    async (path) => expect(await api.call('GET', path)).toMatchObject({ status: 404 }),
  );

  it('the invocable form lists, describes and performs them', async () => {
    const { body } = await api.call('GET', '/actions/custom/quickAction');
    expect((body as { actions: { name: string }[] }).actions).toContainEqual({
      label: 'Rate',
      name: 'Account.Rate',
      type: 'QUICKACTION',
      url: '/services/data/v67.0/actions/custom/quickAction/Account.Rate',
    });
    const inputs = [{ contextId: accountId, Site: 'East' }, { contextId: '001000000000999AAA' }];
    const invoked = await api.call('POST', '/actions/custom/quickAction/Account.Rate', { inputs });
    expect(invoked).toMatchObject({
      status: 400,
      body: [{ isSuccess: true, outputValues: { id: accountId } }, { isSuccess: false }],
    });
  });
});
