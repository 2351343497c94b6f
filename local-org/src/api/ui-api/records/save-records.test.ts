import { UiOrg } from '../testing/ui-org';

/** The error of a field, with its neighbours left out. */
const fieldError = (field: string, errorCode: string, message: string): object => ({
  constituentField: null,
  duplicateRecordError: null,
  errorCode,
  field,
  fieldLabel: expect.any(String) as string,
  message,
});

describe('saves of the User Interface API', () => {
  let ui: UiOrg;
  beforeAll(async () => {
    ui = await UiOrg.start();
  });
  afterAll(() => ui.stop());

  const create = async (fields: Record<string, unknown>): Promise<string> => {
    const { status, body } = await ui.call('POST', '/records', { apiName: 'Site__c', fields });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return (body as { id: string }).id;
  };

  it('POST: creates a record and answers the fields of its layout and those given', async () => {
    const answer = await ui.call('POST', '/records', {
      apiName: 'Site__c',
      fields: { Name: 'New', Budget__c: 10, Region__c: 'Asia' },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        apiName: 'Site__c',
        id: expect.stringMatching(/^a\w{17}$/),
        fields: {
          Name: { value: 'New' },
          Twice__c: { value: 20 },
          Region__c: { displayValue: 'Asia label' },
        },
      },
    });
  });

  it.each([
    [
      'a validation rule at a field',
      { Name: 'x', Budget__c: -1 },
      'Budget__c',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'The budget must not be negative.',
    ],
    [
      'a value outside the picklist',
      { Name: 'x', Region__c: 'Mars' },
      'Region__c',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      expect.any(String),
    ],
    [
      'a field that nobody may write',
      { Name: 'x', Twice__c: 1 },
      'Twice__c',
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      expect.any(String),
    ],
  ])('POST: reports %s at the field', async (_, fields, field, errorCode, message) => {
    expect(await ui.call('POST', '/records', { apiName: 'Site__c', fields })).toMatchObject({
      status: 400,
      body: {
        message: 'An error occurred while trying to update the record. Please try again.',
        statusCode: 400,
        errorCode,
        enhancedErrorType: 'RecordError',
        output: { errors: [], fieldErrors: { [field]: [fieldError(field, errorCode, message as string)] } },
      },
    });
  });

  it('POST: reports what concerns the record as a whole apart from fields', async () => {
    const { body } = await ui.call('POST', '/records', { apiName: 'Site__c', fields: { Name: 'closed' } });
    expect(body).toMatchObject({
      output: {
        errors: [
          {
            errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            field: null,
            message: 'Closed sites stay as they are.',
          },
        ],
        fieldErrors: {},
      },
    });
  });

  it('POST: names the part of a compound field that is meant', async () => {
    const { body } = await ui.call('POST', '/records', { apiName: 'Contact', fields: { FirstName: 'A' } });
    expect(body).toMatchObject({
      output: {
        fieldErrors: { Name: [{ constituentField: 'LastName', field: 'Name', fieldLabel: 'Last Name' }] },
      },
    });
  });

  it('PATCH: changes a record, unless it was changed since the client read it', async () => {
    const id = await create({ Name: 'Old' });
    const changed = await ui.call('PATCH', `/records/${id}`, { fields: { Id: id, Name: 'Newer' } });
    expect(changed).toMatchObject({ status: 200, body: { fields: { Name: { value: 'Newer' } } } });
    const late = await ui.call(
      'PATCH',
      `/records/${id}`,
      { fields: { Name: 'Late' } },
      {
        'if-modified-since': 'Thu, 15 Jan 2026 11:00:00 GMT',
      },
    );
    expect(late).toMatchObject({
      status: 412,
      body: { errorCode: 'PRECONDITION_FAILED', output: { fields: { Name: { value: 'Newer' } } } },
    });
    const inTime = await ui.call(
      'PATCH',
      `/records/${id}`,
      { fields: { Name: 'In time' } },
      {
        'if-modified-since': 'Thu, 15 Jan 2026 12:00:00 GMT',
      },
    );
    expect(inTime.status).toBe(200);
  });

  it('PATCH: keeps fields from a user who may not write them', async () => {
    const id = await create({ Name: 'Open', OwnerId: ui.userId });
    const refused = await ui.callAsUser('PATCH', `/records/${id}`, { fields: { Secret__c: 'x' } });
    expect(refused).toMatchObject({ status: 400, body: { enhancedErrorType: 'RecordError' } });
  });

  it('DELETE: deletes a record', async () => {
    const id = await create({ Name: 'Short-lived' });
    expect(await ui.call('DELETE', `/records/${id}`)).toMatchObject({ status: 204 });
    expect(await ui.call('DELETE', `/records/${id}`)).toMatchObject({ status: 404 });
  });

  it('batch: undoes everything when one record fails, unless told otherwise', async () => {
    const id = await create({ Name: 'First' });
    const operations = [
      { type: 'UPDATE', records: [{ fields: { Id: id, Name: 'Second' } }] },
      { type: 'CREATE', records: [{ apiName: 'Site__c', fields: { Name: 'x', Budget__c: -1 } }] },
    ];
    const undone = await ui.call('POST', '/records/batch', { operations });
    expect(undone.body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 200 }, { statusCode: 400, result: { enhancedErrorType: 'RecordError' } }],
    });
    const nameOf = async (): Promise<unknown> =>
      (await ui.get(`/records/${id}?fields=Site__c.Name`))['fields'];
    expect(await nameOf()).toMatchObject({ Name: { value: 'First' } });
    await ui.call('POST', '/records/batch', { allOrNone: false, operations });
    expect(await nameOf()).toMatchObject({ Name: { value: 'Second' } });
    const refused = await ui.call('POST', '/records/batch', {
      operations: [{ type: 'MERGE', records: [{}] }],
    });
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_INPUT' }] });
  });
});
