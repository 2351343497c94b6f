import { isRecordId, toId18 } from '../../../core';
import type { SqlValue } from '../../../storage';
import type { BoundValue, ValueKind } from '../binder/bound';
import type { RunEnvironment } from './sql';
import { startOfLocalDate } from './time-zone';

/** The value of a constant or bind variable that must be a number; null for anything else. */
export function numberOf(run: RunEnvironment, value: BoundValue): SqlValue {
  const raw = value.kind === 'bind' ? run.bind(value.text) : value.kind === 'constant' ? value.value : null;
  return typeof raw === 'number' ? raw : null;
}

/** The values of a bind variable in stored form; a single value is a list of one. */
export function boundValues(run: RunEnvironment, text: string, kind: ValueKind): SqlValue[] {
  const raw = run.bind(text);
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return list.map((value) => storedValue(run, value, kind));
}

function storedValue(run: RunEnvironment, value: unknown, kind: ValueKind): SqlValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : '';
  if (kind === 'id') return isRecordId(text) ? toId18(text) : text;
  if (kind === 'date') return text.slice(0, 10);
  if (kind === 'datetime' && text.length === 10) return startOfLocalDate(text, run.timeZone);
  return text;
}
