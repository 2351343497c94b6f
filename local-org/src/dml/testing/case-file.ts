import type { FieldInput, RecordType, SharingModel, ValidationRule } from '../../schema';

/** Additions to a standard object, or the whole of a custom one. */
export interface ObjectFixture {
  readonly label?: string;
  readonly labelPlural?: string;
  /** Custom objects: three characters. */
  readonly keyPrefix?: string;
  readonly sharingModel?: SharingModel;
  readonly kind?: 'custom' | 'customMetadata' | 'hierarchyCustomSetting';
  /** Custom objects that are details of a master have no owner. */
  readonly ownable?: boolean;
  /** Replaces standard fields of the same name. */
  readonly fields?: readonly FieldInput[];
  readonly validationRules?: readonly (Partial<ValidationRule> &
    Pick<ValidationRule, 'name' | 'condition' | 'errorMessage'>)[];
  readonly recordTypes?: readonly (Partial<RecordType> & Pick<RecordType, 'developerName'>)[];
}

/** Who runs a step, and what that user lacks. */
export interface UserFixture {
  readonly mode?: 'user' | 'system';
  /** Objects without access, by operation: `{ "Account": ["create"] }`. */
  readonly withoutObjectAccess?: Readonly<Record<string, readonly ('create' | 'edit' | 'delete')[]>>;
  /** Fields that cannot be edited: `Account.Rating`. */
  readonly withoutFieldEdit?: readonly string[];
  /** Named records that the user may not reach at a level: `{ "acme": ["edit"] }`. */
  readonly withoutRecordAccess?: Readonly<Record<string, readonly string[]>>;
  readonly userPermissions?: readonly string[];
  readonly customPermissions?: readonly string[];
}

/** An error as a case expects it. `{{name}}` in the text is the id of a named record, `{{name:15}}` its short form. */
export interface ExpectedError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** `"ok"`, `"created"`, `"updated"` or the errors. */
export type ExpectedResult = 'ok' | 'created' | 'updated' | readonly ExpectedError[];

export interface CaseStep {
  readonly insert?: string;
  readonly update?: string;
  readonly upsert?: string;
  readonly externalId?: string;
  /** Values `@name` are ids of named records, `@name:15` short ones. */
  readonly records?: readonly Readonly<Record<string, unknown>>[];
  /** Names for the ids of the results, by position; null for none. */
  readonly as?: readonly (string | null)[];
  readonly delete?: readonly string[];
  readonly undelete?: readonly string[];
  readonly allOrNone?: boolean;
  /** All `ok` when absent. */
  readonly expect?: readonly ExpectedResult[];
  /** Stored values of named records: `{ "big": { "Probability": 50 } }`. */
  readonly check?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Live records of an object. */
  readonly count?: Readonly<Record<string, number>>;
  readonly user?: UserFixture;
  /** Moves the clock before the step. */
  readonly advanceSeconds?: number;
}

export interface SaveCase {
  readonly title: string;
  /** Platform facts that the case shows. */
  readonly basis: readonly string[];
  readonly steps: readonly CaseStep[];
}

export interface CaseFile {
  /** Objects of the org in which every case of the file runs, each case on an empty store. */
  readonly objects: Readonly<Record<string, ObjectFixture>>;
  readonly cases: readonly SaveCase[];
}
