import type { BoundExpression } from '../semantics/bound';
import type { CallableScope } from './callable-scope';
import { isUserType, slotAccess } from './unit-scope';

type Of<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

/** `new`: an object of a user's class is made with empty fields, then its constructor is called. */
export function newObject(expression: Of<'new'>, scope: CallableScope): string {
  const { unit } = scope;
  const { constructor, type } = expression;
  const args = expression.arguments.map((argument) => scope.expression(argument));
  if (!isUserType(type)) {
    return `${unit.platformConstructor(constructor)}(${['$rt', unit.type(type), ...args].join(',')})`;
  }
  const fresh = `new ${unit.classHandle(type.symbol)}.klass()`;
  return `${fresh}${slotAccess(constructor.slot)}(${args.join(',')})`;
}

/** Lists, sets and maps with elements, and arrays of a size. */
export function newCollection(expression: Of<'newCollection'>, scope: CallableScope): string {
  const { unit } = scope;
  const { type, elements, entries, size } = expression;
  const text = (each: BoundExpression): string => scope.expression(each);
  const typeName = unit.type(type);
  if (size) return `${unit.helper('newArray')}(${typeName},${text(size)})`;
  const generic = type.kind === 'class' ? type.symbol.simpleName : type.name;
  if (generic === 'Map') {
    const pairs = entries.map(([key, value]) => `[${text(key)},${text(value)}]`);
    return `${unit.helper('newMap')}(${typeName},[${pairs.join(',')}])`;
  }
  const helper = unit.helper(generic === 'Set' ? 'newSet' : 'newList');
  return `${helper}(${typeName},[${elements.map(text).join(',')}])`;
}

/** `new Account(Name = 'x')`. */
export function newRecord({ objectName, fields }: Of<'newRecord'>, scope: CallableScope): string {
  const make = `${scope.unit.helper('newRecord')}(${JSON.stringify(objectName)}`;
  const values = fields.map(
    ({ access, name, value }) =>
      `[${access === 'parent'},${JSON.stringify(name)},${scope.expression(value)}]`,
  );
  return `${make},[${values.join(',')}])`;
}
