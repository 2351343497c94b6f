import type { ApexField } from './declarations';

/** How one door of the platform turns Apex values into JSON and back. */
export interface JsonView {
  /** What a class is looked at for, in messages: `pages`. */
  readonly reader: string;
  /** Which members of a class travel, in messages: `@AuraEnabled fields`. */
  readonly members: string;
  /** Whether a field travels; static ones never do. */
  hasField(field: ApexField): boolean;
  /** TypeScript types of Apex's scalar types, by lower-case name. */
  readonly scalars: Readonly<Record<string, string>>;
  /** Collections that travel, lower case. */
  readonly collections: readonly string[];
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  id: 'Records.Id',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  double: 'number',
  decimal: 'number',
  date: 'Records.IsoDate',
  datetime: 'Records.IsoDatetime',
  object: 'unknown',
  sobject: 'Readonly<Record<string, unknown>>',
};

/** Scalars that travel through some doors only. */
const RESTRICTED_SCALARS: Readonly<Record<string, string>> = { time: 'Records.IsoTime', blob: 'string' };

/**
 * What components send and get. How Time, Blob and Set travel is not documented, so they are refused.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex-wire-method.html
 */
export const PAGE_VIEW: JsonView = {
  reader: 'pages',
  members: '@AuraEnabled fields',
  hasField: ({ annotations }) => 'auraenabled' in annotations,
  scalars: SCALARS,
  collections: ['list', 'map'],
};

/**
 * What Apex REST reads and answers.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 */
export const REST_VIEW: JsonView = {
  reader: 'REST clients',
  members: 'public fields',
  hasField: ({ modifiers }) =>
    !modifiers.includes('transient') && modifiers.some((name) => name === 'public' || name === 'global'),
  scalars: { ...SCALARS, ...RESTRICTED_SCALARS },
  collections: ['list', 'set', 'map'],
};

/**
 * What invocable actions take and give. Classes inside requests are Apex-defined types, whose fields are @AuraEnabled.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_InvocableVariable.htm
 */
export const INVOCABLE_VIEW: JsonView = {
  reader: 'invocable actions',
  members: '@InvocableVariable fields',
  hasField: ({ annotations }) => 'invocablevariable' in annotations || 'auraenabled' in annotations,
  scalars: { ...SCALARS, time: 'Records.IsoTime' },
  collections: ['list'],
};

/** Whether Apex has the type, though not every door lets it through: `blob`, `set`. */
export function isApexType(name: string): boolean {
  return name in REST_VIEW.scalars || REST_VIEW.collections.includes(name);
}
