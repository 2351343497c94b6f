import { toId18 } from '../../../core';
import type { ApexRuntime } from '../apex-runtime';
import { LARGE_TEXT, limitedText } from '../limited-values';
import type { Meter } from '../meter';
import { ApexDate } from '../values/apex-date';
import { ApexDatetime } from '../values/apex-datetime';
import { ApexTime } from '../values/apex-time';
import type { ApexEnumValue } from '../values/apex-enum';

type Maybe<T> = T | null;

const MS_PER_DAY = 86_400_000;
const ID_FORM = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;
const folded = new Intl.Collator('en', { sensitivity: 'accent', usage: 'sort' });

/** What generated code does with texts, ids, dates and booleans. Orders with null are false but for texts. */
export function valueHelpers(runtime: ApexRuntime, meter: Meter) {
  const need = <T>(value: Maybe<T>): T => (value === null ? runtime.throwNull() : value);
  const days = (value: Maybe<number | bigint>): number => Number(need(value));
  return {
    present: need,
    /** A text that was put together: too long a one ends the transaction. */
    limitText(text: string): string {
      return text.length < LARGE_TEXT ? text : limitedText(runtime, meter, text);
    },
    /** `==` of texts disregards case. */
    equalString: (a: Maybe<string>, b: Maybe<string>): boolean =>
      a === b || (a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase()),
    compareString: compareTexts,
    compareId: compareTexts,
    /** An assignment looks at the form only, not at the checksum. @throws StringException `Invalid id: x` */
    stringToId(text: Maybe<string>): Maybe<string> {
      if (text === null) return null;
      if (!ID_FORM.test(text)) return runtime.throwNew('System.StringException', `Invalid id: ${text}`);
      return text.length === 18 ? text : toId18(text);
    },
    compareEnum: (a: Maybe<ApexEnumValue>, b: Maybe<ApexEnumValue>): number =>
      a === null || b === null ? NaN : a.ordinal - b.ordinal,

    addDate: (a: Maybe<ApexDate>, b: Maybe<number | bigint>): ApexDate =>
      new ApexDate(need(a).days + days(b)),
    subtractDate: (a: Maybe<ApexDate>, b: Maybe<number | bigint>): ApexDate =>
      new ApexDate(need(a).days - days(b)),
    addDatetime: (a: Maybe<ApexDatetime>, b: Maybe<number | bigint>): ApexDatetime =>
      new ApexDatetime(need(a).ms + days(b) * MS_PER_DAY),
    subtractDatetime: (a: Maybe<ApexDatetime>, b: Maybe<number | bigint>): ApexDatetime =>
      new ApexDatetime(need(a).ms - days(b) * MS_PER_DAY),
    addTime: (a: Maybe<ApexTime>, b: Maybe<number | bigint>): ApexTime => new ApexTime(need(a).ms + days(b)),
    subtractTime: (a: Maybe<ApexTime>, b: Maybe<number | bigint>): ApexTime =>
      new ApexTime(need(a).ms - days(b)),
    compareDate: (a: Maybe<ApexDate>, b: Maybe<ApexDate>): number =>
      a === null || b === null ? NaN : a.days - b.days,
    compareDatetime: (a: Maybe<ApexDatetime>, b: Maybe<ApexDatetime>): number =>
      a === null || b === null ? NaN : a.ms - b.ms,
    compareTime: (a: Maybe<ApexTime>, b: Maybe<ApexTime>): number =>
      a === null || b === null ? NaN : a.ms - b.ms,
    dateToDatetime: (a: Maybe<ApexDate>): Maybe<ApexDatetime> =>
      a === null ? null : new ApexDatetime(a.days * MS_PER_DAY),
  };
}

/** `<` and `>` of texts disregard case; null comes before every text. */
function compareTexts(a: Maybe<string>, b: Maybe<string>): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return folded.compare(a, b);
}
