import { readAllRecords } from './custom-metadata';
import type { SourceFolder } from './source-folder';

/** One event of the catalogue of notifications. */
export interface NotificationEvent {
  readonly name: string;
  /** False when it is switched off: nothing is sent. */
  readonly active: boolean;
  readonly label: string;
  readonly condition: string;
  readonly recipients: string;
  /** `In-App`, `Email`, `In-App and Email`, `Task` */
  readonly channel: string;
  /** Flow or approval process that sends it. */
  readonly source: string;
  /** What a load of many records does: `Sent`, `Digest`, `Nothing`. */
  readonly inBulk: string;
}

/** The events by name, also those that are switched off. */
export function readNotificationEvents(folder: SourceFolder): readonly NotificationEvent[] {
  return readAllRecords(folder, 'Notification_Event').map((record) => ({
    name: record.name,
    active: record.flag('Active__c'),
    label: record.label,
    condition: record.text('Condition__c'),
    recipients: record.text('Recipients__c'),
    channel: record.text('Channel__c'),
    source: record.text('Flow__c'),
    inBulk: record.text('In_Bulk__c'),
  }));
}
