import { readRecords } from './custom-metadata';
import type { Field } from './fields';
import type { SourceFolder } from './source-folder';

/** One rule that keeps open deals up to date. */
export interface HygieneRule {
  readonly name: string;
  readonly label: string;
  readonly threshold: number | undefined;
  /** `days` where the flag compares with today, else `times`. */
  readonly unit: string;
  /** Formula field of the opportunity that shows it. */
  readonly flagField: string;
  /** When the flag stands, in the words of its field. */
  readonly condition: string;
  readonly advice: string;
}

/** The active hygiene rules, by name. */
export function readHygieneRules(
  folder: SourceFolder,
  fields: ReadonlyMap<string, Field>,
): readonly HygieneRule[] {
  return readRecords(folder, 'Hygiene_Policy').map((record) => {
    const flag = fields.get(record.text('Flag_Field__c'));
    return {
      name: record.name,
      label: record.label,
      threshold: record.number('Threshold__c'),
      unit: flag?.formula.includes('TODAY()') ? 'days' : 'times',
      flagField: record.text('Flag_Field__c'),
      condition: flag?.description ?? '',
      advice: record.text('Advice__c'),
    };
  });
}
