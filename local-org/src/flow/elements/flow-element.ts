import type { MetadataObject } from '../../metadata';
import type { CheckScope } from '../checks/check-scope';
import type { FlowConnector } from '../definition/connector';
import type { FlowValueType } from '../definition/data-type';
import type { TypeScope } from '../definition/type-scope';
import type { FlowScreen } from './screen';
import type { Interview } from '../interview/interview';

/** What every element has. */
export interface FlowNode {
  readonly name: string;
  /** The name in lower case, by which interviews keep what the element gave. */
  readonly key: string;
  readonly label: string;
  /** As the platform names it in fault messages: `FlowRecordUpdate`. */
  readonly typeName: string;
  /** Its place in the component: `['recordUpdates', 0]`. */
  readonly path: readonly (string | number)[];
}

/** What a reference to an element stands for: a value, or members such as the outputs of a subflow. */
export interface OutputType extends FlowValueType {
  readonly members?: ReadonlyMap<string, FlowValueType>;
}

/**
 * An element of a flow. It either works on one interview (`run`), or on all interviews of a batch that have reached
 * it (`runBatch`), so that 200 interviews make one query or one save.
 */
export interface FlowElement extends FlowNode {
  /** Every way out, fault path included. */
  readonly connectors: readonly FlowConnector[];
  /** @returns name of the next element; null when the flow ends here */
  run?(interview: Interview): string | null;
  /** Must move each interview on, or end it. */
  runBatch?(interviews: readonly Interview[]): void;
  /** What `{!ElementName}` is; absent when it stands for nothing. */
  output?(scope: TypeScope): OutputType | undefined;
  /** Resources that the element brings along by names of their own: the components of a screen. */
  readonly resources?: ReadonlyMap<string, FlowValueType>;
  /** Names of their own that stand for members only: components of a screen that store their output. */
  memberResource?(name: string, scope: TypeScope): OutputType | undefined;
  /** What a screen element shows. */
  readonly screen?: FlowScreen;
  /** Takes the outputs of a subflow's interview and moves on. */
  childFinished?(interview: Interview, child: Interview): void;
  /** API name of the flow that a subflow element calls. */
  readonly calls?: string;
  /** Reports what is wrong with it to the scope. */
  check(scope: CheckScope): void;
}

/** A kind of element. */
export interface ElementType {
  /** Element of the Flow metadata: `recordUpdates`. */
  readonly tag: string;
  readonly typeName: string;
  /** As Flow Builder calls it. */
  readonly label: string;
  readonly documentation: string;
  read(content: MetadataObject, node: FlowNode): FlowElement;
}

/** The connectors that are there. */
export function present(...connectors: (FlowConnector | null)[]): FlowConnector[] {
  return connectors.filter((connector) => connector !== null);
}
