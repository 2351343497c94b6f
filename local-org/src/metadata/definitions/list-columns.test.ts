import { Schema, standardObjects } from '../../schema';
import { columnOfFieldPath, fieldPathOfColumn } from './list-columns';

const schema = new Schema(standardObjects());

describe('fieldPathOfColumn', () => {
  it.each([
    ['Opportunity', 'OPPORTUNITY.NAME', 'Name'],
    ['Opportunity', 'OPPORTUNITY.CLOSE_DATE', 'CloseDate'],
    ['Opportunity', 'OPPORTUNITY.STAGE_NAME', 'StageName'],
    ['Opportunity', 'OPPORTUNITY.CLOSED', 'IsClosed'],
    ['Opportunity', 'ACCOUNT.NAME', 'Account.Name'],
    ['Opportunity', 'ACCOUNT.ADDRESS1_STATE', 'Account.BillingState'],
    ['Opportunity', 'CORE.USERS.ALIAS', 'Owner.Alias'],
    ['Opportunity', 'OPPORTUNITY.LAST_UPDATE', 'LastModifiedDate'],
    ['Account', 'ACCOUNT.PHONE1', 'Phone'],
    ['Account', 'SALES', 'AnnualRevenue'],
    ['Contact', 'FULL_NAME', 'Name'],
    ['Contact', 'CONTACT.EMAIL', 'Email'],
    ['Contact', 'CONTACT.PHONE3', 'MobilePhone'],
    ['Lead', 'LEAD.CONVERTED', 'IsConverted'],
    ['Lead', 'CREATED_DATE', 'CreatedDate'],
    ['Case', 'CASES.CASE_NUMBER', 'CaseNumber'],
    ['Task', 'TASK.WHO_NAME', 'Who.Name'],
    ['Task', 'TASK.DUE_DATE', 'ActivityDate'],
    ['Task', 'CORE.USERS.FULL_NAME', 'Owner.Name'],
    ['Task', 'TASK.SUBJECT', 'Subject'],
    ['Account', 'Owner.Alias', 'Owner.Alias'],
    ['Account', 'ACCOUNT.NOTHING', undefined],
  ])('%s: %s shows %s', (object, column, path) => {
    const type = schema.find(object);
    if (!type) throw new Error(object);
    expect(fieldPathOfColumn(schema, type, column)).toBe(path);
  });
});

describe('columnOfFieldPath', () => {
  it.each([
    ['Opportunity', 'Name', 'OPPORTUNITY.NAME'],
    ['Opportunity', 'CloseDate', 'OPPORTUNITY.CLOSE_DATE'],
    ['Opportunity', 'IsClosed', 'OPPORTUNITY.CLOSED'],
    ['Opportunity', 'LastModifiedDate', 'OPPORTUNITY.LAST_UPDATE'],
    ['Opportunity', 'Account.Name', 'ACCOUNT.NAME'],
    ['Opportunity', 'Owner.Alias', 'CORE.USERS.ALIAS'],
    ['Account', 'Phone', 'ACCOUNT.PHONE1'],
    ['Account', 'AnnualRevenue', 'ACCOUNT.SALES'],
    ['Contact', 'Name', 'FULL_NAME'],
    ['Case', 'CaseNumber', 'CASES.CASE_NUMBER'],
    ['Task', 'ActivityDate', 'DUE_DATE'],
    ['Account', 'Nothing', undefined],
  ])('%s: %s is %s', (object, path, column) => {
    const type = schema.find(object);
    if (!type) throw new Error(object);
    expect(columnOfFieldPath(schema, type, path)).toBe(column);
  });

  it('gives only columns that show the field', () => {
    for (const type of schema.all()) {
      if (!type.definition.capabilities.layoutable) continue;
      for (const { name } of type.fields) {
        const column = columnOfFieldPath(schema, type, name);
        if (column !== undefined)
          expect([column, fieldPathOfColumn(schema, type, column)]).toEqual([column, name]);
      }
    }
  });
});
