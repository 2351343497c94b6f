import type { BoundExpression } from '../semantics/bound';
import type { CallableScope } from './callable-scope';

/** A query as the runtime takes it: text, binds, access. */
export function queryText(
  query: Extract<BoundExpression, { kind: 'soql' | 'sosl' }>,
  scope: CallableScope,
): string {
  const binds = query.binds.map(({ text, value }) => `[${JSON.stringify(text)}]:${scope.expression(value)}`);
  return `{text:${JSON.stringify(query.text)},binds:{${binds.join(',')}},access:"${query.access}"}`;
}
