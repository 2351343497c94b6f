import type { BindableVariable, BoundExpression } from '../semantics/bound';
import type { CallableScope } from './callable-scope';

/** A query as the runtime takes it: text, binds, access. */
export function queryText(
  query: Extract<BoundExpression, { kind: 'soql' | 'sosl' }>,
  scope: CallableScope,
): string {
  const binds = query.binds.map(({ text, value }) => `[${JSON.stringify(text)}]:${scope.expression(value)}`);
  return `{text:${JSON.stringify(query.text)},binds:{${binds.join(',')}},access:"${query.access}"}`;
}

/** A function that gives the values of variables by name in lower case; undefined for other names. */
export function bindableText(variables: readonly BindableVariable[], scope: CallableScope): string {
  const cases = variables.map(
    ({ name, value }) => `case ${JSON.stringify(name)}:return ${scope.expression(value)};`,
  );
  return `($n)=>{switch($n){${cases.join('')}}}`;
}
