import { ApiError, UnsupportedFeatureError } from '../../core';
import { checkQuery, checkSearch } from '../../query';
import type { Schema } from '../../schema';
import type { ApexTypes } from '../types/apex-types';
import type { CheckedQuery, QueryCheck } from './bind-context';

/** Checks queries and searches in brackets against a schema. */
export function createQueryCheck(schema: Schema, types: ApexTypes): QueryCheck {
  return {
    soql: (text) => checked(() => soqlType(text, schema, types)),
    sosl: (text) =>
      checked(() => {
        checkSearch(text, schema);
        return { kind: 'records', type: types.list(types.list(types.sobject)) };
      }),
  };
}

function soqlType(text: string, schema: Schema, types: ApexTypes): CheckedQuery {
  const { entityName, aggregate, count } = checkQuery(text, schema);
  if (count) return { kind: 'count' };
  const element = types.sobjectType(aggregate ? 'AggregateResult' : entityName) ?? types.sobject;
  return { kind: 'records', type: types.list(element) };
}

/** The engine's message stands behind the query and the place; the compiler says only what is wrong. */
function checked(check: () => CheckedQuery): CheckedQuery {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof UnsupportedFeatureError)) throw error;
    return { kind: 'problem', message: error.message.split('\n').at(-1) ?? error.message };
  }
}
