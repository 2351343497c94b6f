import { profileSource } from './profile';
import type { Sheet } from './source/sheet';

const numbers = [10, 11, 12, 10, 11, 12, 10, 11, 900];
const rows = [
  { number: 1, cells: ['Id', 'Stage', 'Value', 'Date'] },
  ...numbers.map((value, index) => ({
    number: index + 2,
    cells: [`A-${index}`, index === 0 ? 'won ' : 'Won', value, index === 1 ? null : '20-10-16'],
  })),
];
const sheet: Sheet = {
  file: 'f.xlsx',
  name: 'Deals',
  hidden: true,
  rows,
  merges: [],
  remarks: ['a remark'],
  fixedWidth: false,
};

describe('profileSource', () => {
  const [profile] = profileSource({ path: 'f.xlsx', sheets: [sheet], passedOver: [] }, new Set());
  const column = (name: string): unknown => profile?.columns.find((candidate) => candidate.column === name);

  it('counts rows and says what is special about the sheet', () => {
    expect(profile).toMatchObject({
      sheet: 'f.xlsx Deals',
      hidden: true,
      headingRow: 1,
      rows: 9,
      duplicateRows: 0,
      remarks: ['a remark'],
    });
  });

  it('counts blanks, distinct values, types and formats', () => {
    expect(column('Date')).toMatchObject({
      filled: 8,
      blank: 1,
      distinct: 1,
      types: { 'date text': 8 },
      formats: [{ format: '99-99-99', count: 8 }],
    });
  });

  it('finds outliers and spellings of the same word', () => {
    expect(column('Value')).toMatchObject({ min: '10', max: '900', outliers: ['900'] });
    expect(column('Stage')).toMatchObject({ nearDuplicates: [['won', 'Won']] });
  });
});
