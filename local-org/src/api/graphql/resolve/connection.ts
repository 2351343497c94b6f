import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { UnsupportedFeatureError } from '../../../core';
import type { SObjectType } from '../../../schema';
import { isJsonObject } from '../../rest/record-input';
import { graphqlFilter } from '../../ui-api/filters/graphql-filter';
import { joined, SoqlBinds } from '../../ui-api/filters/soql-condition';
import { resolveFieldPath } from '../../ui-api/filters/resolve-path';
import { queryUiRecords } from '../../ui-api/records/query-records';
import type { UiRequest } from '../../ui-api/request/ui-request';
import { orderArgument } from './order-argument';
import type { RecordSource } from './record-source';
import { selectedTree, selectionsBelow } from './selected-paths';

/** Arguments of a list of records. */
export interface ConnectionArguments {
  readonly where?: unknown;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly scope?: string | null;
  readonly updateMRU?: boolean | null;
}

/** A page of records, as the Relay specification has it. */
export interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: RecordSource }[];
  readonly pageInfo: PageInfo;
  readonly pageResultCount: number;
  /** Counted when it is asked for. */
  readonly totalCount: () => number;
}

export interface PageInfo {
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The parent whose children are listed. */
export interface ParentCondition {
  /** The child's field. */
  readonly field: string;
  readonly id: string;
}

const DEFAULT_FIRST = 10;
const MAX_FIRST = 2_000;
const CURSOR_PREFIX = 'v1:';

/**
 * A page of the records of an object, or of the children of one record.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/query-record-objects.html
 * @throws ApiError MALFORMED_QUERY, INVALID_FIELD
 */
export function connection(
  ui: UiRequest,
  type: SObjectType,
  args: ConnectionArguments,
  info: GraphQLResolveInfo,
  parent: ParentCondition | null,
): Connection {
  const binds = new SoqlBinds();
  const where = condition(ui, type, args, parent, binds);
  const offset = offsetAfter(args.after ?? null);
  const first = pageSize(args.first ?? DEFAULT_FIRST);
  const selections = info.fieldNodes.map(({ selectionSet }) => selectionSet);
  const ofNodes = selectionsBelow(info, selectionsBelow(info, selections, 'edges'), 'node');
  const rows = queryUiRecords(ui, selectedTree(ui, type, info, ofNodes), {
    where,
    binds: binds.all,
    orderBy: [...orderTerms(ui, type, orderArgument(info), ''), 'Id ASC'].join(', '),
    offset,
    limit: first + 1,
  });
  const shown = rows.slice(0, first);
  if (args.updateMRU === true)
    for (const { id } of shown) ui.deps.org.recentItems.add(ui.context.user.id, id ?? '');
  return {
    edges: shown.map((row, index) => ({ cursor: cursorOf(offset + index), node: { type, row } })),
    pageInfo: pageInfo(offset, shown.length, rows.length > first),
    pageResultCount: shown.length,
    totalCount: () => countRecords(ui, type, where, binds),
  };
}

/** First and last place of a page. */
export function pageInfo(offset: number, shown: number, hasNextPage: boolean): PageInfo {
  return {
    startCursor: shown === 0 ? null : cursorOf(offset),
    endCursor: shown === 0 ? null : cursorOf(offset + shown - 1),
    hasNextPage,
    hasPreviousPage: offset > 0,
  };
}

/** The condition that filter, scope and parent make together. */
export function condition(
  ui: UiRequest,
  type: SObjectType,
  { where, scope }: Pick<ConnectionArguments, 'where' | 'scope'>,
  parent: ParentCondition | null,
  binds: SoqlBinds,
): string | undefined {
  const parts = [
    parent === null ? undefined : `${parent.field} = ${binds.add(parent.id)}`,
    scopeCondition(ui, scope ?? 'EVERYTHING', binds),
    graphqlFilter(ui, type, where, binds),
  ];
  return joined(
    'AND',
    parts.filter((part) => part !== undefined),
  );
}

function scopeCondition(ui: UiRequest, scope: string, binds: SoqlBinds): string | undefined {
  if (scope === 'EVERYTHING') return undefined;
  if (scope === 'MINE') return `OwnerId = ${binds.add(ui.context.user.id)}`;
  throw new UnsupportedFeatureError(`GraphQL: scope ${scope}`);
}

/** `{ CloseDate: { order: DESC }, Account: { Name: { order: ASC } } }` as terms of SOQL. */
export function orderTerms(ui: UiRequest, type: SObjectType, orderBy: unknown, prefix: string): string[] {
  if (!isJsonObject(orderBy)) return [];
  return Object.entries(orderBy).flatMap(([name, value]): string[] => {
    if (!isJsonObject(value)) return [];
    if (!('order' in value) && !('nulls' in value)) return orderTerms(ui, type, value, `${prefix}${name}.`);
    const { path } = resolveFieldPath(ui, type, prefix + name);
    const descending = value['order'] === 'DESC';
    const nulls = typeof value['nulls'] === 'string' ? value['nulls'] : descending ? 'LAST' : 'FIRST';
    return [`${path} ${descending ? 'DESC' : 'ASC'} NULLS ${nulls}`];
  });
}

/** Place after which a page begins, as the number of rows before it. @throws GraphQLError for no cursor of ours */
export function offsetAfter(cursor: string | null): number {
  if (cursor === null) return 0;
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  const index = text.startsWith(CURSOR_PREFIX) ? Number(text.slice(CURSOR_PREFIX.length)) : NaN;
  if (!Number.isInteger(index) || index < 0) throw new GraphQLError(`Invalid cursor '${cursor}'`);
  return index + 1;
}

/** @throws GraphQLError UNVERIFIED: the text */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_FIRST) return first;
  throw new GraphQLError(`first must be a number from 1 to ${MAX_FIRST}`);
}

/** The place of a row: `djE6Mg==` is `v1:2`, the third. */
export function cursorOf(index: number): string {
  return Buffer.from(`${CURSOR_PREFIX}${index}`).toString('base64');
}

/** How many records meet a condition. */
export function countRecords(
  ui: UiRequest,
  type: SObjectType,
  where: string | undefined,
  binds: SoqlBinds,
): number {
  const soql = `SELECT COUNT() FROM ${type.name}${where === undefined ? '' : ` WHERE ${where}`}`;
  return ui.deps.org.query.query(soql, { context: ui.context, binds: binds.all }).totalSize;
}
