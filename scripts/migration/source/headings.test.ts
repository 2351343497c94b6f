import type { CellValue } from '../../pipelines';
import { sortRows } from './data-rows';
import { findHeadings, normaliseHeading } from './headings';
import type { MergedRange, Sheet } from './sheet';

function sheet(rows: readonly (readonly CellValue[])[], more: Partial<Sheet> = {}): Sheet {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
  return {
    file: 'f',
    name: 's',
    hidden: false,
    rows: numbered,
    merges: [],
    remarks: [],
    fixedWidth: false,
    ...more,
  };
}

const known = (...names: string[]): Set<string> => new Set(names.map(normaliseHeading));

describe('findHeadings', () => {
  it('takes the first row of a plain list', () => {
    expect(
      findHeadings(
        sheet([
          ['Id', 'Name'],
          [1, 'A'],
          [2, 'B'],
        ]),
        new Set(),
      ),
    ).toMatchObject({ row: 1, names: ['Id', 'Name'] });
  });

  it('passes over a title in merged cells and a remark', () => {
    const list = sheet([
      ['Pipeline', 'Pipeline', 'Pipeline'],
      ['Please do not sort', null, null],
      ['Opp ID', 'Stage', 'Value'],
      ['1', 'Won', 5],
    ]);
    expect(findHeadings(list, known('opp id', 'stage', 'value'))).toMatchObject({ row: 3, twoRows: false });
  });

  it('does not take data rows for headings', () => {
    const list = sheet([
      ['Id', 'Name', 'City'],
      ['A1', 'North', 'Oslo'],
      ['A2', 'South', 'Rome'],
    ]);
    expect(findHeadings(list, known('id', 'name', 'city'))?.row).toBe(1);
  });

  it('joins a row of groups with the row under it where names repeat', () => {
    const merges: MergedRange[] = [
      { top: 1, bottom: 1, left: 2, right: 3 },
      { top: 1, bottom: 1, left: 4, right: 5 },
    ];
    const list = sheet(
      [
        ['Deal', 'Planned', null, 'Actual', null],
        [null, 'Date', 'Value', 'Date', 'Value'],
        ['D1', '1', 2, '3', 4],
      ],
      { merges },
    );
    expect(
      findHeadings(list, known('deal', 'planned date', 'planned value', 'actual date', 'actual value')),
    ).toEqual({
      row: 2,
      twoRows: true,
      names: ['Deal', 'Planned Date', 'Planned Value', 'Actual Date', 'Actual Value'],
    });
  });

  it('finds none in a sheet of notes', () => {
    expect(findHeadings(sheet([['only'], ['notes']]), new Set())).toBeNull();
  });
});

describe('sortRows', () => {
  const headings = { row: 1, twoRows: false, names: ['Id', 'Name', 'Value', 'Stage'] };

  it('tells data from blank rows, totals and repeated headings', () => {
    const rows = [
      headings.names,
      ['1', 'A', 5, 'Won'],
      [null, ' ', null, null],
      headings.names,
      ['Total', null, 5, null],
      ['2', 'Total Care', 1, 'Won'],
    ];
    expect(sortRows(sheet(rows), headings)).toEqual({
      data: [
        { number: 2, cells: rows[1] },
        { number: 6, cells: rows[5] },
      ],
      blank: 1,
      totals: [5],
      repeatedHeadings: [4],
    });
  });

  it('marks rows of a text file that have too few or too many cells', () => {
    const rows = [headings.names, ['1', 'A'], ['1', 'A', '5', 'Won', 'x']];
    const { data } = sortRows(sheet(rows, { fixedWidth: true }), headings);
    expect(data.map(({ widthFault }) => widthFault)).toEqual([
      { expected: 4, found: 2 },
      { expected: 4, found: 5 },
    ]);
  });
});
