import type { Access } from '../types/symbols';
import type { ElementKind } from './element-kind';

/** A property of an annotation: `cacheable=true`. */
export interface AnnotationProperty {
  readonly type: 'BOOLEAN' | 'STRING';
  /** Values it may have, in lower case. */
  readonly values?: readonly string[];
  /** Where it may be given; everywhere when absent. */
  readonly on?: readonly ElementKind[];
}

/** Where an annotation may stand and what it asks of what it stands on. */
export interface AnnotationRule {
  /** As messages write it. */
  readonly name: string;
  readonly on: readonly ElementKind[];
  readonly properties?: Readonly<Record<string, AnnotationProperty>>;
  /** Only on, or in, types that are deployed by themselves. */
  readonly topLevelOnly?: boolean;
  readonly mustBeStatic?: boolean;
  readonly mustBeGlobal?: boolean;
  readonly accessOneOf?: readonly Access[];
  /** Of fields and properties. */
  readonly notStatic?: boolean;
  readonly notFinal?: boolean;
  /** An annotation that the top-level type must have. */
  readonly definingType?: string;
  readonly oncePerType?: boolean;
  /** The method takes nothing. */
  readonly noParameters?: boolean;
}

const TYPES: readonly ElementKind[] = ['classes', 'interfaces', 'enums'];
const MEMBERS: readonly ElementKind[] = ['fields', 'properties', 'methods', 'constructors'];
const METHODS: readonly ElementKind[] = ['methods'];
const BOOLEAN: AnnotationProperty = { type: 'BOOLEAN' };
const STRING: AnnotationProperty = { type: 'STRING' };
const JSON_ACCESS: AnnotationProperty = {
  type: 'STRING',
  values: ['always', 'never', 'samenamespace', 'samepackage'],
};

const httpMethod = (name: string, noParameters: boolean): AnnotationRule => ({
  name,
  on: METHODS,
  mustBeStatic: true,
  mustBeGlobal: true,
  definingType: 'RestResource',
  oncePerType: true,
  noParameters,
});

const RULES: readonly AnnotationRule[] = [
  {
    name: 'AuraEnabled',
    on: ['fields', 'properties', 'methods'],
    accessOneOf: ['global', 'public'],
    properties: { cacheable: BOOLEAN, continuation: BOOLEAN, scope: STRING },
  },
  { name: 'Deprecated', on: [...TYPES, ...MEMBERS] },
  { name: 'Future', on: METHODS, mustBeStatic: true, properties: { callout: BOOLEAN, limits: STRING } },
  httpMethod('HttpGet', true),
  httpMethod('HttpDelete', true),
  httpMethod('HttpPost', false),
  httpMethod('HttpPut', false),
  httpMethod('HttpPatch', false),
  {
    name: 'InvocableMethod',
    on: METHODS,
    topLevelOnly: true,
    mustBeStatic: true,
    accessOneOf: ['global', 'public'],
    oncePerType: true,
    properties: {
      label: STRING,
      description: STRING,
      category: STRING,
      callout: BOOLEAN,
      configurationeditor: STRING,
      iconname: STRING,
      capabilitytype: STRING,
    },
  },
  {
    name: 'InvocableVariable',
    on: ['fields'],
    accessOneOf: ['global', 'public'],
    notStatic: true,
    notFinal: true,
    properties: {
      label: STRING,
      description: STRING,
      required: BOOLEAN,
      placeholdertext: STRING,
      defaultvalue: STRING,
      capabilitytype: STRING,
    },
  },
  {
    name: 'IsTest',
    on: ['classes', 'methods'],
    topLevelOnly: true,
    mustBeStatic: true,
    definingType: 'IsTest',
    properties: {
      seealldata: BOOLEAN,
      isparallel: { type: 'BOOLEAN', on: ['classes'] },
      oninstall: BOOLEAN,
      critical: BOOLEAN,
      testfor: STRING,
    },
  },
  {
    name: 'JsonAccess',
    on: ['classes'],
    properties: { serializable: JSON_ACCESS, deserializable: JSON_ACCESS },
  },
  { name: 'NamespaceAccessible', on: [...TYPES, ...MEMBERS], accessOneOf: ['public', 'protected'] },
  { name: 'ReadOnly', on: METHODS, properties: { usereplica: STRING } },
  { name: 'RemoteAction', on: METHODS, mustBeStatic: true, accessOneOf: ['global', 'public'] },
  { name: 'RestResource', on: ['classes'], mustBeGlobal: true, properties: { urlmapping: STRING } },
  {
    name: 'SuppressWarnings',
    on: [...TYPES, ...MEMBERS, 'parameters', 'locals'],
    properties: { value: STRING },
  },
  { name: 'TestSetup', on: METHODS, mustBeStatic: true, definingType: 'IsTest', oncePerType: true },
  { name: 'TestVisible', on: [...TYPES, ...MEMBERS, 'locals'] },
];

const byName: ReadonlyMap<string, AnnotationRule> = new Map(
  RULES.map((rule) => [rule.name.toLowerCase(), rule]),
);

/**
 * The rule of an annotation, by name in any case; undefined for one that does not exist.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation.htm
 */
export function annotationRule(name: string): AnnotationRule | undefined {
  return byName.get(name.toLowerCase());
}
