import { RowAlignment } from './bulk-alignment';

describe('RowAlignment', () => {
  it('take: finds rows by key in any order, repeated keys one after the other', () => {
    const alignment = new RowAlignment(
      ['Key', 'Name'],
      [
        ['a', '1'],
        ['b', '2'],
        ['a', '3'],
      ],
      'Key',
    );
    expect(['b', 'a', 'a', 'a', 'z'].map((Key) => alignment.take({ Key }))).toEqual([1, 0, 2, null, null]);
  });

  it('take: compares whole rows where there is no key', () => {
    const alignment = new RowAlignment(
      ['Name', 'City'],
      [
        ['A', 'Rome'],
        ['A', 'Oslo'],
      ],
      null,
    );
    expect(alignment.take({ sf__Id: '1', Name: 'A', City: 'Oslo' })).toBe(1);
  });
});
