import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexTimeZone } from '../../runtime/values/apex-time-zone';
import { timeZoneName, zoneOffsetMs } from '../../runtime/values/time-zones';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { longZoneName, offsetText } from '../date-format/zone-names';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

/** `(GMT-07:00) Pacific Daylight Time (America/Los_Angeles)`, as it is now. */
function displayName(runtime: ApexRuntime, { id }: ApexTimeZone): string {
  const now = runtime.now();
  return `(GMT${offsetText(zoneOffsetMs(id, now), ':')}) ${longZoneName(id, now)} (${id})`;
}

/** System.TimeZone. */
export const timeZoneClass: PlatformClass = {
  name: 'System.TimeZone',
  kind: 'class',
  documentation: referencePage('apex_methods_system_timezone'),
  members: [
    method('String getDisplayName()', displayName),
    method('String getID()', (_runtime: ApexRuntime, self: ApexTimeZone) => self.id),
    method(
      'Integer getOffset(Datetime moment)',
      (runtime: ApexRuntime, self: ApexTimeZone, moment: Maybe<ApexDatetime>) =>
        zoneOffsetMs(self.id, required(runtime, moment).ms),
    ),
    method('String toString()', (_runtime: ApexRuntime, self: ApexTimeZone) => self.id),
    method(
      'static TimeZone getTimeZone(String id)',
      (runtime: ApexRuntime, id: Maybe<string>) =>
        new ApexTimeZone(timeZoneName(required(runtime, id)) ?? 'GMT'),
    ),
  ],
};
