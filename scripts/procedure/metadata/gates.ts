import { readRecords } from './custom-metadata';
import type { SourceFolder } from './source-folder';

/** What has to be done before a deal may leave a stage. */
export interface Gate {
  /** `Proposal_Sent` */
  readonly name: string;
  /** `Proposal sent` */
  readonly label: string;
  readonly stage: string;
  readonly criterion: string;
  /** What meets it: `Field`, `Activity`, `Contact Role`, `Review`, `Manual`. */
  readonly kind: string;
  /** API name of the field that a gate of kind Field asks for, else `''`. */
  readonly field: string;
  /** Subject and type of the task of a gate of kind Activity. */
  readonly activity: { readonly subject: string; readonly type: string };
  readonly contactRole: string;
  /** Days after entry of the stage. */
  readonly dueDays: number | undefined;
  readonly required: boolean;
  /** `Manager`, `Executive`, or something else for nobody. */
  readonly waivedBy: string;
  /** Days a waiver lasts at most. */
  readonly waiverDays: number | undefined;
  readonly guidance: string;
  readonly sortOrder: number;
}

/** The active gates of all stages, in their order within a stage. */
export function readGates(folder: SourceFolder): readonly Gate[] {
  return readRecords(folder, 'Stage_Gate')
    .map((record) => ({
      name: record.name,
      label: record.label,
      stage: record.text('Stage__c'),
      criterion: record.text('Criterion__c'),
      kind: record.text('Kind__c'),
      field: record.text('Field_Name__c'),
      activity: { subject: record.text('Activity_Subject__c'), type: record.text('Activity_Type__c') },
      contactRole: record.text('Contact_Role__c'),
      dueDays: record.number('Due_Days__c'),
      required: record.flag('Required__c'),
      waivedBy: record.text('Waived_By__c'),
      waiverDays: record.number('Waiver_Days__c'),
      guidance: record.text('Guidance__c'),
      sortOrder: record.number('Sort_Order__c') ?? 0,
    }))
    .sort((a, b) => a.sortOrder - b.sortOrder);
}
