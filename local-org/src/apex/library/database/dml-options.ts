import type { RecordSaveOptions } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { settableProperty } from '../settable';

const PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_dmloptions.htm';

const HEADERS = ['AssignmentRuleHeader', 'DuplicateRuleHeader', 'EmailHeader'] as const;

/** How records are to be saved. Headers exist from the start, so that code sets their properties. */
export const dmlOptionsClass: PlatformClass = {
  name: 'Database.DMLOptions',
  kind: 'class',
  documentation: PAGE,
  members: [
    method('new()', () => {
      const headers = HEADERS.map((name) => [name, new PlatformStruct(`Database.DMLOptions.${name}`)]);
      return new PlatformStruct(
        'Database.DMLOptions',
        Object.fromEntries(headers) as Record<string, ApexValue>,
      );
    }),
    settableProperty('Boolean', 'OptAllOrNone'),
    settableProperty('Boolean', 'AllowFieldTruncation'),
    settableProperty('String', 'LocaleOptions'),
    ...HEADERS.map((name) => settableProperty(`Database.DMLOptions.${name}`, name)),
  ],
};

const header = (name: string, members: readonly PlatformMember[]): PlatformClass => ({
  name: `Database.DMLOptions.${name}`,
  kind: 'class',
  documentation: PAGE,
  members,
});

export const dmlOptionsHeaderClasses: readonly PlatformClass[] = [
  header('AssignmentRuleHeader', [
    settableProperty('Id', 'AssignmentRuleId'),
    settableProperty('Boolean', 'UseDefaultRule'),
  ]),
  header('DuplicateRuleHeader', [
    settableProperty('Boolean', 'AllowSave'),
    settableProperty('Boolean', 'IncludeRecordDetails'),
    settableProperty('Boolean', 'RunAsCurrentUser'),
  ]),
  header('EmailHeader', [
    settableProperty('Boolean', 'TriggerAutoResponseEmail'),
    settableProperty('Boolean', 'TriggerOtherEmail'),
    settableProperty('Boolean', 'TriggerUserEmail'),
  ]),
];

/** What the options mean for a save with them. */
export function saveOptionsOf(options: PlatformStruct): RecordSaveOptions & { readonly allOrNone: boolean } {
  return { ...recordOptionsOf(options), allOrNone: options.values['OptAllOrNone'] === true };
}

/** What the options mean for a record that carries them. */
export function recordOptionsOf(options: PlatformStruct): RecordSaveOptions {
  const values = (name: string): Record<string, ApexValue> =>
    (options.values[name] as PlatformStruct | null | undefined)?.values ?? {};
  const assignment = values('AssignmentRuleHeader');
  return {
    allowDuplicateSave: values('DuplicateRuleHeader')['AllowSave'] === true,
    autoAssign: assignment['UseDefaultRule'] === true || typeof assignment['AssignmentRuleId'] === 'string',
    allowFieldTruncation: options.values['AllowFieldTruncation'] === true,
  };
}
