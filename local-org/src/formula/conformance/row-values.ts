import type { FieldType } from '../../schema';
import type { FieldValue } from '../../core';
import { formatDate, formatDatetime } from '../../core';
import type { ExactNumber } from '../values/decimal';
import { exactNumber } from '../values/decimal';

/** Hours that the time zones of the rows are behind GMT. */
const ZONES: Readonly<Record<string, number>> = { GMT: 0, PST: 8 };

/** An input as a field holds it; numbers keep all their digits. */
export interface InputValue {
  readonly value: FieldValue;
  readonly exact?: ExactNumber;
}

/** Reads one input of a row: `'2004:12:31:11:32:00'`, `'12.5'`, `'true'`; `''` and `'NULL'` are blank. */
export function readInput(text: string, type: FieldType): InputValue {
  if (isTextType(type)) return { value: text === '' ? null : text };
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NULL') return { value: null };
  switch (type) {
    case 'boolean':
      return { value: trimmed.toLowerCase() === 'true' };
    case 'double':
    case 'currency':
    case 'percent': {
      const exact = exactNumber(trimmed);
      return { value: Number(trimmed), exact };
    }
    case 'date':
      return { value: formatDate(readMoment(trimmed.split(':').slice(0, 3).join(':'))) };
    case 'datetime':
      return { value: formatDatetime(readMoment(trimmed)) };
    case 'time':
      return { value: `${trimmed}Z` };
    default:
      throw new Error(`Unknown input type in a conformance row: ${type}`);
  }
}

/** Texts keep the spaces around them. */
function isTextType(type: FieldType): boolean {
  return ['string', 'email', 'phone', 'url', 'textarea', 'picklist', 'multipicklist'].includes(type);
}

/** `2004:12:31[:11:32:00[:PST]]`; parts past their range carry over, as 24:00:00 does. */
function readMoment(text: string): number {
  const parts = text.split(':');
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(0, 6).map(Number);
  const zone = ZONES[parts[6] ?? 'GMT'];
  if (zone === undefined) throw new Error(`Unknown time zone in a conformance row: ${text}`);
  return Date.UTC(year, month - 1, day, hour + zone, minute, second);
}
