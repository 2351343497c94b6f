import type { Field } from '../../schema';

/** How a table's records are joined to those of the table before it. */
export interface ReportJoin {
  /** Reference field of this table's object that points to the object of the table before. */
  readonly field: Field;
  /** Whether records of the table before appear without any of this one. */
  readonly outer: boolean;
}

/** One of the objects of a report type, in the order of their joins. */
export interface ReportTable {
  readonly objectName: string;
  /** What columns of the table begin with: `Opportunity`, `Account.Opportunities`. */
  readonly prefix: string;
  /** Null for the first table. */
  readonly join: ReportJoin | null;
}

/** A column that a report may use. Paths are SOQL paths from the table's object. */
export interface ReportColumn {
  /** As reports name it: `OPPORTUNITY_NAME`, `Deal__c$Amount__c`. */
  readonly name: string;
  readonly label: string;
  /** Index of its table. */
  readonly table: number;
  /** Object that holds the field. */
  readonly objectName: string;
  readonly field: Field;
  /** What the column's value is: the field, or the record's id for names and look-ups. */
  readonly valuePath: string;
  /** What is shown and filtered by: the field, or the name of the record. */
  readonly labelPath: string;
  /** Fields that it is read through, by object: who may not read one of them does not see the column. */
  readonly reads: readonly (readonly [objectName: string, fieldName: string])[];
  /** Whether it names a record: its value is an id, its label a name. */
  readonly isLink: boolean;
}

/** What reports can be made of: joined objects, and their columns by name. */
export interface ReportType {
  /** `Opportunity`, `CustomEntity$Deal__c`, `Deals_With_Items__c` */
  readonly name: string;
  readonly label: string;
  readonly tables: readonly ReportTable[];
  /** The column of that name; undefined when there is none. */
  column(name: string): ReportColumn | undefined;
  /** Names of all columns, in the order in which they are offered. */
  columnNames(): readonly string[];
}
