import type { ScalarFieldInput } from '../fields/make-field';
import type { PicklistValue, SObjectCapabilities, SObjectDefinition } from '../types';

/** A picklist value in a generated file: the value alone, or the value with what differs from the defaults. */
export type CompactValue =
  | string
  | {
      readonly value: string;
      /** Absent when the same as the value. */
      readonly label?: string;
      readonly default?: boolean;
      readonly active?: boolean;
      readonly probability?: number;
      readonly forecastCategory?: string;
      readonly closed?: boolean;
      readonly won?: boolean;
      readonly converted?: boolean;
      readonly highPriority?: boolean;
    };

/** A field in a generated file: attributes that differ from what `makeField` derives. */
export type CompactField = ScalarFieldInput & {
  readonly picklist?: {
    /** A standard value set. */
    readonly valueSet?: string;
    /** Values that several fields have in common: a name in `shared-values.json`. */
    readonly sharedValues?: string;
    readonly values?: readonly CompactValue[];
    readonly restricted?: boolean;
  };
  readonly relationship?: {
    readonly referenceTo: readonly string[];
    readonly relationshipName?: string;
    readonly childRelationshipName?: string;
    readonly onDelete?: 'Restrict' | 'Cascade';
    readonly polymorphic?: boolean;
  };
};

/** Several fields in a row that differ in name and label only. */
export interface CompactFieldGroup {
  readonly each: Omit<CompactField, 'name' | 'label'>;
  /** Labels by name: `{ "PermissionsApiEnabled": "API Enabled" }`. */
  readonly labels: Readonly<Record<string, string>>;
}

/** An object in a generated file: see `generated/README.md`. */
export type CompactObject = Pick<
  SObjectDefinition,
  'name' | 'label' | 'labelPlural' | 'keyPrefix' | 'sharingModel'
> &
  Partial<Pick<SObjectDefinition, 'kind' | 'describedKeyPrefix' | 'sharingParent' | 'associate'>> & {
    readonly capabilities: readonly (keyof SObjectCapabilities)[];
    /** A name stands for the system field of that name. */
    readonly fields: readonly (string | CompactField | CompactFieldGroup)[];
  };

/** The standard value sets in their generated file, by name. */
export type CompactValueSets = Readonly<
  Record<string, { readonly fields: readonly string[]; readonly values: readonly CompactValue[] }>
>;

/** Values that several fields have in common, in their generated file, by name. */
export type CompactSharedValues = Readonly<Record<string, readonly CompactValue[]>>;

/** Writes a compact picklist value in full. */
export function expandValue(compact: CompactValue): PicklistValue {
  if (typeof compact === 'string') {
    return Object.freeze({ value: compact, label: compact, active: true, defaultValue: false });
  }
  const { value, label = value, active = true, default: defaultValue = false, ...properties } = compact;
  return Object.freeze({ value, label, active, defaultValue, ...properties });
}
