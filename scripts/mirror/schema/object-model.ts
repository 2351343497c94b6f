/** The type of a field as describe names it. */
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
  | 'address'
  | 'location';

/** What the mirror needs to know of a field. */
export interface FieldModel {
  readonly name: string;
  readonly type: FieldType;
  /** What users see; `''` for standard fields. */
  readonly label: string;
  /** Whether a record may leave it blank. */
  readonly nillable: boolean;
  /** Whether a new record must bring it: it may not be blank and has no default. */
  readonly required: boolean;
  /** Whether only the platform sets it: formulas, roll-ups, audit fields. */
  readonly readOnly: boolean;
  /** Whether records are found by it. */
  readonly externalId: boolean;
  /** Objects that a reference may point to. */
  readonly referenceTo: readonly string[];
  /** `Account` of `AccountId`; null when there is none. */
  readonly relationshipName: string | null;
  /** Values of a restricted picklist: a list, or the name of a global value set. Null when any text goes. */
  readonly values: readonly string[] | { readonly valueSet: string } | null;
}

/** What the mirror needs to know of an object. */
export interface ObjectModel {
  /** `Opportunity`, `Stage_Gate_Item__c` */
  readonly name: string;
  /** `''` for standard objects. */
  readonly label: string;
  readonly fields: readonly FieldModel[];
}

/** A field with what is left out filled in: it may be blank, is written by clients and refers to nothing. */
export function fieldModel(field: Pick<FieldModel, 'name' | 'type'> & Partial<FieldModel>): FieldModel {
  return {
    label: '',
    nillable: true,
    required: false,
    readOnly: false,
    externalId: false,
    referenceTo: [],
    relationshipName: null,
    values: null,
    ...field,
  };
}
