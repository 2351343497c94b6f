import { Schema, standardObjects } from '../../schema';
import { fieldPathOfColumn } from './list-columns';

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
