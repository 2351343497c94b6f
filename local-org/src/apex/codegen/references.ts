import type { BoundExpression } from '../semantics/bound';
import type { VariableSymbol } from '../types/symbols';
import type { CallableScope } from './callable-scope';
import { slotAccess, type UnitScope } from './unit-scope';

type Of<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

/** The slot of a variable; with `backing`, for a property that has accessors, that of the field behind them. */
export function variableSlot(variable: VariableSymbol, backing: boolean, unit: UnitScope): string {
  return backing && hasAccessors(variable, unit) ? `b_${variable.slot.slice('f_'.length)}` : variable.slot;
}

/** Whether a variable is a property that is reached through functions: one with code, or any when lines are counted. */
export function hasAccessors(variable: VariableSymbol, { options }: UnitScope): boolean {
  return variable.property !== null && (options.coverage || !isAutomatic(variable));
}

/** Whether a variable has no code: a field, or a property whose accessors are automatic. */
export function isAutomatic({ property }: VariableSymbol): boolean {
  return (property?.getter?.automatic ?? true) && (property?.setter?.automatic ?? true);
}

export function variableText(expression: Of<'variable'>, scope: CallableScope): string {
  const { variable, target } = expression;
  const { unit } = scope;
  if (variable.owner.origin === 'platform') {
    const read = unit.platformVariable('read', variable);
    if (!target) return `${read}($rt)`;
    return `${read}($rt,${scope.present(target)})`;
  }
  if (expression.viaSuper) {
    return `${unit.helper('readSuper')}(${unit.classHandle(variable.owner)},${JSON.stringify(variable.slot)},this)`;
  }
  return variablePlace(expression, scope);
}

/** A user's variable as something that can be read and assigned: `this.f_count`. */
export function variablePlace({ variable, target, backing }: Of<'variable'>, scope: CallableScope): string {
  const slot = slotAccess(variableSlot(variable, backing, scope.unit));
  if (!target) return `${scope.unit.statics(variable.owner)}${slot}`;
  return `${scope.expression(target)}${slot}`;
}

/** A path through an empty relationship is empty, while a record that is null itself cannot be read. */
export function recordFieldText({ target, access, name }: Of<'recordField'>, scope: CallableScope): string {
  const key = JSON.stringify(name);
  if (target.kind === 'recordField' && target.access === 'parent') {
    const helper = { field: 'fieldOfParent', parent: 'parentOfParent', children: 'childrenOfParent' }[access];
    const objectName = JSON.stringify(target.type.name);
    return `${scope.unit.helper(helper)}(${scope.expression(target)},${objectName},${key})`;
  }
  const method = { field: 'get', parent: 'getParent', children: 'getChildren' }[access];
  return `${scope.present(target)}.${method}(${key})`;
}

export function indexText({ target, index }: Of<'index'>, scope: CallableScope): string {
  return `${scope.expression(target)}.get($rt,${scope.present(index)})`;
}
