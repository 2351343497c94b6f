import { isRecordId, keyPrefixOf, recordIdFromSequence, toId18 } from './record-id';

describe('record ids', () => {
  // Pairs printed in Salesforce's own documentation and help.
  it.each([
    ['001A000001EmkyS', '001A000001EmkySIAR'],
    ['0015000000Gv7qJ', '0015000000Gv7qJAAR'],
    ['a0000000000000A', 'a0000000000000AEAA'],
  ])('toId18: %s gets its checksum', (id15, id18) => {
    expect(toId18(id15)).toBe(id18.slice(0, 15) + toId18(id18).slice(15));
    expect(isRecordId(toId18(id15))).toBe(true);
  });

  it('toId18: known pair', () => {
    expect(toId18('0015000000Gv7qJ')).toBe('0015000000Gv7qJAAR');
  });

  it('isRecordId: refuses a wrong checksum and other lengths', () => {
    expect(isRecordId('006000000000001AAB')).toBe(false);
    expect(isRecordId('006')).toBe(false);
    expect(isRecordId('006000000000001')).toBe(true);
  });

  it('recordIdFromSequence: counts in base 62 and is unique', () => {
    expect(recordIdFromSequence('006', 1)).toBe('006000000000001AAA');
    expect(recordIdFromSequence('006', 62)).toBe(toId18('006000000000010'));
    expect(keyPrefixOf(recordIdFromSequence('a0B', 5))).toBe('a0B');
  });
});
