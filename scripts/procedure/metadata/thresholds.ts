import { readRecords } from './custom-metadata';
import type { SourceFolder } from './source-folder';

/** From where on a deal needs review, and by whom. */
export interface Threshold {
  readonly name: string;
  readonly label: string;
  /** API name of the field of the opportunity: `Amount`. */
  readonly field: string;
  /** `Greater Or Equal`, `Is True` */
  readonly operator: string;
  readonly value: number | undefined;
  readonly fromStage: string;
  /** Highest reviewer: `Manager`, `Executive`. */
  readonly reviewer: string;
  readonly dueHours: number | undefined;
  readonly reason: string;
}

/** The active review thresholds, by field and value. */
export function readThresholds(folder: SourceFolder): readonly Threshold[] {
  return readRecords(folder, 'Review_Threshold')
    .map((record) => ({
      name: record.name,
      label: record.label,
      field: record.text('Field_Name__c'),
      operator: record.text('Operator__c'),
      value: record.number('Value__c'),
      fromStage: record.text('From_Stage__c'),
      reviewer: record.text('Reviewer__c'),
      dueHours: record.number('Due_Hours__c'),
      reason: record.text('Reason__c'),
    }))
    .sort((a, b) => a.field.localeCompare(b.field) || (a.value ?? 0) - (b.value ?? 0));
}
