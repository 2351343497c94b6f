import type { TriggerEventName } from '../syntax/ast';
import type { ApexList } from './values/apex-list';
import type { ApexMap } from './values/apex-map';

/**
 * What the variables of `Trigger` hold while a trigger runs.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_context_variables.htm
 */
export interface TriggerContext {
  readonly event: TriggerEventName;
  readonly objectName: string;
  /** Null in deletes. */
  readonly newList: ApexList | null;
  /** Null before an insert and in deletes. */
  readonly newMap: ApexMap | null;
  /** Null in inserts and undeletes. */
  readonly oldList: ApexList | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
}
