import { parseValue, valueFromASTUntyped } from 'graphql';
import {
  ApiError,
  datetimeToEpochMs,
  formatDatetime,
  UnsupportedFeatureError,
  type FieldValue,
} from '../../../core';
import type { Field, SObjectType } from '../../../schema';
import { isJsonObject } from '../../rest/record-input';
import { isReadable, requireUiObject } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import { dateLiteral } from './date-range';
import { resolveFieldPath } from './resolve-path';
import { joined, type SoqlBinds } from './soql-condition';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a condition is written with, and where in the tree of objects it stands. */
interface FilterScope {
  readonly ui: UiRequest;
  readonly type: SObjectType;
  readonly binds: SoqlBinds;
  /** Relationships from the object of the query to this one, each with a point: `Account.Owner.`. */
  readonly prefix: string;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'LIKE',
};
const LISTS: Readonly<Record<string, string>> = {
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};
const SEMI_JOINS: Readonly<Record<string, string>> = { inq: 'IN', ninq: 'NOT IN' };

/** Reads a filter in GraphQL syntax: `{ Amount: { gt: 100 } }`. @throws ApiError MALFORMED_QUERY */
export function parseFilterText(text: string): unknown {
  try {
    return valueFromASTUntyped(parseValue(text, { noLocation: true }));
  } catch (error) {
    throw new ApiError('MALFORMED_QUERY', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Writes a filter of GraphQL as SOQL: `{ or: [{ Name: { like: "A%" } }, { Account: { Industry: { eq: "Energy" } } }] }`.
 * Undefined for an empty filter.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/filter-boolean.html
 * @throws ApiError INVALID_FIELD for a field that the user may not read, MALFORMED_QUERY for what is no filter
 */
export function graphqlFilter(
  ui: UiRequest,
  type: SObjectType,
  filter: unknown,
  binds: SoqlBinds,
): string | undefined {
  return objectFilter({ ui, type, binds, prefix: '' }, filter);
}

function objectFilter(scope: FilterScope, filter: unknown): string | undefined {
  if (filter === null || filter === undefined) return undefined;
  const conditions = Object.entries(requireObject(filter)).flatMap(([name, value]): string[] => {
    const condition = BOOLEANS[name.toLowerCase()]?.(scope, value) ?? fieldFilter(scope, name, value);
    return condition === undefined ? [] : [condition];
  });
  return joined('AND', conditions);
}

type BooleanOperator = (scope: FilterScope, value: unknown) => string | undefined;

const listOf =
  (operator: 'AND' | 'OR'): BooleanOperator =>
  (scope, value) => {
    const filters = Array.isArray(value) ? (value as unknown[]) : [value];
    return joined(
      operator,
      filters.flatMap((filter) => objectFilter(scope, filter) ?? []),
    );
  };

const BOOLEANS: Readonly<Record<string, BooleanOperator>> = {
  and: listOf('AND'),
  or: listOf('OR'),
  not: (scope, value) => {
    const inner = objectFilter(scope, value);
    return inner === undefined ? undefined : `(NOT ${inner})`;
  },
};

function fieldFilter(scope: FilterScope, name: string, value: unknown): string | undefined {
  const { ui, type, prefix } = scope;
  if (BOOLEANS[name.toLowerCase()]) return undefined;
  const operators = requireObject(value);
  const reference = type.parentField(name);
  if (reference && !type.field(name)) {
    const parent = parentType(scope, reference);
    if (!parent || !isReadable(ui, type, reference)) throw noSuchField(type, name);
    const path = `${prefix}${reference.relationship?.relationshipName ?? name}.`;
    return objectFilter({ ...scope, type: parent, prefix: path }, operators);
  }
  const { field } = resolveFieldPath(ui, type, name);
  const conditions = Object.entries(operators).map(([operator, operand]) =>
    operatorCondition(scope, field, operator, operand),
  );
  return joined('AND', conditions);
}

function parentType({ ui }: FilterScope, { relationship }: Field): SObjectType | undefined {
  const targets = relationship?.referenceTo ?? [];
  return ui.deps.org.schema().find(targets.length > 1 ? 'Name' : (targets[0] ?? ''));
}

function operatorCondition(scope: FilterScope, field: Field, operator: string, operand: unknown): string {
  const path = `${scope.prefix}${field.name}`;
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return `${path} ${comparison} ${valueText(scope, field, operand)}`;
  const list = LISTS[operator];
  if (list !== undefined) {
    const values = Array.isArray(operand) ? (operand as unknown[]) : [operand];
    return `${path} ${list} (${values.map((value) => valueText(scope, field, value)).join(', ')})`;
  }
  const semiJoin = SEMI_JOINS[operator];
  if (semiJoin !== undefined) return `${path} ${semiJoin} (${semiJoinQuery(scope, requireObject(operand))})`;
  throw new UnsupportedFeatureError(`GraphQL: filter operator ${operator}`);
}

/** `{ Contact: { LastName: { like: "S%" } }, ApiName: "AccountId" }` selects the accounts of those contacts. */
function semiJoinQuery(scope: FilterScope, operand: JsonObject): string {
  const { ApiName: fieldName, ...objects } = operand;
  const [entry] = Object.entries(objects);
  if (typeof fieldName !== 'string' || !entry) {
    throw new ApiError('MALFORMED_QUERY', 'inq and ninq need an object and the ApiName of its field');
  }
  const type = requireUiObject(scope.ui, entry[0]);
  const { path } = resolveFieldPath(scope.ui, type, fieldName);
  const where = objectFilter({ ...scope, type, prefix: '' }, entry[1]);
  return `SELECT ${path} FROM ${type.name}${where === undefined ? '' : ` WHERE ${where}`}`;
}

function valueText({ binds }: FilterScope, field: Field, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isJsonObject(value)) return dateText(binds, field, value);
  if (typeof value === 'object') throw new ApiError('MALFORMED_QUERY', `A value of ${field.name} is no list`);
  if (field.type === 'datetime' && typeof value === 'string') return binds.add(instant(field, value));
  return binds.add(value as FieldValue);
}

/** Dates: `{ value: "2026-01-31" }`, `{ literal: THIS_MONTH }` or `{ range: { last_n_days: 30 } }`. */
function dateText(binds: SoqlBinds, field: Field, { value, literal, range }: JsonObject): string {
  if (typeof value === 'string') return binds.add(field.type === 'datetime' ? instant(field, value) : value);
  if (value === null) return 'null';
  const [rangeEntry] = isJsonObject(range) ? Object.entries(range) : [];
  const text =
    typeof literal === 'string' ? literal : rangeEntry ? `${rangeEntry[0]}:${String(rangeEntry[1])}` : '';
  const known = dateLiteral(text);
  if (known === undefined) throw new ApiError('MALFORMED_QUERY', `Invalid date of ${field.name}: ${text}`);
  return known;
}

function instant({ name }: Field, text: string): string {
  const epochMs = datetimeToEpochMs(text);
  if (Number.isNaN(epochMs))
    throw new ApiError('MALFORMED_QUERY', `Invalid date and time of ${name}: ${text}`);
  return formatDatetime(epochMs);
}

function requireObject(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new ApiError(
    'MALFORMED_QUERY',
    `A filter is an object of operators by field, not ${JSON.stringify(value)}`,
  );
}

function noSuchField(type: SObjectType, name: string): ApiError {
  return new ApiError('INVALID_FIELD', `No such relationship '${name}' on sobject of type ${type.name}`);
}
