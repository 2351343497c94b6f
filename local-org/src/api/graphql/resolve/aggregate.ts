import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { FieldValue } from '../../../core';
import type { ResultRecord } from '../../../query';
import type { Field, SObjectType } from '../../../schema';
import { isJsonObject } from '../../rest/record-input';
import { resolveFieldPath } from '../../ui-api/filters/resolve-path';
import { SoqlBinds } from '../../ui-api/filters/soql-condition';
import type { UiRequest } from '../../ui-api/request/ui-request';
import { displaySettings } from '../../ui-api/values/display-settings';
import { fieldValueOf, type DisplaySettings } from '../../ui-api/values/field-value';
import {
  condition,
  countRecords,
  cursorOf,
  offsetAfter,
  orderTerms,
  pageInfo,
  pageSize,
  type ConnectionArguments,
} from './connection';
import { orderArgument } from './order-argument';
import { selectedNodes, selectionsBelow } from './selected-paths';

/** Arguments of an aggregation. */
export interface AggregateArguments extends ConnectionArguments {
  readonly groupBy?: unknown;
}

/** Functions by their names in GraphQL. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  avg: 'AVG',
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
  max: 'MAX',
  min: 'MIN',
  sum: 'SUM',
};
/** Results of these functions are numbers, whatever the field is. */
const COUNTING: ReadonlySet<string> = new Set(['avg', 'count', 'countDistinct']);
const AVERAGE_DIGITS = 2;

/** A column of the query: what a field is grouped by, or a function of it. */
interface AggregateColumn {
  readonly field: Field;
  /** `sum`; null for the field itself. */
  readonly function: string | null;
  readonly expression: string;
  readonly alias: string;
}

/**
 * The rows of an aggregation, one for each group.
 * @throws ApiError MALFORMED_QUERY for a field that is neither grouped by nor inside a function
 */
export function aggregateConnection(
  ui: UiRequest,
  type: SObjectType,
  args: AggregateArguments,
  info: GraphQLResolveInfo,
): Record<string, unknown> {
  const groups = groupExpressions(ui, type, args.groupBy);
  const columns = selectedColumns(type, info, groups);
  const binds = new SoqlBinds();
  const where = condition(ui, type, args, null, binds);
  const order = orderTerms(ui, type, orderArgument(info), '');
  const selected =
    columns.length > 0 ? columns.map(({ expression, alias }) => `${expression} ${alias}`) : ['COUNT(Id) n'];
  const soql = [
    `SELECT ${selected.join(', ')} FROM ${type.name}`,
    where === undefined ? '' : `WHERE ${where}`,
    groups.size === 0 ? '' : `GROUP BY ${[...groups.values()].join(', ')}`,
    order.length === 0 ? '' : `ORDER BY ${order.join(', ')}`,
  ];
  const { records } = ui.deps.org.query.query(soql.filter((part) => part !== '').join(' '), {
    context: ui.context,
    binds: binds.all,
  });
  const offset = offsetAfter(args.after ?? null);
  const first = pageSize(args.first ?? 10);
  const shown = records.slice(offset, offset + first);
  const settings = displaySettings(ui);
  return {
    edges: shown.map((row, index) => ({
      cursor: cursorOf(offset + index),
      node: { aggregate: aggregateOf(row, columns, settings) },
    })),
    pageInfo: pageInfo(offset, shown.length, records.length > offset + first),
    pageResultCount: shown.length,
    totalCount: () => (groups.size > 0 ? records.length : countRecords(ui, type, where, binds)),
  };
}

/** `{ StageName: { group: true }, CloseDate: { function: CALENDAR_YEAR } }` as expressions by field. */
function groupExpressions(ui: UiRequest, type: SObjectType, groupBy: unknown): Map<string, string> {
  const entries = isJsonObject(groupBy) ? Object.entries(groupBy) : [];
  return new Map(
    entries.flatMap(([name, clause]): [string, string][] => {
      if (!isJsonObject(clause)) return [];
      const { path } = resolveFieldPath(ui, type, name);
      const { function: grouping, group } = clause;
      if (typeof grouping === 'string') return [[path, `${grouping}(${path})`]];
      return group === true ? [[path, path]] : [];
    }),
  );
}

function selectedColumns(
  type: SObjectType,
  info: GraphQLResolveInfo,
  groups: ReadonlyMap<string, string>,
): AggregateColumn[] {
  const selections = info.fieldNodes.map(({ selectionSet }) => selectionSet);
  const nodes = selectionsBelow(info, selectionsBelow(info, selections, 'edges'), 'node');
  const fields = selectedNodes(info, selectionsBelow(info, nodes, 'aggregate'));
  const columns = new Map<string, AggregateColumn>();
  for (const { name, selectionSet } of fields) {
    const field = type.field(name.value);
    if (!field) continue;
    for (const { name: selected } of selectedNodes(info, [selectionSet])) {
      const used = Object.hasOwn(FUNCTIONS, selected.value) ? selected.value : null;
      const key = `${field.name} ${used ?? ''}`;
      if (columns.has(key) || selected.value === '__typename') continue;
      columns.set(key, column(field, used, groups, `c${columns.size}`));
    }
  }
  return [...columns.values()];
}

function column(
  field: Field,
  used: string | null,
  groups: ReadonlyMap<string, string>,
  alias: string,
): AggregateColumn {
  if (used !== null) {
    return { field, function: used, expression: `${FUNCTIONS[used] ?? ''}(${field.name})`, alias };
  }
  const expression = groups.get(field.name);
  if (expression === undefined) {
    throw new GraphQLError(`${field.name} must be grouped by, or stand in an aggregate function`);
  }
  return { field, function: null, expression, alias };
}

function aggregateOf(
  { fields }: ResultRecord,
  columns: readonly AggregateColumn[],
  settings: DisplaySettings,
): Record<string, Record<string, unknown>> {
  const result: Record<string, Record<string, unknown>> = {};
  for (const { field, function: used, expression, alias } of columns) {
    const value = (fields[alias] ?? null) as FieldValue;
    const shown = valueOf(field, used, expression, value, settings);
    const ofField = (result[field.name] ??= {});
    if (used === null) Object.assign(ofField, shown, { label: shown.displayValue });
    else ofField[used] = shown;
  }
  return result;
}

/** Numbers that a function makes of a field are shown as numbers, all other values as the field's own. */
function valueOf(
  field: Field,
  used: string | null,
  expression: string,
  value: FieldValue,
  settings: DisplaySettings,
): ReturnType<typeof fieldValueOf> {
  const isNumber = used === null ? expression !== field.name : COUNTING.has(used);
  if (!isNumber) return fieldValueOf(field, value, settings);
  const number: Field = {
    ...field,
    type: used === 'avg' ? field.type : 'int',
    scale: used === 'avg' ? Math.max(field.scale, AVERAGE_DIGITS) : 0,
  };
  return typeof value === 'number' ? fieldValueOf(number, value, settings) : { displayValue: null, value };
}
