import { recalculateRollupFields } from './recalculate-rollup-fields';
import { fixtureOrg, fixtureSchema } from './testing/fixture-org';

const rollup = {
  operation: 'count',
  childObject: 'Opportunity',
  foreignKey: 'AccountId',
  filters: [],
} as const;
const schema = fixtureSchema({
  Account: {
    fields: [{ name: 'Deals__c', label: 'Deals', type: 'double', precision: 18, scale: 0, rollup }],
  },
});

describe('recalculateRollupFields', () => {
  it('computes the roll-ups of records that were there before the field', () => {
    const org = fixtureOrg(schema);
    const account = schema.find('Account')!;
    org.store.insert(account, [
      { Id: '001000000000001AAA', Name: 'A' },
      { Id: '001000000000002AAA', Name: 'B' },
    ]);
    org.store.insert(schema.find('Opportunity')!, [
      { Id: '006000000000001AAA', AccountId: '001000000000001AAA', IsDeleted: false },
      { Id: '006000000000002AAA', AccountId: '001000000000001AAA', IsDeleted: true },
    ]);
    recalculateRollupFields({ ...org, schema: () => schema }, org.user, 'Account');
    expect(org.store.find(account, '001000000000001AAA')).toMatchObject({ Deals__c: 1 });
    expect(org.store.find(account, '001000000000002AAA')).toMatchObject({ Deals__c: 0 });
    org.store.close();
  });
});
