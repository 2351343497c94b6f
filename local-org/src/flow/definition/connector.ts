import { objectOf, textOf, type MetadataObject } from '../../metadata';

/** The way from an element to the next one. */
export interface FlowConnector {
  /** Name of the element it leads to. */
  readonly target: string;
  /** Tag in the metadata: `connector`, `faultConnector`, `defaultConnector`. */
  readonly element: string;
}

/** Reads a connector; null when the element ends the flow there. */
export function connectorOf(content: MetadataObject, element = 'connector'): FlowConnector | null {
  const connector = objectOf(content, element);
  const target = connector && textOf(connector, 'targetReference');
  return target === undefined ? null : { target, element };
}
