import {
  isSameColumn,
  type ChartRequest,
  type ReportRun,
  type RunFact,
  type RunGroup,
  type RunGrouping,
} from './report-run';

/** A number of a chart, and how the org writes it. */
export interface ChartValue {
  readonly value: number;
  readonly label: string;
}

/** A group of a chart with a value for each series; null where the report has none. */
export interface ChartGroup {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly values: readonly (ChartValue | null)[];
}

/** A series: a value of the second grouping, or a number of the report. */
export interface ChartSeries {
  readonly label: string;
  readonly value: unknown;
}

/** What a chart draws. */
export interface ChartData {
  readonly groups: readonly ChartGroup[];
  readonly series: readonly ChartSeries[];
  /** What the numbers are: `Sum of Amount`. */
  readonly valueLabel: string;
  /** Name of the first grouping; empty when there is none. */
  readonly groupLabel: string;
  /** The groupings with their columns, for drilling down. */
  readonly groupings: readonly RunGrouping[];
  /** `currency`, `percent`, `int`, ... */
  readonly dataType: string;
}

/** Letters of summaries in the names that the API gives them. */
const CODES: Readonly<Record<string, string>> = {
  sum: 's',
  average: 'a',
  maximum: 'mx',
  minimum: 'm',
  unique: 'u',
};

/** One grouping of a report: where its groups stand. */
interface Axis {
  readonly grouping: RunGrouping;
  readonly side: 'down' | 'across';
}

/** Takes the numbers of a chart out of a report's answer. */
export function chartData(run: ReportRun, request: ChartRequest): ChartData {
  const [first, second] = axesOf(run, request.groupings);
  const numbers =
    request.summaries.length > 0 ? request.summaries : [{ column: 'RowCount', aggregate: null }];
  const indexes = numbers.map((summary) => aggregateIndex(run, summary));
  const [index = 0] = indexes;
  const name = run.reportMetadata.aggregates[index] ?? '';
  const info = run.reportExtendedMetadata.aggregateColumnInfo[name];
  const common = {
    valueLabel: info?.label ?? name,
    dataType: info?.dataType ?? 'double',
    groupLabel: first ? labelOf(run, first.grouping) : '',
    groupings: [first, second].flatMap((axis) => (axis ? [axis.grouping] : [])),
  };
  const series = first && second ? seriesOf(run, first, second) : undefined;
  const groups = first ? groupsOf(run, first) : [];
  if (series) {
    const found = groups.map((group) => ({
      ...groupHead(group),
      values: series.map((each) => valueAt(each.factOf(group), index)),
    }));
    return {
      ...common,
      groups: arranged(found, request),
      series: series.map(({ label, value }) => ({ label, value })),
    };
  }
  const facts: readonly { readonly head: Omit<ChartGroup, 'values'>; readonly fact: RunFact | undefined }[] =
    first
      ? groups.map((group) => ({ head: groupHead(group), fact: run.factMap[factKey(first.side, group.key)] }))
      : [{ head: { key: 'T', label: 'Total', value: null }, fact: run.factMap['T!T'] }];
  return {
    ...common,
    groups: arranged(
      facts.map(({ head, fact }) => ({ ...head, values: indexes.map((each) => valueAt(fact, each)) })),
      request,
    ),
    series: indexes.map((each) => {
      const aggregate = run.reportMetadata.aggregates[each] ?? '';
      const label = run.reportExtendedMetadata.aggregateColumnInfo[aggregate]?.label ?? aggregate;
      return { label, value: null };
    }),
  };
}

/** Position of a number among the aggregates of a report; the first when it has no such number. */
export function aggregateIndex(
  { reportMetadata }: ReportRun,
  { column, aggregate }: { readonly column: string; readonly aggregate: string | null },
): number {
  const code = CODES[aggregate?.toLowerCase() ?? ''];
  const wanted = code === undefined ? column : `${code}!${column}`;
  const found = [wanted, column].map((name) =>
    reportMetadata.aggregates.findIndex((each) => isSameColumn(each, name)),
  );
  return Math.max(0, found.find((index) => index >= 0) ?? 0);
}

/** The groupings a chart asks for, in its order; those of the report when it names none. */
function axesOf(
  { reportMetadata: { groupingsDown, groupingsAcross } }: ReportRun,
  names: readonly string[],
): Axis[] {
  const all: Axis[] = [
    ...groupingsDown.map((grouping) => ({ grouping, side: 'down' }) as const),
    ...groupingsAcross.map((grouping) => ({ grouping, side: 'across' }) as const),
  ];
  const named = names.flatMap((name) => all.find(({ grouping }) => isSameColumn(grouping.name, name)) ?? []);
  return named.length > 0 ? named : all.slice(0, 1);
}

function groupsOf(run: ReportRun, { side }: Axis): readonly RunGroup[] {
  return (side === 'down' ? run.groupingsDown : run.groupingsAcross).groupings;
}

interface FoundSeries {
  readonly label: string;
  readonly value: unknown;
  factOf(group: RunGroup): RunFact | undefined;
}

/** The series of a second grouping: on the other side of a matrix, or inside the groups of the first. */
function seriesOf(run: ReportRun, first: Axis, second: Axis): FoundSeries[] {
  if (first.side !== second.side) {
    return groupsOf(run, second).map(({ key, label, value }) => ({
      label,
      value,
      factOf: (group) => run.factMap[first.side === 'down' ? `${group.key}!${key}` : `${key}!${group.key}`],
    }));
  }
  const inner = new Map(
    groupsOf(run, first).flatMap(({ groupings }) =>
      groupings.map(({ label, value }) => [label, value] as const),
    ),
  );
  return [...inner].map(([label, value]) => ({
    label,
    value,
    factOf: ({ groupings }) => {
      const group = groupings.find((each) => each.label === label);
      return group && run.factMap[factKey(first.side, group.key)];
    },
  }));
}

function factKey(side: Axis['side'], key: string): string {
  return side === 'down' ? `${key}!T` : `T!${key}`;
}

function groupHead({ key, label, value }: RunGroup): Omit<ChartGroup, 'values'> {
  return { key, label, value };
}

function valueAt(fact: RunFact | undefined, index: number): ChartValue | null {
  const found = fact?.aggregates[index];
  return found && found.value !== null ? { value: found.value, label: found.label } : null;
}

function labelOf(run: ReportRun, { name }: RunGrouping): string {
  return run.reportExtendedMetadata.groupingColumnInfo[name]?.label ?? name;
}

/** Sorted as the chart asks, and no more than it shows. */
function arranged(groups: readonly ChartGroup[], { sortBy, maxGroups }: ChartRequest): ChartGroup[] {
  const direction = sortBy?.endsWith('Descending') ? -1 : 1;
  const sorted = [...groups];
  if (sortBy?.startsWith('RowValue')) sorted.sort((a, b) => direction * (totalOf(a) - totalOf(b)));
  // The report has its groups in the order of their labels already.
  else if (sortBy === 'RowLabelDescending') sorted.reverse();
  return maxGroups === null ? sorted : sorted.slice(0, maxGroups);
}

/** Of all series. */
export function totalOf({ values }: ChartGroup): number {
  return values.reduce((sum, each) => sum + (each?.value ?? 0), 0);
}
