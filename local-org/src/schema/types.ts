import type { FieldValue } from '../core';

/**
 * The type of a field as describe names it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm
 */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'base64'
  | 'encryptedstring'
  | 'anyType'
  | 'complexvalue'
  | 'address'
  | 'location';

/** One value of a picklist. */
export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
  /** Controlling values (API names) under which this value may be chosen; absent when it depends on nothing. */
  readonly validFor?: readonly string[];
  /** Properties that standard value sets add: opportunity stages, lead and task statuses. */
  readonly probability?: number;
  readonly forecastCategory?: string;
  readonly closed?: boolean;
  readonly won?: boolean;
  readonly converted?: boolean;
  readonly highPriority?: boolean;
}

export interface Picklist {
  readonly values: readonly PicklistValue[];
  /** A restricted picklist refuses values outside the set (INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST). */
  readonly restricted: boolean;
  /** API name of the field that controls this one. */
  readonly controllingField?: string;
  /** Global or standard value set the values come from. */
  readonly valueSet?: string;
}

export interface FormulaDefinition {
  readonly expression: string;
  readonly treatBlanksAs: 'BlankAsZero' | 'BlankAsBlank';
}

/** One line of a roll-up's or lookup's filter: `StageName equals 'Closed Won'`. */
export interface FilterItem {
  readonly field: string;
  readonly operation: string;
  readonly value?: string;
  readonly valueField?: string;
}

export interface RollupDefinition {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The child's master-detail field that points to this object. */
  readonly foreignKey: string;
  /** Absent for a count. */
  readonly summarizedField?: string;
  readonly filters: readonly FilterItem[];
}

export interface LookupFilter {
  readonly active: boolean;
  readonly optional: boolean;
  readonly booleanFilter?: string;
  readonly errorMessage?: string;
  readonly filters: readonly FilterItem[];
}

export interface Relationship {
  readonly kind: 'lookup' | 'masterDetail';
  /** API names of the objects it may point to. */
  readonly referenceTo: readonly string[];
  /** Name of the parent path (`Account`, `Competitor__r`); null when it cannot be traversed. */
  readonly relationshipName: string | null;
  /** Name of the child list on the parent (`Opportunities`, without `__r` for standard, with for custom). */
  readonly childRelationshipName: string | null;
  readonly onDelete: 'SetNull' | 'Restrict' | 'Cascade';
  /** May point to several objects on the platform, even when this org has only one of them. */
  readonly polymorphic?: boolean;
  readonly lookupFilter?: LookupFilter;
  /** Custom metadata that names a field: the field of the same record that names its object, `Object__c`. */
  readonly controllingField?: string;
  /** Master-detail: may be moved to another master. */
  readonly reparentable?: boolean;
  /** Master-detail: read access on the master is enough to write the detail. */
  readonly writeRequiresMasterRead?: boolean;
}

/** A field of an object. Frozen; attributes that describe derives from the type are computed in `describe/`. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters for text kinds, 18 for ids, else 0. */
  readonly length: number;
  /** All digits, and digits after the point, of a number; else 0. */
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  /** Whether MIN, MAX and the like take it; absent when that follows from the type. */
  readonly aggregatable?: boolean;
  readonly permissionable: boolean;
  readonly nameField: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** May be used to find a record in an upsert. */
  readonly idLookup: boolean;
  /** Display format of an auto-number: `OPP-{0000}`. */
  readonly autoNumber?: string;
  /** The number an auto-number begins with; 1 when absent. */
  readonly autoNumberStart?: number;
  /** A fixed default. */
  readonly defaultValue?: FieldValue;
  /** A default that is computed at insert. */
  readonly defaultFormula?: string;
  readonly formula?: FormulaDefinition;
  readonly rollup?: RollupDefinition;
  readonly picklist?: Picklist;
  readonly relationship?: Relationship;
  /** Compound field (address, location, person name) this one is a part of. */
  readonly compoundFieldName?: string;
  readonly htmlFormatted: boolean;
  readonly inlineHelpText?: string;
  readonly description?: string;
  readonly trackHistory: boolean;
  /** Rich text, long text (`extraTypeInfo` of describe): `plaintextarea`, `richtextarea`. */
  readonly extraTypeInfo?: string;
  /** Digits of a whole number as describe reports them, where they differ from the type's 8. */
  readonly digits?: number;
}

export interface RecordType {
  readonly developerName: string;
  readonly label: string;
  readonly description?: string;
  readonly active: boolean;
  readonly businessProcess?: string;
  /** Allowed values by picklist field API name; a field that is absent allows all its values. */
  readonly picklistValues: Readonly<
    Record<string, { readonly values: readonly string[]; readonly defaultValue?: string }>
  >;
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly condition: string;
  readonly errorMessage: string;
  /** Field the message stands at; absent for the top of the page. */
  readonly errorDisplayField?: string;
  readonly description?: string;
}

export type SharingModel =
  'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

export type SObjectKind =
  | 'standard'
  | 'custom'
  | 'customMetadata'
  | 'listCustomSetting'
  | 'hierarchyCustomSetting'
  | 'platformEvent'
  /** What tells of changes of another object's records: AccountChangeEvent. */
  | 'changeEvent'
  /** Objects that the org keeps about itself and clients may only read: EntityDefinition, Profile. */
  | 'setup';

/** Kinds of objects that are deployed. */
export type CustomObjectKind = Exclude<SObjectKind, 'standard' | 'setup' | 'changeEvent'>;

/** The child side of a relationship: `{ childObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' }`. */
export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  readonly relationshipName: string | null;
  readonly onDelete: 'SetNull' | 'Restrict' | 'Cascade';
}

/** What an object can do; true for most business objects. */
export interface SObjectCapabilities {
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly undeletable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly mergeable: boolean;
  readonly layoutable: boolean;
  readonly triggerable: boolean;
  readonly feedEnabled: boolean;
}

/** What a schema is built from: an object without the parts that follow from other objects. */
export interface SObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of the ids of its records; null for objects without records of their own (`Name`). */
  readonly keyPrefix: string | null;
  /** What describe reports where it differs: several objects of the platform share a prefix or report none. */
  readonly describedKeyPrefix?: string | null;
  readonly kind: SObjectKind;
  readonly custom: boolean;
  readonly capabilities: SObjectCapabilities;
  readonly sharingModel: SharingModel;
  /** The reference whose record decides access when the sharing model is ControlledByParent: `AccountId`. */
  readonly sharingParent?: string;
  /** Set on objects that belong to another one: `{ type: 'Share', parent: 'Account' }`. */
  readonly associate?: { readonly type: 'Share' | 'History'; readonly parent: string };
  readonly fields: readonly Field[];
  readonly recordTypes: readonly RecordType[];
  readonly validationRules: readonly ValidationRule[];
  readonly description?: string;
}
