import { createRecordSchema } from './record-schema';
import { smallTypes, standardSchema } from './testing/declare-sources';

const records = createRecordSchema(standardSchema(), smallTypes());

describe('createRecordSchema', () => {
  it.each([
    ['Account', 'NAME', 'field', 'Name', 'String'],
    ['Account', 'AnnualRevenue', 'field', 'AnnualRevenue', 'Decimal'],
    ['Account', 'NumberOfEmployees', 'field', 'NumberOfEmployees', 'Integer'],
    ['Account', 'parentid', 'field', 'ParentId', 'Id'],
    ['Account', 'IsDeleted', 'field', 'IsDeleted', 'Boolean'],
    ['Opportunity', 'CloseDate', 'field', 'CloseDate', 'Date'],
    ['Opportunity', 'Probability', 'field', 'Probability', 'Decimal'],
    ['Contact', 'account', 'parent', 'Account', 'Account'],
    ['Account', 'Contacts', 'children', 'Contacts', 'List<Contact>'],
    ['Task', 'What', 'parent', 'What', 'Name'],
  ])('%s.%s is the %s %s of type %s', (objectName, name, access, canonical, type) => {
    expect(records.recordMember(objectName, name)).toMatchObject({
      access,
      name: canonical,
      type: { name: type },
    });
  });

  it('answers null for what an object does not have', () => {
    expect(records.recordMember('Account', 'Nothing')).toBeNull();
    expect(records.recordMember('Nothing', 'Name')).toBeNull();
  });
});
