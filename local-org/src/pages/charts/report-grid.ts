import { isSameColumn, type ReportRun, type RunCell, type RunFact, type RunGroup } from './report-run';

/** A cell of the table of a report. */
export interface GridCell {
  readonly key: string;
  readonly text: string;
  /** Address of the record that the cell names. */
  readonly url: string | null;
}

/** A row: of a record, of a group with its subtotals, or of all. */
export interface GridRow {
  readonly key: string;
  readonly kind: 'detail' | 'group' | 'total';
  /** How deep the group lies, from 0. */
  readonly depth: number;
  /** In the order of the columns; the first is the head of the row. */
  readonly cells: readonly GridCell[];
}

/** The table of a report. */
export interface ReportGrid {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly GridRow[];
}

const NUMBERS: ReadonlySet<string> = new Set(['currency', 'double', 'int', 'percent', 'long']);
const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const TOTAL = 'Total';

/** Arranges the answer of a report as its format asks. */
export function reportGrid(run: ReportRun): ReportGrid {
  return run.reportMetadata.groupingsAcross.length > 0 ? matrixGrid(run) : groupedGrid(run);
}

interface Column {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  /** Positions of the aggregates that stand in the column's subtotals. */
  readonly aggregates: readonly number[];
}

/** Rows of records, in groups with their subtotals when the report has any. */
function groupedGrid(run: ReportRun): ReportGrid {
  const { reportMetadata: metadata, reportExtendedMetadata: extended } = run;
  const hasGroups = metadata.groupingsDown.length > 0;
  const details = run.hasDetailRows ? metadata.detailColumns : [];
  const detailColumns = details.map((name): Column => {
    const info = extended.detailColumnInfo[name];
    return {
      key: name,
      label: info?.label ?? name,
      isNumber: NUMBERS.has(info?.dataType ?? ''),
      aggregates: metadata.aggregates.flatMap((each, index) => (isSummaryOf(each, name) ? [index] : [])),
    };
  });
  const shown = new Set(detailColumns.flatMap(({ aggregates }) => aggregates));
  const ownColumns = metadata.aggregates.flatMap((name, index): Column[] =>
    shown.has(index) || (name === 'RowCount' && run.hasDetailRows)
      ? []
      : [
          {
            key: name,
            label: extended.aggregateColumnInfo[name]?.label ?? name,
            isNumber: true,
            aggregates: [index],
          },
        ],
  );
  const columns = [...detailColumns, ...ownColumns];
  const groupNames = metadata.groupingsDown.map(
    ({ name }) => extended.groupingColumnInfo[name]?.label ?? name,
  );
  const head = { key: 'group', label: groupNames.join(' / '), isNumber: false, aggregates: [] };
  const width = columns.length;
  const rows = [
    ...(hasGroups
      ? run.groupingsDown.groupings.flatMap((group) => groupRows(run, group, 0, columns, details.length))
      : detailRows(run.factMap['T!T'], 'T', details.length, width, false)),
    summaryRow(
      'total',
      'total',
      0,
      `${TOTAL} (${countOf(run, run.factMap['T!T'])})`,
      run.factMap['T!T'],
      columns,
      hasGroups,
    ),
  ];
  return { columns: hasGroups ? [head, ...columns] : columns, rows };
}

/** `s!AMOUNT` sums up `AMOUNT`. */
function isSummaryOf(aggregate: string, column: string): boolean {
  const mark = aggregate.indexOf('!');
  return mark > 0 && isSameColumn(aggregate.slice(mark + 1), column);
}

function groupRows(
  run: ReportRun,
  group: RunGroup,
  depth: number,
  columns: readonly Column[],
  details: number,
): GridRow[] {
  const fact = run.factMap[`${group.key}!T`];
  const label = `${group.label} (${countOf(run, fact)})`;
  return [
    summaryRow(group.key, 'group', depth, label, fact, columns, true),
    ...group.groupings.flatMap((inner) => groupRows(run, inner, depth + 1, columns, details)),
    ...(group.groupings.length === 0 ? detailRows(fact, group.key, details, columns.length, true) : []),
  ];
}

function countOf({ reportMetadata }: ReportRun, fact: RunFact | undefined): string {
  return fact?.aggregates[reportMetadata.aggregates.indexOf('RowCount')]?.label ?? '0';
}

function summaryRow(
  key: string,
  kind: GridRow['kind'],
  depth: number,
  label: string,
  fact: RunFact | undefined,
  columns: readonly Column[],
  hasHead: boolean,
): GridRow {
  const cells = columns.map(({ key: column, aggregates }) => {
    const texts = aggregates.map((index) => fact?.aggregates[index]?.label ?? '');
    return { key: column, text: texts.join(' / '), url: null };
  });
  const head = { key: 'group', text: label, url: null };
  const [first, ...others] = cells;
  const withoutHead = first?.text === '' ? [{ ...first, text: label }, ...others] : cells;
  return { key: `${kind}/${key}`, kind, depth, cells: hasHead ? [head, ...cells] : withoutHead };
}

function detailRows(
  fact: RunFact | undefined,
  group: string,
  details: number,
  width: number,
  hasHead: boolean,
): GridRow[] {
  if (details === 0) return [];
  return (fact?.rows ?? []).map(({ dataCells }, index) => {
    const cells = Array.from({ length: width }, (_, column) => cellOf(dataCells[column], String(column)));
    const head = { key: 'group', text: '', url: null };
    return { key: `${group}/${index}`, kind: 'detail', depth: 0, cells: hasHead ? [head, ...cells] : cells };
  });
}

function cellOf(cell: RunCell | undefined, key: string): GridCell {
  const value = cell?.value;
  const isRecord = typeof value === 'string' && RECORD_ID.test(value) && value !== cell?.label;
  return { key, text: cell?.label ?? '', url: isRecord ? `/lightning/r/${value}/view` : null };
}

interface MatrixGroup {
  readonly key: string;
  readonly label: string;
  readonly depth: number;
}

/** Groups of rows against groups of columns, with totals of both; a cell holds all numbers of the report. */
function matrixGrid(run: ReportRun): ReportGrid {
  const { reportMetadata: metadata, reportExtendedMetadata: extended } = run;
  const across = [...flattened(run.groupingsAcross.groupings, 0, ''), { key: 'T', label: TOTAL, depth: 0 }];
  const down = flattened(run.groupingsDown.groupings, 0, '');
  const labels = metadata.aggregates.map((name) => extended.aggregateColumnInfo[name]?.label ?? name);
  const columns = across.flatMap(({ key, label }) =>
    labels.map((name, index) => ({
      key: `${key}/${index}`,
      label: labels.length > 1 ? `${label}: ${name}` : label,
      isNumber: true,
      fact: key,
      index,
    })),
  );
  const rowOf = (key: string, label: string, depth: number, kind: GridRow['kind']): GridRow => ({
    key: `${kind}/${key}`,
    kind,
    depth,
    cells: [
      { key: 'group', text: label, url: null },
      ...columns.map((column) => ({
        key: column.key,
        text: run.factMap[`${key}!${column.fact}`]?.aggregates[column.index]?.label ?? '',
        url: null,
      })),
    ],
  });
  const names = [...metadata.groupingsDown, ...metadata.groupingsAcross].map(
    ({ name }) => extended.groupingColumnInfo[name]?.label ?? name,
  );
  return {
    columns: [{ key: 'group', label: names.join(' / '), isNumber: false }, ...columns],
    rows: [
      ...down.map(({ key, label, depth }) => rowOf(key, label, depth, 'group')),
      rowOf('T', TOTAL, 0, 'total'),
    ],
  };
}

/** Groups with those inside them behind them. */
function flattened(groups: readonly RunGroup[], depth: number, around: string): MatrixGroup[] {
  return groups.flatMap(({ key, label, groupings }) => [
    { key, label: around === '' ? label : `${around} / ${label}`, depth },
    ...flattened(groupings, depth + 1, label),
  ]);
}

/** The table with these columns only, in this order; the heads of groups stay. The whole table when it has none of them. */
export function withColumns({ columns, rows }: ReportGrid, names: readonly string[]): ReportGrid {
  const own = names.flatMap((name) => {
    const index = columns.findIndex(({ key }) => isSameColumn(key, name));
    return index < 0 ? [] : [index];
  });
  if (own.length === 0) return { columns, rows };
  const kept = columns[0]?.key === 'group' && own[0] !== 0 ? [0, ...own] : own;
  const pick = <T>(all: readonly T[]): T[] => kept.flatMap((index) => all[index] ?? []);
  return { columns: pick(columns), rows: rows.map((row) => ({ ...row, cells: pick(row.cells) })) };
}
