import type { ApexSaveOptions } from '../../runtime/data/save-records';
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

/** What the options mean for a save. */
export function saveOptionsOf(
  options: PlatformStruct,
): Pick<ApexSaveOptions, 'allOrNone' | 'allowDuplicateSave' | 'autoAssign'> {
  const values = (name: string): Record<string, ApexValue> =>
    (options.values[name] as PlatformStruct | null | undefined)?.values ?? {};
  const assignment = values('AssignmentRuleHeader');
  return {
    allOrNone: options.values['OptAllOrNone'] === true,
    allowDuplicateSave: values('DuplicateRuleHeader')['AllowSave'] === true,
    autoAssign: assignment['UseDefaultRule'] === true || typeof assignment['AssignmentRuleId'] === 'string',
  };
}
