/**
 * The type of a flow resource.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm
 */
export type FlowDataType =
  | 'String'
  | 'Number'
  | 'Currency'
  | 'Boolean'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'Picklist'
  | 'Multipicklist'
  | 'SObject'
  | 'Apex';

/** The type of a value of a flow: `{ dataType: 'SObject', isCollection: true, objectName: 'Task' }`. */
export interface FlowValueType {
  readonly dataType: FlowDataType;
  readonly isCollection: boolean;
  /** Set for SObject. */
  readonly objectName?: string;
  readonly scale?: number;
}
