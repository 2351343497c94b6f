import type { Component } from '../../metadata';
import type { FlowElement } from '../elements/flow-element';
import type { FlowResource } from './resources';
import type { FlowStart } from './start';

export type RunInMode = 'DefaultMode' | 'SystemModeWithSharing' | 'SystemModeWithoutSharing';

/** A flow as it is executed. Frozen; one per deployed component and schema. */
export interface Flow {
  /** API name: `Deal_Opened`. */
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly status: string;
  readonly processType: string;
  readonly apiVersion: number;
  readonly runInMode: RunInMode;
  /** Null when none is set: such flows run between those up to 1,000 and those above. */
  readonly triggerOrder: number | null;
  readonly interviewLabel: string;
  readonly start: FlowStart;
  readonly resources: ReadonlyMap<string, FlowResource>;
  /** Elements by name in lower case, in the order of the file. */
  readonly elements: ReadonlyMap<string, FlowElement>;
  /** Elements that the local org does not run: `['apexPluginCalls']`. */
  readonly unsupported: readonly string[];
  /** Position of each element on the way through the flow, to advance interviews together. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Names after a dot anywhere in the flow, in lower case: the fields that it may read. */
  readonly fieldsRead: ReadonlySet<string>;
  /** Relationships of the triggering record that it reads: `['account']`. */
  readonly parentsRead: ReadonlySet<string>;
  /** Whether it reads `$Record__Prior`. */
  readonly readsPrior: boolean;
  readonly component: Component;
}
