import type { MethodSymbol, TypeSymbol, VariableSymbol } from '../../types/symbols';
import type { BindableVariable, BoundExpression } from '../bound';
import { lineage } from '../members';
import { hasReadableValue } from './bind-names';
import type { Body } from './body';

/** Methods whose text may bind variables of the caller; those that end in `WithBinds` get a map instead. */
const DYNAMIC_QUERIES: ReadonlySet<string> = new Set([
  'System.Database.query',
  'System.Database.countQuery',
  'System.Database.getQueryLocator',
]);

/** Whether a method takes a query as text, and so the variables of its caller with it. */
export function takesBindableVariables({ owner, name, parameters: [query] }: MethodSymbol): boolean {
  const isDynamic = [...DYNAMIC_QUERIES].some(
    (each) => each.toLowerCase() === `${owner.qualifiedName}.${name}`.toLowerCase(),
  );
  return isDynamic && query?.type.name === 'String';
}

/**
 * The variables that code sees by their bare names: local ones, those of its class, static ones of the classes around it.
 * A name means the nearest.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dynamic_soql.htm
 */
export function bindableVariables(body: Body, line: number): BindableVariable[] {
  const found = new Map<string, BoundExpression>();
  const add = (name: string, value: BoundExpression): void => {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, value);
  };
  for (const variable of body.locals()) {
    add(variable.name, { kind: 'local', variable, type: variable.type, line });
  }
  const { owner } = body.options;
  for (let type: TypeSymbol | null = owner; type; type = type.outer) {
    for (const variable of variablesOf(body, type)) add(variable.name, memberOf(body, variable, line));
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

function variablesOf(body: Body, type: TypeSymbol): VariableSymbol[] {
  const { owner, isStatic, later } = body.options;
  const hasObject = type === owner && !isStatic && !body.inChainedCall;
  return lineage(body.types.of(type), body.types)
    .filter(({ symbol }) => symbol.origin === 'user')
    .flatMap(({ symbol }) => symbol.variables)
    .filter(
      (variable) =>
        (variable.isStatic || hasObject) && later?.has(variable) !== true && hasReadableValue(body, variable),
    );
}

function memberOf(body: Body, variable: VariableSymbol, line: number): BoundExpression {
  const { owner, property } = body.options;
  const target: BoundExpression | null = variable.isStatic
    ? null
    : { kind: 'this', type: body.types.of(owner), line };
  return { kind: 'variable', target, variable, backing: property === variable, type: variable.type, line };
}
