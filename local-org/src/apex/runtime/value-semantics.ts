import { isRecordId } from '../../core';
import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import type { ApexExecution } from './apex-execution';
import type { ApexRuntime } from './apex-runtime';
import { isSubtype } from './is-subtype';
import { ApexDate } from './values/apex-date';
import { ApexDatetime } from './values/apex-datetime';
import { ApexDecimal } from './values/apex-decimal';
import { ApexDouble } from './values/apex-double';
import { ApexEnumValue } from './values/apex-enum';
import { ApexInstance } from './values/apex-instance';
import { ApexObject, type ApexValue } from './values/apex-value';
import { PlatformObject } from './values/platform-object';

const MS_PER_DAY = 86_400_000;

/** The run-time type of a value. */
export function typeOfValue(value: ApexValue, types: ApexTypes): ApexType {
  switch (typeof value) {
    case 'string':
      return types.platform('String');
    case 'number':
      return types.platform('Integer');
    case 'bigint':
      return types.platform('Long');
    case 'boolean':
      return types.platform('Boolean');
    default:
      if (value === null) return types.null;
      return value instanceof PlatformObject ? types.platform(value.typeName) : value.type;
  }
}

/** Whether a variable of the type may hold the value; a text may be an Id when it looks like one. */
export function isInstanceOf(value: ApexValue, type: ApexType, types: ApexTypes): boolean {
  if (value === null) return false;
  const actual = typeOfValue(value, types);
  if (actual === type || type === types.platform('Object')) return true;
  if (typeof value === 'string') return type === types.platform('Id') && isRecordId(value);
  if (isConvertible(actual, type)) return true;
  return value instanceof ApexObject && (isSubtype(actual, type, types) || isGenericRecords(actual, type));
}

/** A collection of records of any object counts as one of each object: what it holds is not looked at. */
function isGenericRecords(from: ApexType, to: ApexType): boolean {
  if (from.kind !== 'class' || to.kind !== 'class' || from.symbol !== to.symbol) return false;
  const [held, wanted] = [from.arguments.at(-1), to.arguments.at(-1)];
  const isRecords = held?.kind === 'sobject' && held.objectName === null && wanted?.kind === 'sobject';
  return isRecords && from.symbol.simpleName !== 'Set' && from.arguments.length === to.arguments.length;
}

/** Types that a value of a type counts as besides its own; a cast changes it into one. */
const CONVERTIBLE: Readonly<Record<string, readonly string[]>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  Date: ['Datetime'],
};

function isConvertible(from: ApexType, to: ApexType): boolean {
  return CONVERTIBLE[from.name]?.includes(to.name) === true;
}

/** A value that is an instance of the type, as variables of the type hold it: numbers become wider, dates times. */
export function castValue(value: ApexValue, type: ApexType): ApexValue {
  if (typeof value === 'number') {
    if (type.name === 'Long') return BigInt(value);
    if (type.name === 'Double') return new ApexDouble(value);
    return type.name === 'Decimal' ? ApexDecimal.fromInteger(value) : value;
  }
  if (typeof value === 'bigint') {
    if (type.name === 'Double') return new ApexDouble(Number(value));
    return type.name === 'Decimal' ? ApexDecimal.fromLong(value) : value;
  }
  if (value instanceof ApexDouble && type.name === 'Decimal') return ApexDecimal.fromDouble(value.value);
  if (value instanceof ApexDecimal && type.name === 'Double') return new ApexDouble(value.toNumber());
  if (value instanceof ApexDate && type.name === 'Datetime') return new ApexDatetime(value.days * MS_PER_DAY);
  return value;
}

/** As `String.valueOf`. */
export function textOf(value: ApexValue, runtime: ApexRuntime): string {
  return value instanceof ApexObject ? value.toText(runtime) : String(value);
}

/** As `equals`. Whole numbers of both kinds are equal by value. */
export function equalValues(left: ApexValue, right: ApexValue, runtime: ApexRuntime): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (left instanceof ApexObject) return left.equalTo(runtime, right);
  if (right instanceof ApexObject) return false;
  if (typeof left === 'bigint') return typeof right === 'number' && left === BigInt(right);
  return typeof left === 'number' && typeof right === 'bigint' && BigInt(left) === right;
}

/** A Long in the range of Integer has the key of that Integer: membership does not tell them apart. */
export function keyOfValue(value: ApexValue, runtime: ApexRuntime): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (!(value instanceof ApexObject)) return value;
  if (value instanceof ApexInstance) return instanceKey(value, runtime);
  return value.key(runtime);
}

/** Objects that stand for all equal ones as keys, by their hash code; one table per transaction. */
const representatives = new WeakMap<ApexExecution, Map<unknown, ApexInstance[]>>();

/** Objects of a class with `equals` and `hashCode` share the key of the first equal one. */
function instanceKey(instance: ApexInstance, runtime: ApexRuntime): unknown {
  const hashCode = instance.platformSlot('hashCode', 0);
  if (!hashCode || !instance.platformSlot('equals', 1)) return instance;
  let table = representatives.get(runtime.execution);
  if (!table) representatives.set(runtime.execution, (table = new Map()));
  const hash = hashCode.call(instance);
  const bucket = table.get(hash) ?? [];
  const known = bucket.find((each) => each === instance || instance.equalTo(runtime, each));
  if (known) return known;
  bucket.push(instance);
  table.set(hash, bucket);
  return instance;
}

/** A value that has an order. */
interface Ordered {
  compareTo(other: unknown): number;
}

const isOrdered = (value: object): value is Ordered => 'compareTo' in value;

/** Order of a sorted list: null first, then by value. @throws ListException for values without order */
export function compareValues(left: ApexValue, right: ApexValue, runtime: ApexRuntime): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (left instanceof ApexInstance) {
    const compareTo = left.platformSlot('compareTo', 1);
    if (compareTo) return Number(compareTo.call(left, right));
  } else if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) {
    return left.ordinal - right.ordinal;
  } else if (left instanceof ApexObject) {
    if (isOrdered(left)) return left.compareTo(right);
  } else if (!(right instanceof ApexObject)) {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return runtime.throwNew('System.ListException', 'One or more of the items in this list is not Comparable.');
}
