import type { BoundCall, BoundExpression } from '../semantics/bound';
import type { ApexType } from '../types/apex-type';
import type { CallableScope } from './callable-scope';
import { inlineCall } from './inline-methods';
import { bindableText } from './queries';
import { isUserType, slotAccess } from './unit-scope';

/** A call of a method of a user or of the platform. */
export function callText(call: BoundCall, scope: CallableScope): string {
  if (call.method.owner.origin === 'platform') return platformCall(call, scope);
  const args = argumentTexts(call, scope);
  if (call.dispatch === 'static' || call.target === null) return staticCall(call, args, scope);
  if (call.dispatch === 'super') return superCall(call, args, scope);
  return (
    ownCall(call, args, scope) ??
    `${scope.expression(call.target)}${slotAccess(slotOf(call))}(${args.join(',')})`
  );
}

/** A private method is called directly: a subclass may have one of the same name. */
function ownCall(
  { method, target }: BoundCall,
  args: readonly string[],
  scope: CallableScope,
): string | null {
  const own = scope.unit.functionOf(method);
  if (!own || !target || method.access !== 'private' || method.isVirtual || method.isAbstract) return null;
  return `${own}.call(${[scope.present(target), ...args].join(',')})`;
}

const argumentTexts = (call: BoundCall, scope: CallableScope): string[] =>
  call.arguments.map((argument) => scope.expression(argument));

const slotOf = ({ method }: Pick<BoundCall, 'method'>): string =>
  method.slots[0] ?? `m_${method.name.toLowerCase()}`;

/** A call of a future method leaves it for later. */
function futureCall({ method }: BoundCall, args: readonly string[], { unit }: CallableScope): string {
  const call = [method.owner.qualifiedName, method.name, method.slots[0]].map((text) => JSON.stringify(text));
  return `${unit.helper('future')}(${call.join(',')},[${args.join(',')}])`;
}

const isFuture = ({ method }: BoundCall): boolean =>
  method.annotations.some(({ name }) => name.toLowerCase() === 'future');

/** Methods of the same unit are called directly, others through the handle of their class. */
function staticCall(call: BoundCall, args: readonly string[], scope: CallableScope): string {
  const { unit } = scope;
  if (isFuture(call)) return futureCall(call, args, scope);
  const own = unit.functionOf(call.method);
  if (own) return `${own}(${args.join(',')})`;
  return `${unit.classHandle(call.method.owner)}.statics${slotAccess(slotOf(call))}(${args.join(',')})`;
}

function superCall(call: BoundCall, args: readonly string[], { unit }: CallableScope): string {
  const all = ['this', ...args].join(',');
  const own = unit.functionOf(call.method);
  if (own) return `${own}.call(${all})`;
  const handle = unit.classHandle(call.method.owner);
  return `${handle}.klass.prototype${slotAccess(slotOf(call))}.call(${all})`;
}

/** Whether objects of the type may have users' code for a method of the platform. */
function mayBeOverridden(type: ApexType): boolean {
  if (type.kind !== 'class') return false;
  return type.symbol.isVirtual || (isUserType(type) && type.symbol.kind !== 'enum');
}

/**
 * Platform code is called by reference. Where users may have put their own in its place, the object is asked first:
 * interfaces, `toString`, `equals` and `hashCode`, classes that may be extended.
 */
function platformCall(call: BoundCall, scope: CallableScope): string {
  const { method, target } = call;
  if (target === null || method.isStatic) {
    const bindable = call.bindable ? [bindableText(call.bindable, scope)] : [];
    const args = ['$rt', ...argumentTexts(call, scope), ...bindable];
    return `${scope.unit.platformMethod(method)}(${args.join(',')})`;
  }
  if (call.dispatch !== 'super') {
    const inline = inlineCall(call, scope);
    if (inline) return inline;
    if (method.run === null || mayBeOverridden(target.type)) return slotCall(call, target, scope);
  }
  const args = ['$rt', scope.present(target), ...argumentTexts(call, scope)];
  return `${scope.unit.platformMethod(method)}(${args.join(',')})`;
}

/**
 * Code of users under the platform's name for the method, else what the platform has. Either gets the arguments, whose
 * texts stand there once: calls within calls would double with each level.
 */
function slotCall({ method, ...call }: BoundCall, target: BoundExpression, scope: CallableScope): string {
  const held = scope.temporary();
  const steps = [`${held}=${scope.expression(target)}`];
  const names = argumentTexts({ method, ...call }, scope).map((text, i) => {
    const kind = call.arguments[i]?.kind;
    if (kind === 'literal' || kind === 'this') return text;
    const name = scope.temporary();
    steps.push(`${name}=${text}`);
    return name;
  });
  const slot = `${held}${slotAccess(slotOf({ method }))}`;
  const platform = `$rt.call(${held},${JSON.stringify(method.name)},[${names.join(',')}])`;
  return `(${steps.join(',')},${slot}?${slot}(${names.join(',')}):${platform})`;
}
