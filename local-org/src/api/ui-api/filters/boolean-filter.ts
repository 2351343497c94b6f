import { ApiError } from '../../../core';
import { joined } from './soql-condition';

/**
 * Joins conditions as a filter's logic says: `1 AND (2 OR NOT 3)`; all must hold without one. Every AND and OR gets
 * brackets, without which SOQL does not mix them.
 * @throws ApiError INVALID_FILTER_LOGIC for a logic that cannot be read, or names a condition which is not there
 */
export function combine(conditions: readonly string[], logic: string | null): string | undefined {
  if (logic === null || logic.trim() === '') return joined('AND', conditions);
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S+/g) ?? [];
  let position = 0;
  const fail = (): never => {
    throw new ApiError('INVALID_FILTER_LOGIC', `Invalid filter logic: ${logic}`);
  };
  const operand = (): string => {
    const token = tokens[position++] ?? fail();
    if (token === 'NOT') return `(NOT ${operand()})`;
    if (token !== '(') return conditions[Number(token) - 1] ?? fail();
    const inner = disjunction();
    return tokens[position++] === ')' ? inner : fail();
  };
  const chain = (operator: 'AND' | 'OR', next: () => string): string => {
    const parts = [next()];
    while (tokens[position] === operator) {
      position++;
      parts.push(next());
    }
    return joined(operator, parts) ?? fail();
  };
  const disjunction = (): string => chain('OR', () => chain('AND', operand));
  const combined = disjunction();
  return position === tokens.length ? combined : fail();
}
