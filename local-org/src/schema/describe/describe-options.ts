import type { SObjectType } from '../sobject-type';
import type { Field, RecordType } from '../types';

/** What the user a describe is made for may do; describe leaves out what the user may not see. */
export interface DescribeAccess {
  object(type: SObjectType): {
    readonly create: boolean;
    readonly read: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
  };
  /** Whether the user may set audit fields of new records (Create Audit Fields). */
  readonly createsAuditFields?: boolean;
  field(type: SObjectType, field: Field): { readonly read: boolean; readonly edit: boolean };
}

/** What a user sees of a record type, beside its definition. */
export interface RecordTypeVisibility {
  /** 18 characters. */
  readonly id: string;
  readonly available: boolean;
  readonly isDefault: boolean;
}

/** What the URLs in a describe start with, and for whom it is made. */
export interface DescribeOptions {
  /** `/services/data/v67.0` */
  readonly basePath: string;
  /** `https://localhost:7443`: the pages' address. */
  readonly instanceUrl: string;
  /** Absent: everything is visible and writable. */
  readonly access?: DescribeAccess;
  /** Needed for objects with record types, whose ids the schema does not know. */
  readonly recordType?: (type: SObjectType, recordType: RecordType) => RecordTypeVisibility;
}
