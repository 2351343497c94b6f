import { booleanOf, numberOf, objectOf, objectsOf, textOf, type MetadataObject } from '../../metadata';
import type { FlowDataType, FlowValueType } from './data-type';
import { readValueSource, type ValueSource } from './value-source';

/** A variable of a flow. @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_variable.htm */
export interface FlowVariable extends FlowValueType {
  readonly kind: 'variable';
  readonly name: string;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly defaultValue: ValueSource;
}

/** @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_constant.htm */
export interface FlowConstant extends FlowValueType {
  readonly kind: 'constant';
  readonly name: string;
  readonly value: ValueSource;
}

/** @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_formula.htm */
export interface FlowFormula extends FlowValueType {
  readonly kind: 'formula';
  readonly name: string;
  readonly expression: string;
}

/** @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_texttemplate.htm */
export interface FlowTextTemplate extends FlowValueType {
  readonly kind: 'textTemplate';
  readonly name: string;
  readonly text: string;
}

/** @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_choice.htm */
export interface FlowChoice extends FlowValueType {
  readonly kind: 'choice';
  readonly name: string;
  readonly text: string;
  readonly value: ValueSource;
}

/** Choices from records or from a picklist. @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_dynamicrecordchoice.htm */
export interface FlowDynamicChoiceSet extends FlowValueType {
  readonly kind: 'choiceSet';
  readonly name: string;
  readonly content: MetadataObject;
}

/** A stage of a screen flow. @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_resources_stage.htm */
export interface FlowStage extends FlowValueType {
  readonly kind: 'stage';
  readonly name: string;
  readonly label: string;
  readonly order: number;
  readonly isActive: boolean;
}

export type FlowResource =
  | FlowVariable
  | FlowConstant
  | FlowFormula
  | FlowTextTemplate
  | FlowChoice
  | FlowDynamicChoiceSet
  | FlowStage;

type ResourceReader = (content: MetadataObject, name: string, type: FlowValueType) => FlowResource;

/** Readers of resources by their element of the flow. */
export const RESOURCE_READERS: Readonly<Record<string, ResourceReader>> = {
  constants: (content, name, type) => ({
    kind: 'constant',
    name,
    ...type,
    value: readValueSource(objectOf(content, 'value')),
  }),
  variables: (content, name, type) => ({
    kind: 'variable',
    name,
    ...type,
    isInput: booleanOf(content, 'isInput'),
    isOutput: booleanOf(content, 'isOutput'),
    defaultValue: readValueSource(objectOf(content, 'value')),
  }),
  formulas: (content, name, type) => ({
    kind: 'formula',
    name,
    ...type,
    expression: textOf(content, 'expression') ?? '',
  }),
  textTemplates: (content, name, type) => ({
    kind: 'textTemplate',
    name,
    ...type,
    text: textOf(content, 'text') ?? '',
  }),
  choices: (content, name, type) => ({
    kind: 'choice',
    name,
    ...type,
    text: textOf(content, 'choiceText') ?? '',
    value: readValueSource(objectOf(content, 'value')),
  }),
  dynamicChoiceSets: (content, name, type) => ({ kind: 'choiceSet', name, ...type, content }),
  stages: (content, name, type) => ({
    kind: 'stage',
    name,
    ...type,
    label: textOf(content, 'label') ?? name,
    order: numberOf(content, 'stageOrder') ?? 0,
    isActive: booleanOf(content, 'isActive'),
  }),
};

/** Reads all resources of a flow, by name in lower case. */
export function readResources(content: MetadataObject): ReadonlyMap<string, FlowResource> {
  const resources = new Map<string, FlowResource>();
  for (const [element, read] of Object.entries(RESOURCE_READERS)) {
    for (const child of objectsOf(content, element)) {
      const name = textOf(child, 'name') ?? '';
      resources.set(name.toLowerCase(), Object.freeze(read(child, name, valueTypeOf(child))));
    }
  }
  return resources;
}

/** The declared type of a resource; text when it declares none. */
export function valueTypeOf(content: MetadataObject): FlowValueType {
  const objectName = textOf(content, 'objectType');
  const scale = numberOf(content, 'scale');
  return {
    dataType: (textOf(content, 'dataType') ?? 'String') as FlowDataType,
    isCollection: booleanOf(content, 'isCollection'),
    ...(objectName !== undefined && { objectName }),
    ...(scale !== undefined && { scale }),
  };
}
