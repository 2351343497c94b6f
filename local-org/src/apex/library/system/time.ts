import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexTime } from '../../runtime/values/apex-time';
import { MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND } from '../../runtime/values/calendar';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

function adding(signature: string, unitMs: number): PlatformMember {
  return method(
    signature,
    (runtime: ApexRuntime, self: ApexTime, count: Maybe<number>) =>
      new ApexTime(self.ms + required(runtime, count) * unitMs),
  );
}

function reading(signature: string, read: (self: ApexTime) => number): PlatformMember {
  return method(signature, (_runtime: ApexRuntime, self: ApexTime) => read(self));
}

function newInstance(runtime: ApexRuntime, ...parts: readonly Maybe<number>[]): ApexTime {
  const at = (index: number): number => required(runtime, parts[index] ?? null, index + 1);
  return ApexTime.of(at(0), at(1), at(2), at(3));
}

/** System.Time. */
export const timeClass: PlatformClass = {
  name: 'System.Time',
  kind: 'class',
  documentation: referencePage('apex_methods_system_time'),
  members: [
    adding('Time addHours(Integer hours)', MS_PER_HOUR),
    adding('Time addMinutes(Integer minutes)', MS_PER_MINUTE),
    adding('Time addSeconds(Integer seconds)', MS_PER_SECOND),
    adding('Time addMilliseconds(Integer milliseconds)', 1),
    reading('Integer hour()', (self) => self.hour),
    reading('Integer minute()', (self) => self.minute),
    reading('Integer second()', (self) => self.second),
    reading('Integer millisecond()', (self) => self.millisecond),
    method(
      'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)',
      newInstance,
    ),
  ],
};
