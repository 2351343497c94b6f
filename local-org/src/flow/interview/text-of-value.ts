import { datetimeToEpochMs, type FieldValue } from '../../core';
import type { RunningUser } from '../../execution';
import type { FlowDataType } from '../definition/data-type';
import { FlowRecord } from './flow-record';
import { isCollection, type FlowValue } from './flow-value';

const MAX_FRACTION_DIGITS = 18;

/**
 * A value as text of a flow: numbers grouped by the user's locale, dates in long form.
 *
 * `textOfValue(1234.5, 'Number', user)` is `1,234.5`; a null is empty.
 *
 * UNVERIFIED: the form of a date with time, and of a collection.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_texttemplate.htm
 */
export function textOfValue(value: FlowValue, dataType: FlowDataType | undefined, user: RunningUser): string {
  if (value === null) return '';
  if (typeof value !== 'object') return textOfScalar(value, dataType, user);
  if (isCollection(value)) return `[${value.map((item) => textOfValue(item, dataType, user)).join(', ')}]`;
  if (value instanceof FlowRecord) return value.id ?? '';
  return '';
}

function textOfScalar(
  value: Exclude<FieldValue, null>,
  dataType: FlowDataType | undefined,
  user: RunningUser,
): string {
  if (typeof value === 'number') {
    return value.toLocaleString(localeOf(user), { maximumFractionDigits: MAX_FRACTION_DIGITS });
  }
  if (typeof value === 'boolean' || value === '') return String(value);
  if (dataType === 'Date') return formatter(user, 'date').format(Date.parse(value));
  if (dataType === 'DateTime') return formatter(user, 'datetime').format(datetimeToEpochMs(value));
  return value;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(user: RunningUser, kind: 'date' | 'datetime'): Intl.DateTimeFormat {
  const key = `${kind} ${user.locale} ${user.timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    const day = { year: 'numeric', month: 'long', day: 'numeric' } as const;
    const options =
      kind === 'date'
        ? { ...day, timeZone: 'UTC' }
        : { ...day, hour: 'numeric' as const, minute: '2-digit' as const, timeZone: user.timeZone };
    formatters.set(key, (found = new Intl.DateTimeFormat(localeOf(user), options)));
  }
  return found;
}

function localeOf(user: RunningUser): string {
  return user.locale.replaceAll('_', '-') || 'en-US';
}
