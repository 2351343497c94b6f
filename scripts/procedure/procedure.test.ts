import { smallProcedure } from './testing/small-package';

describe('readProcedure', () => {
  const procedure = smallProcedure();

  it('reads stages from value set, policy and Path', () => {
    expect(procedure.stages.map(({ name, order }) => [name, order])).toEqual([
      ['First', 1],
      ['Second', 2],
    ]);
    expect(procedure.stages[0]).toMatchObject({
      probability: { usual: 10, from: 5, to: 15 },
      forecastCategory: 'Best Case',
      valueSet: { probability: 10, forecastCategory: 'Best Case' },
      pathGuidance: 'Work on First.',
    });
  });

  it('reads policy records with blank fields as blank', () => {
    expect(procedure.gates[0]).toMatchObject({ name: 'Call', required: true, waiverDays: 1, field: '' });
    expect(procedure.gates[0]?.dueDays).toBeUndefined();
    expect(procedure.thresholds[0]).toMatchObject({ value: 5000, reviewer: 'Manager' });
  });

  it('passes over records and rules that are switched off', () => {
    const gate = 'customMetadata/Stage_Gate.Call.md-meta.xml';
    const rule = 'objects/Opportunity/validationRules/Stage_Not_Skipped.validationRule-meta.xml';
    const off = smallProcedure({
      [gate]: ['<field>Active__c</field><value>true', '<field>Active__c</field><value>false'],
      [rule]: ['<active>true', '<active>false'],
    });
    expect(off.gates).toEqual([]);
    expect(off.rules).toEqual([]);
  });

  it('tells from a formula when a rule applies', () => {
    expect(procedure.rules).toMatchObject([{ name: 'Stage_Not_Skipped', moment: 'move' }]);
  });
});
