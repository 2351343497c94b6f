import { UnsupportedFeatureError } from '../../core';
import type { BoundConversion, BoundExpression, OperandKind } from '../semantics/bound';
import { localName, type CallableScope } from './callable-scope';
import { convertedText } from './conversions';
import { operationText } from './operators';
import { recordFieldText, variablePlace, variableSlot } from './references';
import { slotAccess } from './unit-scope';

type Of<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

export function assignment({ target, value }: Of<'assign'>, scope: CallableScope): string {
  return placeOf(target, scope, false).write(scope.expression(value));
}

export function compoundAssignment(expression: Of<'compoundAssign'>, scope: CallableScope): string {
  const { target, operator, operand, value, widen, narrow } = expression;
  const place = placeOf(target, scope, true);
  const current = converted(widen, place.read, scope);
  const left = operand === 'integer' && !scope.isNeverNull(target) ? checked(current, scope) : current;
  const right = operand === 'integer' ? scope.present(value) : scope.expression(value);
  const result = operationText(operand, operator, left, right, scope);
  return place.write(converted(narrow, result, scope));
}

export function increment(expression: Of<'increment'>, scope: CallableScope): string {
  const { target, delta, operand, prefix } = expression;
  const place = placeOf(target, scope, true);
  const read = operand === 'integer' && !scope.isNeverNull(target) ? checked(place.read, scope) : place.read;
  if (prefix) return place.write(stepped(operand, delta, read, scope));
  const before = scope.temporary();
  return `(${before}=${read},${place.write(stepped(operand, delta, before, scope))},${before})`;
}

/** As an expression statement: the value before does not matter. */
export function incrementStatement(expression: Of<'increment'>, scope: CallableScope): string {
  return increment({ ...expression, prefix: true }, scope);
}

function stepped(operand: OperandKind, delta: 1 | -1, read: string, scope: CallableScope): string {
  if (operand === 'integer') return `(${read}${delta === 1 ? '+' : '-'}1|0)`;
  const kind = operand.charAt(0).toUpperCase() + operand.slice(1);
  return `${scope.unit.helper(`step${kind}`)}(${read},${delta})`;
}

const checked = (text: string, scope: CallableScope): string => `${scope.unit.helper('present')}(${text})`;

const converted = (conversion: BoundConversion | null, text: string, scope: CallableScope): string =>
  conversion ? convertedText(conversion, text, scope) : text;

/** Something that can be assigned. `read` may be used once, before `write`. */
interface Place {
  readonly read: string;
  /** An expression that assigns and gives the value. */
  write(value: string): string;
}

/** `both`: it is read and written, so its parts are evaluated once, into temporaries, when `read` runs. */
function placeOf(target: BoundExpression, scope: CallableScope, both: boolean): Place {
  switch (target.kind) {
    case 'local': {
      const name = localName(target.variable);
      return { read: name, write: (value) => `(${name}=${value})` };
    }
    case 'variable':
      return target.variable.owner.origin === 'platform'
        ? platformPlace(target, scope, both)
        : userPlace(target, scope, both);
    case 'recordField':
      return recordPlace(target, scope, both);
    case 'index':
      return indexPlace(target, scope, both);
    default:
      throw new UnsupportedFeatureError(`Apex: assignment to ${target.kind}`);
  }
}

function userPlace(target: Of<'variable'>, scope: CallableScope, both: boolean): Place {
  const owner = target.target;
  if (!both || owner?.kind === 'this') {
    const place = variablePlace(target, scope);
    return { read: place, write: (value) => `(${place}=${value})` };
  }
  const held = scope.temporary();
  const slot = slotAccess(variableSlot(target.variable, target.backing, scope.unit));
  const text = owner ? scope.expression(owner) : scope.unit.statics(target.variable.owner);
  return {
    read: `(${held}=${text})${slot}`,
    write: (value) => `(${lateWrite(`${held}${slot}`, value, scope)})`,
  };
}

/** `held.slot = value`, where evaluating the value sets `held`: JavaScript would read `held` before. */
function lateWrite(place: string, value: string, scope: CallableScope): string {
  const result = scope.temporary();
  return `${result}=${value},${place}=${result}`;
}

function platformPlace(target: Of<'variable'>, scope: CallableScope, both: boolean): Place {
  const { unit } = scope;
  const read = unit.platformVariable('read', target.variable);
  const write = unit.platformVariable('write', target.variable);
  const result = scope.temporary();
  if (!target.target) {
    return {
      read: `${read}($rt)`,
      write: (value) => `(${result}=${value},${write}($rt,${result}),${result})`,
    };
  }
  const owner = scope.present(target.target);
  const held = scope.temporary();
  return {
    read: `${read}($rt,${held}=${owner})`,
    write: (value) =>
      `(${both ? '' : `${held}=${owner},`}${result}=${value},${write}($rt,${held},${result}),${result})`,
  };
}

function recordPlace(target: Of<'recordField'>, scope: CallableScope, both: boolean): Place {
  const name = JSON.stringify(target.name);
  const method = target.access === 'parent' ? 'setParent' : 'set';
  const held = scope.temporary();
  const result = scope.temporary();
  const record = scope.present(target.target);
  const access = target.access === 'parent' ? 'getParent' : 'get';
  if (!both) {
    return {
      read: recordFieldText(target, scope),
      write: (value) =>
        `(${held}=${record},${result}=${value},${held}.${method}(${name},${result}),${result})`,
    };
  }
  return {
    read: `(${held}=${record}).${access}(${name})`,
    write: (value) => `(${result}=${value},${held}.${method}(${name},${result}),${result})`,
  };
}

function indexPlace({ target, index }: Of<'index'>, scope: CallableScope, both: boolean): Place {
  const list = scope.expression(target);
  const at = scope.present(index);
  const [heldList, heldIndex, result] = [scope.temporary(), scope.temporary(), scope.temporary()];
  const held = `${heldList}=${list},${heldIndex}=${at}`;
  const set = `${heldList}.set($rt,${heldIndex},${result}),${result}`;
  if (!both) return { read: '', write: (value) => `(${held},${result}=${value},${set})` };
  return {
    read: `(${held},${heldList}.get($rt,${heldIndex}))`,
    write: (value) => `(${result}=${value},${set})`,
  };
}
