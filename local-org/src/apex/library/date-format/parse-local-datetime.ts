import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from '../../runtime/values/calendar';
import { instantOf } from '../../runtime/values/time-zones';
import { parseLocalDate } from './locale-dates';

const TIME = /^(.*?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])[Mm])?$/;

/**
 * Reads date and time as the user's locale writes them: `1/31/2024, 4:05 PM`, with or without the comma.
 * @throws TypeException `Invalid date/time: x`
 */
export function parseLocalDatetime(runtime: ApexRuntime, text: string): ApexDatetime {
  const match = TIME.exec(text.trim());
  if (!match) return runtime.throwNew('System.TypeException', `Invalid date/time: ${text}`);
  const [, day = '', hour = '', minute, second = '0', half] = match;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const ms = hours * MS_PER_HOUR + Number(minute) * MS_PER_MINUTE + Number(second) * MS_PER_SECOND;
  return new ApexDatetime(instantOf(parseLocalDate(runtime, day).days, ms, runtime.user.timeZone));
}
