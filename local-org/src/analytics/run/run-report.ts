import { formatValue } from '../../query';
import type { ReportCell, ReportFact, ReportGroup, ReportResult } from '../report-result';
import { Facts } from './facts';
import { compareValues, Group } from './group-tree';
import { groupValue, type GroupingContext } from './grouping-value';
import type { PlannedGrouping, ReportPlan } from './plan-report';
import type { PlannedColumn, RowReader } from './planned-column';
import type { ReportMoment } from './report-formula';
import { readRows, type RowSource } from './report-query';

/** Most detail rows of an answer. @see https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_limits_limitations.htm */
const MAX_DETAIL_ROWS = 2_000;

/** What a run depends on besides its plan. */
export interface RunContext {
  readonly source: RowSource;
  readonly grouping: GroupingContext;
  readonly moment: ReportMoment;
  readonly includeDetails: boolean;
}

/** Runs a report: reads its rows, groups them and sums them up. */
export function runReport(
  plan: ReportPlan,
  { source, grouping, moment, includeDetails }: RunContext,
): ReportResult {
  const facts = new Facts(plan, moment);
  const groupings = [...plan.down, ...plan.across].map(({ column }) => column);
  const rows = readRows(plan, new Set([...plan.details, ...groupings, ...facts.columns()]), source);
  let nextId = 0;
  const newId = (): number => nextId++;
  const down = new Group(newId(), null, null, 0);
  const across = new Group(newId(), null, null, 0);
  rows.forEach((row, index) => {
    const place = (root: Group, axis: readonly PlannedGrouping[]): Group =>
      axis.reduce(
        (group, item) => group.child(groupValue(item.column, item.grouping, row, grouping), newId),
        root,
      );
    facts.add(
      row,
      place(down, plan.down),
      place(across, plan.across),
      includeDetails && index < MAX_DETAIL_ROWS,
    );
  });
  down.sort(comparison(plan, plan.down, (group) => [group, across], facts));
  across.sort(comparison(plan, plan.across, (group) => [down, group], facts));
  return {
    plan,
    groupingsDown: down.groups.map(reportGroup),
    groupingsAcross: across.groups.map(reportGroup),
    facts: factMap(plan, facts, down, across, grouping),
    hasDetailRows: includeDetails,
    allData: !includeDetails || rows.length <= MAX_DETAIL_ROWS,
    rowCount: rows.length,
  };
}

/** How the groups of an axis sort, by depth: by their own value, or by a number of theirs. */
function comparison(
  plan: ReportPlan,
  axis: readonly PlannedGrouping[],
  placeOf: (group: Group) => readonly [Group, Group],
  facts: Facts,
): (depth: number) => (a: Group, b: Group) => number {
  return (depth) => {
    const grouping = axis[depth]?.grouping;
    const sign = grouping?.descending ? -1 : 1;
    const reference = grouping?.sortBySummary;
    if (!reference) return (a, b) => sign * compareValues(a, b);
    const column = 'column' in reference ? (plan.column(reference.column) ?? null) : null;
    const numberOf = (group: Group): number =>
      facts.value({ reference, column }, ...placeOf(group)) ?? Number.NEGATIVE_INFINITY;
    return (a, b) => sign * (numberOf(a) - numberOf(b)) || compareValues(a, b);
  };
}

function reportGroup(group: Group): ReportGroup {
  return {
    key: group.key,
    value: group.groupValue?.value ?? null,
    label: group.groupValue?.label ?? '-',
    groups: group.groups.map(reportGroup),
  };
}

function factMap(
  plan: ReportPlan,
  facts: Facts,
  down: Group,
  across: Group,
  context: GroupingContext,
): ReadonlyMap<string, ReportFact> {
  const map = new Map<string, ReportFact>();
  for (const row of down.all()) {
    for (const column of across.all()) {
      map.set(`${row.key}!${column.key}`, {
        summaries: plan.summaries.map((summary) => {
          const value = facts.value(summary, row, column);
          return { value, label: formatValue(value, summary.format, context) ?? '-' };
        }),
        rows: facts
          .rows(row, column)
          .map((reader) => plan.details.map((detail) => cellOf(detail, reader, context))),
      });
    }
  }
  return map;
}

function cellOf(column: PlannedColumn, row: RowReader, context: GroupingContext): ReportCell {
  const value = column.value(row);
  if (value === null) return { value, label: '-' };
  const shown = column.shown(row);
  const label = column.isLink
    ? String(shown ?? '-')
    : (column.valueLabels?.get(String(shown)) ?? formatValue(shown, column.format, context) ?? '-');
  return { value, label };
}
