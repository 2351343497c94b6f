import { Schema, standardObjects, type Field, type SObjectType } from '../../schema';
import { FlowRecord } from './flow-record';

describe('FlowRecord', () => {
  const opportunity = new Schema(standardObjects()).find('Opportunity') as SObjectType;
  const [name, nextStep] = ['Name', 'NextStep'].map((each) => opportunity.field(each) as Field) as [
    Field,
    Field,
  ];

  it('set: writes into the values that it was made from', () => {
    const saved = { Name: 'Before' };
    new FlowRecord(opportunity, saved).set(name, 'After');
    expect(saved).toEqual({ Name: 'After' });
  });

  it('set: leaves values alone that others read too', () => {
    const read = { Name: 'Before' };
    const record = new FlowRecord(opportunity, read, true);
    record.set(name, 'After');
    expect(read).toEqual({ Name: 'Before' });
    expect(record.values).toEqual({ Name: 'After' });
  });

  it('set: an empty text is no value', () => {
    const record = new FlowRecord(opportunity, {});
    record.set(name, '');
    expect(record.values).toEqual({ Name: null });
  });

  it.each([
    ['own', false],
    ['shared', true],
  ])('copy: of %s values neither side sees what the other is assigned', (_, isShared) => {
    const record = new FlowRecord(opportunity, { Id: '006' }, isShared);
    record.set(name, 'First');
    const copy = record.copy();
    record.set(nextStep, 'Call');
    copy.set(name, 'Second');
    expect(record.values).toEqual({ Id: '006', Name: 'First', NextStep: 'Call' });
    expect(copy.values).toEqual({ Id: '006', Name: 'Second' });
    expect([...record.assigned]).toEqual(['Name', 'NextStep']);
    expect([...copy.assigned]).toEqual(['Name']);
  });

  it('restored: keeps which fields were assigned', () => {
    const record = FlowRecord.restored(opportunity, { Name: 'Deal', NextStep: null }, ['NextStep']);
    expect([...record.assigned]).toEqual(['NextStep']);
  });

  it('created: takes the id without counting it as assigned', () => {
    const record = new FlowRecord(opportunity, { Name: 'Deal' }, true);
    record.created('006000000000001AAA');
    expect(record.id).toBe('006000000000001AAA');
    expect(record.assigned.size).toBe(0);
  });
});
