import { chartData } from './chart-data';
import { drillFilters, narrowed } from './drill-down';
import { reportGrid, withColumns } from './report-grid';
import { matrixRun, summaryRun } from './testing/sample-runs';

const AMOUNT = [{ column: 'AMOUNT', aggregate: 'Sum' }];
const request = {
  chartType: 'Bar',
  groupings: ['STAGE_NAME'],
  summaries: AMOUNT,
  sortBy: null,
  maxGroups: null,
};

describe('chartData', () => {
  it('takes a number of each group', () => {
    const { groups, series, groupLabel, valueLabel } = chartData(summaryRun(), request);
    expect(groups.map(({ label, values }) => [label, values[0]?.value])).toEqual([
      ['Prospecting', 107],
      ['Won, at last', 50],
    ]);
    expect({ groupLabel, valueLabel, series: series.length }).toEqual({
      groupLabel: 'Stage',
      valueLabel: 'Sum of Amount',
      series: 1,
    });
  });

  it('sorts by value and shows no more groups than asked for', () => {
    const { groups } = chartData(summaryRun(), { ...request, sortBy: 'RowValueAscending', maxGroups: 1 });
    expect(groups.map(({ label }) => label)).toEqual(['Won, at last']);
  });

  it('makes series of the other side of a matrix, with gaps where it has no number', () => {
    const { groups, series } = chartData(matrixRun(), {
      ...request,
      groupings: ['STAGE_NAME', 'Account$Kind'],
    });
    expect(series.map(({ label }) => label)).toEqual(['New', 'Old']);
    expect(groups.map(({ values }) => values.map((each) => each?.value ?? null))).toEqual([
      [100, 7],
      [null, 50],
    ]);
  });

  it('counts rows when nothing is named', () => {
    const { groups } = chartData(summaryRun(), { ...request, summaries: [] });
    expect(groups.map(({ values }) => values[0]?.value)).toEqual([2, 1]);
  });
});

describe('drillFilters', () => {
  const stage = chartData(summaryRun(), request);

  it('asks for the value of the group, in quotes when it has commas', () => {
    expect(drillFilters(stage, 1, 0, [])).toEqual([
      { column: 'STAGE_NAME', operator: 'equals', value: '"Won, at last"' },
    ]);
  });

  it('asks for both groupings of a mark', () => {
    const matrix = chartData(matrixRun(), { ...request, groupings: ['STAGE_NAME', 'Account.Kind'] });
    expect(drillFilters(matrix, 0, 1, []).map(({ value }) => value)).toEqual(['Prospecting', 'Old']);
  });

  it.each([
    ['Month', '2026-02-01', '2026-03-01'],
    ['Quarter', '2026-10-01', '2027-01-01'],
    ['FiscalYear', '2026-04-01', '2027-04-01'],
    ['Week', '2026-12-27', '2027-01-03'],
    ['Day', '2026-02-28', '2026-03-01'],
  ])('asks for the days of a %s', (dateGranularity, value, end) => {
    const groups = [{ key: '0', label: value, value, values: [] }];
    const dates = { ...stage, groups, groupings: [{ name: 'CLOSE_DATE', dateGranularity }] };
    expect(drillFilters(dates, 0, 0, [])).toEqual([
      { column: 'CLOSE_DATE', operator: 'greaterOrEqual', value },
      { column: 'CLOSE_DATE', operator: 'lessThan', value: end },
    ]);
  });

  it('narrows nothing by a bucket', () => {
    expect(drillFilters(stage, 0, 0, [{ devloperName: 'STAGE_NAME', label: 'Stage' }])).toEqual([]);
  });

  it('adds filters that must hold beside the logic of the report', () => {
    const filter = { column: 'A', operator: 'equals', value: '1' };
    const saved = { reportFilters: [filter, filter], reportBooleanFilter: '1 OR 2' };
    expect(narrowed(saved, [filter, filter]).reportBooleanFilter).toBe('(1 OR 2) AND 3 AND 4');
    expect(narrowed({ ...saved, reportBooleanFilter: null }, [filter]).reportBooleanFilter).toBeNull();
  });
});

describe('reportGrid', () => {
  const texts = (grid: ReturnType<typeof reportGrid>): string[] =>
    grid.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));

  it('puts rows into their groups with subtotals and a total', () => {
    const grid = reportGrid(summaryRun());
    expect(grid.columns.map(({ label }) => label)).toEqual(['Stage', 'Name', 'Amount']);
    expect(texts(grid)).toEqual([
      'Prospecting (2) |  | $107.00',
      ' | Dam | $100.00',
      ' | Bridge | $7.00',
      'Won, at last (1) |  | $50.00',
      ' | Road | $50.00',
      'Total (3) |  | $157.00',
    ]);
    expect(grid.rows[1]?.cells[1]?.url).toBe('/lightning/r/006000000000001AAA/view');
  });

  it('shows numbers in place of rows when details are hidden', () => {
    const grid = reportGrid({ ...summaryRun(), hasDetailRows: false });
    expect(grid.columns.map(({ label }) => label)).toEqual(['Stage', 'Sum of Amount', 'Record Count']);
    expect(texts(grid)).toEqual([
      'Prospecting (2) | $107.00 | 2',
      'Won, at last (1) | $50.00 | 1',
      'Total (3) | $157.00 | 3',
    ]);
  });

  it('crosses groups of a matrix, with totals of both', () => {
    const grid = reportGrid(matrixRun());
    expect(grid.columns.map(({ label }) => label)).toEqual(['Stage / Kind', 'New', 'Old', 'Total']);
    expect(texts(grid)).toEqual([
      'Prospecting | $100.00 | $7.00 | $107.00',
      'Won, at last |  | $50.00 | $50.00',
      'Total | $100.00 | $57.00 | $157.00',
    ]);
  });

  it('keeps the columns that are asked for, and the heads of groups', () => {
    const grid = withColumns(reportGrid(summaryRun()), ['AMOUNT']);
    expect(grid.columns.map(({ label }) => label)).toEqual(['Stage', 'Amount']);
    expect(grid.rows[0]?.cells.map(({ text }) => text)).toEqual(['Prospecting (2)', '$107.00']);
  });
});
