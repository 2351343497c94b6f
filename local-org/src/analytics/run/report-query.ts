import type { FieldValue } from '../../core';
import type { RequestContext } from '../../execution';
import type { QueryEngine, ResultRecord } from '../../query';
import type { CrossFilter, ReportFilter } from '../report/report-definition';
import type { ReportTable } from '../report-type/report-type';
import { combine } from '../filter/boolean-filter';
import { EVERY_RECORD, filterCondition, NO_RECORD, passesWhenBlank } from '../filter/filter-condition';
import { isReportScope, scopeCondition } from '../filter/report-scope';
import { CUSTOM_INTERVAL, INTERVALS } from '../filter/time-frame';
import { parameterCondition } from '../filter/report-parameters';
import type { PlannedColumn, RowReader } from './planned-column';
import type { ReportPlan } from './plan-report';

/** Where a report's rows come from. */
export interface RowSource {
  readonly query: QueryEngine;
  readonly context: RequestContext;
}

/**
 * Reads the rows of a report, in the order of its sort column: first those that have a record of every table, then those
 * that end at a table before an outer join.
 */
export function readRows(plan: ReportPlan, columns: Iterable<PlannedColumn>, source: RowSource): RowReader[] {
  const inputs = [...columns].flatMap((column) => column.inputs);
  const { tables } = plan.reportType;
  const rows: RowReader[] = [];
  for (let level = tables.length - 1; level >= 0; level -= 1) {
    const soql = rowQuery(plan, level, inputs, source);
    const { records } = source.query.query(soql, { context: source.context });
    const read = rowReaders(tables, level);
    for (const record of records) rows.push(read(record));
    if (!tables[level]?.join?.outer) break;
  }
  const { rowLimit } = plan.definition;
  return rowLimit === null ? rows : rows.slice(0, rowLimit);
}

function rowQuery(
  plan: ReportPlan,
  level: number,
  inputs: PlannedColumn['inputs'],
  source: RowSource,
): string {
  const { definition, reportType } = plan;
  const { tables } = reportType;
  const path = (table: number, column: string): string => pathFrom(tables, level, table, column);
  const selected = new Set(['Id']);
  for (const [table, column] of inputs) if (table <= level) selected.add(path(table, column));
  const conditions = [...rowConditions(plan, level, source), ...joinConditions(tables, level)];
  const sort = definition.sort && plan.fieldColumn(definition.sort.column);
  const order =
    sort && sort.table <= level
      ? ` ORDER BY ${path(sort.table, sort.labelPath)} ${definition.sort?.descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}`
      : '';
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${[...selected].join(', ')} FROM ${tables[level]?.objectName ?? ''}${where}${order}`;
}

/** Rows of an inner join have a parent; rows before an outer join have no child. */
function joinConditions(tables: readonly ReportTable[], level: number): string[] {
  const join = tables[level]?.join;
  const next = tables[level + 1];
  return [
    ...(join ? [`${join.field.name} != null`] : []),
    ...(next?.join
      ? [
          `Id NOT IN (SELECT ${next.join.field.name} FROM ${next.objectName} WHERE ${next.join.field.name} != null)`,
        ]
      : []),
  ];
}

function rowConditions(plan: ReportPlan, level: number, source: RowSource): string[] {
  const { definition, reportType } = plan;
  const path = (table: number, column: string): string => pathFrom(reportType.tables, level, table, column);
  const filters = definition.filters.map((filter) => columnCondition(plan, level, filter));
  const scope = isReportScope(definition.scope)
    ? scopeCondition(definition.scope, path(0, 'OwnerId'), source.query, source.context)
    : null;
  return [
    ...(filters.length > 0 ? [combine(definition.booleanFilter, filters)] : []),
    ...timeFrameConditions(plan, level),
    ...(scope === null ? [] : [scope]),
    ...Object.entries(definition.parameters).flatMap(
      ([name, value]) => parameterCondition(name, value, (field) => path(0, field)) ?? [],
    ),
    ...definition.crossFilters.flatMap((filter) => crossCondition(plan, level, filter) ?? []),
  ];
}

/** A filter on a column that the user may not read falls away: rows widen. */
function columnCondition(plan: ReportPlan, level: number, filter: ReportFilter): string {
  const column = plan.fieldColumn(filter.column);
  if (!column) return EVERY_RECORD;
  if (column.table > level) return passesWhenBlank(filter) ? EVERY_RECORD : NO_RECORD;
  const path = pathFrom(plan.reportType.tables, level, column.table, column.labelPath);
  return filterCondition(column, path, filter);
}

function timeFrameConditions(plan: ReportPlan, level: number): string[] {
  const { timeFrame } = plan.definition;
  const column = timeFrame && plan.fieldColumn(timeFrame.dateColumn);
  if (!timeFrame || !column) return [];
  const [from, to] =
    timeFrame.interval === CUSTOM_INTERVAL
      ? [timeFrame.start, timeFrame.end]
      : (INTERVALS[timeFrame.interval] ?? [null, null]);
  const limit = (operator: string, value: string | null): string[] =>
    value === null
      ? []
      : [columnCondition(plan, level, { column: column.name, operator, value, columnToColumn: false })];
  return [...limit('greaterOrEqual', from), ...limit('lessOrEqual', to)];
}

function crossCondition(plan: ReportPlan, level: number, filter: CrossFilter): string | null {
  const column = plan.fieldColumn(filter.primaryColumn);
  if (!column || column.table > level) return null;
  const path = pathFrom(plan.reportType.tables, level, column.table, column.valuePath);
  const join = withoutTable(filter.joinColumn);
  const conditions = filter.filters.map((line) => {
    const related = plan.relatedColumn(filter.relatedObject, withoutTable(line.column));
    return related ? filterCondition(related, related.labelPath, line) : EVERY_RECORD;
  });
  const where = [`${join} != null`, ...conditions].join(' AND ');
  return `${path} ${filter.without ? 'NOT IN' : 'IN'} (SELECT ${join} FROM ${filter.relatedObject} WHERE ${where})`;
}

/** Columns of a related object are named `Deal__c$Region__c` or `Deal__c.Region__c`. */
function withoutTable(column: string): string {
  return column.replace(/^[^$.]+[$.]/, '');
}

/** A path of a table, from the object of a table after it: `Account.Region__c` from the opportunity. */
function pathFrom(tables: readonly ReportTable[], from: number, table: number, path: string): string {
  const steps: string[] = [];
  for (let level = from; level > table; level -= 1)
    steps.push(tables[level]?.join?.field.relationship?.relationshipName ?? '');
  return [...steps, path].join('.');
}

function rowReaders(tables: readonly ReportTable[], level: number): (record: ResultRecord) => RowReader {
  const paths = new Map<string, readonly string[]>();
  const stepsOf = (table: number, path: string): readonly string[] => {
    const key = `${table} ${path}`;
    let steps = paths.get(key);
    if (!steps) paths.set(key, (steps = pathFrom(tables, level, table, path).split('.')));
    return steps;
  };
  return (record) => (table, path) => (table > level ? null : readSteps(record, stepsOf(table, path)));
}

function readSteps(record: ResultRecord, steps: readonly string[]): FieldValue {
  let current: ResultRecord = record;
  for (const [index, step] of steps.entries()) {
    const value = current.fields[step] ?? null;
    if (index === steps.length - 1) return isFieldValue(value) ? value : null;
    if (!isRecord(value)) return null;
    current = value;
  }
  return null;
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || typeof value !== 'object';
}

function isRecord(value: unknown): value is ResultRecord {
  return typeof value === 'object' && value !== null && 'fields' in value;
}
