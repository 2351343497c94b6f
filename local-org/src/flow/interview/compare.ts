import { datetimeToEpochMs, isRecordId } from '../../core';
import { FlowRecord } from './flow-record';
import { isCollection, type FlowValue } from './flow-value';

const DATE = /^\d{4}-\d\d-\d\d(T.*)?$/;

/** Whether two values are equal by Apex: text without regard to case, ids of 15 and 18 characters, null only to null. */
export function areEqual(left: FlowValue, right: FlowValue): boolean {
  const [a, b] = [comparable(left), comparable(right)];
  if (a === null || b === null) return a === b;
  if (typeof a === 'object' || typeof b === 'object') return sameItems(a, b);
  if (typeof a === 'number' || typeof b === 'number') return Number(a) === Number(b) && a !== '' && b !== '';
  if (typeof a === 'boolean' || typeof b === 'boolean') return String(a) === String(b).toLowerCase();
  if (a.toLowerCase() === b.toLowerCase()) return true;
  if (a.length !== b.length && isRecordId(a) && isRecordId(b)) return a.slice(0, 15) === b.slice(0, 15);
  return a.length !== b.length && DATE.test(a) && DATE.test(b) && instantOf(a) === instantOf(b);
}

/** Negative, 0 or positive as left stands before, with or after right; null when they have no order. */
export function orderOf(left: FlowValue, right: FlowValue): number | null {
  const [a, b] = [comparable(left), comparable(right)];
  if (a === null || b === null || typeof a === 'object' || typeof b === 'object') return null;
  if (typeof a === 'number' || typeof b === 'number') {
    const difference = Number(a) - Number(b);
    return Number.isNaN(difference) ? null : difference;
  }
  const [x, y] = [String(a), String(b)];
  if (DATE.test(x) && DATE.test(y)) return instantOf(x) - instantOf(y);
  return x.toLowerCase() < y.toLowerCase() ? -1 : x.toLowerCase() > y.toLowerCase() ? 1 : 0;
}

/** Whether a collection has an item, or a text contains another. */
export function contains(left: FlowValue, right: FlowValue): boolean {
  if (isCollection(left)) return left.some((item) => areEqual(item, right));
  return textMatches(left, right, (text, part) => text.includes(part));
}

/** Whether both are texts that match; false on null. UNVERIFIED: whether case counts; here it does, as in Apex. */
export function textMatches(
  left: FlowValue,
  right: FlowValue,
  matches: (text: string, part: string) => boolean,
): boolean {
  if (left === null || right === null || typeof left === 'object' || typeof right === 'object') return false;
  return matches(String(left), String(right));
}

function comparable(value: FlowValue): Exclude<FlowValue, FlowRecord> {
  return value instanceof FlowRecord ? value.id : value;
}

function sameItems(a: FlowValue, b: FlowValue): boolean {
  if (!isCollection(a) || !isCollection(b)) return a === b;
  return a.length === b.length && a.every((item, index) => areEqual(item, b[index] ?? null));
}

function instantOf(text: string): number {
  return text.length === 10 ? Date.parse(text) : datetimeToEpochMs(text);
}
