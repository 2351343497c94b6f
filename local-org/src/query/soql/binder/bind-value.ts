import {
  datetimeToEpochMs,
  formatDatetime,
  isRecordId,
  toId18,
  UnsupportedFeatureError,
} from '../../../core';
import type { Literal } from '../syntax/ast';
import type { BindContext } from './bind-context';
import type { BoundExpression, BoundValue, ValueKind } from './bound';
import { kindOf } from './value-kind';

/** Longest text literal of a condition. UNVERIFIED: the text and code of the error. */
const MAX_LITERAL_CHARACTERS = 4000;

/** What the platform calls a kind of value in its messages. */
const KIND_LABEL: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  id: 'id',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
  compound: 'location',
};

/** What a comparison compares: the left side, and the name for messages. */
export interface ValueTarget {
  readonly left: BoundExpression;
  readonly fieldName: string;
  /** LIKE compares a pattern. */
  readonly asPattern: boolean;
}

/**
 * Checks a literal against the field it is compared with, and brings it to the stored form.
 * @throws ApiError INVALID_FIELD for another type, INVALID_QUERY_FILTER_OPERATOR for a text that is no id
 */
export function bindValue(context: BindContext, literal: Literal, target: ValueTarget): BoundValue {
  const kind = kindOf(target.left);
  switch (literal.kind) {
    case 'null':
      return { kind: 'constant', value: null };
    case 'bind':
      return { kind: 'bind', text: literal.text, offset: literal.offset };
    case 'string':
      return bindString(context, literal, target, kind);
    case 'currency':
      throw new UnsupportedFeatureError('SOQL: currency literals');
    case 'number':
      if (kind === 'number') return { kind: 'constant', value: literal.value };
      break;
    case 'boolean':
      if (kind === 'boolean') return { kind: 'constant', value: Number(literal.value) };
      break;
    case 'date':
      if (kind === 'date')
        return { kind: 'constant', value: validDate(context, literal.text, literal.offset) };
      break;
    case 'dateTime':
      if (kind === 'datetime')
        return { kind: 'constant', value: validDatetime(context, literal.text, literal.offset) };
      break;
    case 'time':
      if (kind === 'time') return { kind: 'constant', value: normalTime(literal.text) };
      break;
    case 'dateFormula':
      return bindDateFormula(context, literal, target, kind);
  }
  throw typeMismatch(context, literal, target, kind);
}

/** Reads a latitude or longitude. */
export function bindCoordinate(context: BindContext, literal: Literal): BoundValue {
  if (literal.kind === 'number') return { kind: 'constant', value: literal.value };
  if (literal.kind === 'bind') return { kind: 'bind', text: literal.text, offset: literal.offset };
  throw context.error('MALFORMED_QUERY', literal.offset, 'GEOLOCATION() needs two numbers');
}

function bindString(
  context: BindContext,
  literal: Extract<Literal, { kind: 'string' }>,
  target: ValueTarget,
  kind: ValueKind,
): BoundValue {
  if (literal.value.length >= MAX_LITERAL_CHARACTERS) {
    throw context.error(
      'MALFORMED_QUERY',
      literal.offset,
      `String literal is longer than ${MAX_LITERAL_CHARACTERS} characters`,
    );
  }
  if (kind === 'text')
    return { kind: 'constant', value: target.asPattern ? literal.pattern : literal.value || null };
  if (kind !== 'id') throw typeMismatch(context, literal, target, kind);
  if (literal.value === '') return { kind: 'constant', value: null };
  // Objects that the org keeps about itself are identified by name: EntityDefinitionId = 'Account'.
  if (target.left.kind === 'column' && context.settings.isVirtual(target.left.source.type.name)) {
    return { kind: 'constant', value: literal.value };
  }
  if (!isRecordId(literal.value)) {
    throw context.error(
      'INVALID_QUERY_FILTER_OPERATOR',
      literal.offset,
      `invalid ID field: ${literal.value}`,
    );
  }
  return { kind: 'constant', value: toId18(literal.value) };
}

function bindDateFormula(
  context: BindContext,
  literal: Extract<Literal, { kind: 'dateFormula' }>,
  target: ValueTarget,
  kind: ValueKind,
): BoundValue {
  if (target.left.kind === 'dateFunction') {
    throw context.error(
      'MALFORMED_QUERY',
      literal.offset,
      'Cannot compare a date function with a date literal',
    );
  }
  if (kind !== 'date' && kind !== 'datetime') throw typeMismatch(context, literal, target, kind);
  return { kind: 'dateRange', name: literal.name, count: literal.count ?? 0 };
}

function typeMismatch(context: BindContext, literal: Literal, target: ValueTarget, kind: ValueKind): Error {
  const quotes =
    kind === 'text' || kind === 'id' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return context.error(
    'INVALID_FIELD',
    literal.offset,
    `value of filter criterion for field '${target.fieldName}' must be of type ${KIND_LABEL[kind]} and ${quotes}`,
  );
}

function validDate(context: BindContext, text: string, offset: number): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw context.error('MALFORMED_QUERY', offset, `Invalid date: ${text}`);
  }
  return text;
}

function validDatetime(context: BindContext, text: string, offset: number): string {
  const epochMs = datetimeToEpochMs(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(/z$/, 'Z'));
  if (Number.isNaN(epochMs)) throw context.error('MALFORMED_QUERY', offset, `Invalid datetime: ${text}`);
  return formatDatetime(epochMs);
}

function normalTime(text: string): string {
  const [, hours, fraction] = /^(\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?/.exec(text) ?? [];
  return `${hours}.${(fraction ?? '').padEnd(3, '0')}Z`;
}
