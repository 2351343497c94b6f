import { createDmlEngine } from './create-dml-engine';
import type { RecordTypeAccess } from './save-chunk';
import { fixtureOrg, fixtureSchema } from './testing/fixture-org';

const schema = fixtureSchema({
  Account: { recordTypes: [{ developerName: 'Partner' }, { developerName: 'Customer' }] },
});
const PARTNER = '012000000000001AAA';
const CUSTOMER = '012000000000002AAA';

describe('default record type', () => {
  it.each<[string, Partial<RecordTypeAccess>, string | null]>([
    ['is the one the profile names', { defaultRecordTypeId: () => CUSTOMER }, CUSTOMER],
    ['is Master when the profile says so', { defaultRecordTypeId: () => null }, null],
    [
      'is else the only one the user may choose',
      { isAvailable: (_user, _object, id) => id === PARTNER },
      PARTNER,
    ],
    ['is else Master', {}, null],
  ])('%s', (_title, given, expected) => {
    const org = fixtureOrg(schema);
    const recordTypes = { defaultRecordTypeId: () => undefined, isAvailable: () => true, ...given };
    const dml = createDmlEngine({ ...org, schema: () => schema, recordTypes });
    const [result] = dml.insert('Account', [{ Name: 'A' }], {
      context: { user: org.user, mode: 'user', apiVersion: 67 },
      allOrNone: false,
    });
    expect(org.store.find(schema.find('Account')!, result!.id!)).toMatchObject({ RecordTypeId: expected });
    org.store.close();
  });
});
