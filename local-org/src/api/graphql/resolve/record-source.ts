import type { ResultRecord } from '../../../query';
import type { SObjectType } from '../../../schema';

/** A record of an answer, from which its fields are resolved. */
export interface RecordSource {
  readonly type: SObjectType;
  readonly row: ResultRecord;
}
