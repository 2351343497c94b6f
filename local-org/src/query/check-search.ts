import type { Schema } from '../schema';
import { checkQuery } from './check-query';
import { parseSosl } from './sosl/parse-sosl';

/**
 * Parses a search and resolves the names in its RETURNING clause against a schema, for code that holds searches. Binds
 * (`:name`) may stand in it.
 * @throws ApiError with the platform's code and text
 */
export function checkSearch(sosl: string, schema: Schema): void {
  for (const { soql } of parseSosl(sosl).returning ?? []) checkQuery(soql, schema);
}
