import { UnsupportedFeatureError } from '../core';
import {
  isUnsupportedChildRelationship,
  isUnsupportedField,
  isUnsupportedObject,
  type Schema,
} from '../schema';
import type { MissingName } from './soql/binder/bind-context';
import { bindStatement } from './soql/bind-statement';
import { resultColumns } from './soql/result/result-columns';
import { parseSoql } from './soql/syntax/parse-soql';

/** What is known of a query without running it. */
export interface QueryFacts {
  /** The object after FROM. */
  readonly entityName: string;
  /** Whether its rows are aggregates. */
  readonly aggregate: boolean;
  /** `SELECT COUNT()`: a number instead of rows. */
  readonly count: boolean;
}

/**
 * Parses a query and resolves its names against a schema, for code that holds queries. Binds (`:name`) may stand in it.
 * @throws ApiError with the platform's code, text and position; UnsupportedFeatureError for names of standard objects,
 *   fields and relationships that the platform has and this org lacks
 */
export function checkQuery(soql: string, schema: Schema): QueryFacts {
  const syntax = parseSoql(soql);
  const { query } = bindStatement(soql, syntax, schema, {
    canRead: () => true,
    isVirtual: () => false,
    missing: unsupportedName,
  });
  const [only, ...others] = syntax.select;
  const first = only?.kind === 'expression' ? only.expression : null;
  const count =
    others.length === 0 &&
    first?.kind === 'function' &&
    first.name === 'COUNT' &&
    first.arguments.length === 0;
  const aggregates = resultColumns(query.shape).some(
    (column) => column.aggregate && column.joinColumns.length === 0,
  );
  return { entityName: query.root.type.name, aggregate: query.groupBy.length > 0 || aggregates, count };
}

/** Code is written for the platform: a name that only the local org lacks is not called a mistake. */
function unsupportedName({ kind, name, objectName }: MissingName): Error | undefined {
  switch (kind) {
    case 'object':
      return isUnsupportedObject(name) ? new UnsupportedFeatureError(`sObject ${name}`) : undefined;
    case 'children':
      return isUnsupportedChildRelationship(objectName, name)
        ? new UnsupportedFeatureError(`Child relationship ${objectName}.${name}`)
        : undefined;
    default:
      return isUnsupportedField(objectName, name)
        ? new UnsupportedFeatureError(`Field ${objectName}.${name}`)
        : undefined;
  }
}
