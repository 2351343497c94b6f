import { UnsupportedFeatureError } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { OrgLimit } from '../../runtime/org-port';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

const LIMIT = 'System.OrgLimit';

/** @throws UnsupportedFeatureError while no API counts what is used */
function limitsOf(runtime: ApexRuntime): PlatformStruct[] {
  const limits = runtime.org.limits();
  if (!limits) throw new UnsupportedFeatureError('Apex: OrgLimits in an org without API');
  return limits.map((limit) => new PlatformStruct(LIMIT, {}, limit));
}

const of = (self: PlatformStruct): OrgLimit => self.subject as OrgLimit;

/** The allowances of the org. */
export const orgLimitsClass: PlatformClass = {
  name: 'System.OrgLimits',
  kind: 'class',
  documentation: referencePage('apex_class_System_OrgLimits'),
  members: [
    method('static List<System.OrgLimit> getAll()', (runtime: ApexRuntime) =>
      listOf(runtime, LIMIT, limitsOf(runtime)),
    ),
    method('static Map<String, System.OrgLimit> getMap()', (runtime: ApexRuntime) =>
      mapOf(
        runtime,
        'String',
        LIMIT,
        limitsOf(runtime).map((limit) => [of(limit).name, limit]),
      ),
    ),
  ],
};

/** One allowance, and how much of it is used. */
export const orgLimitClass: PlatformClass = {
  name: LIMIT,
  kind: 'class',
  documentation: referencePage('apex_class_System_OrgLimit'),
  members: [
    method('String getName()', (_runtime: ApexRuntime, self: PlatformStruct) => of(self).name),
    method('Integer getLimit()', (_runtime: ApexRuntime, self: PlatformStruct) => of(self).limit),
    method('Integer getValue()', (_runtime: ApexRuntime, self: PlatformStruct) => of(self).used),
    method('String toString()', (_runtime: ApexRuntime, self: PlatformStruct) => of(self).name),
  ],
};
