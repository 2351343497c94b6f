import type { ApiError } from '../../../core';
import type { Field, SObjectType } from '../../../schema';
import type { SqlValue } from '../../../storage';
import type { FormulaColumn } from '../formula-columns';
import type { ComparisonOperator, ForClause, Literal } from '../syntax/ast';

/** A table of the statement: the object after FROM, or the parent behind a reference. */
export interface Source {
  /** Alias in the SQL text, unique in the statement: `t0`. */
  readonly alias: string;
  readonly type: SObjectType;
  /** Name of the table, quoted. */
  readonly table: string;
  readonly join: { readonly parent: Source; readonly reference: Field } | null;
}

export interface ColumnExpression {
  readonly kind: 'column';
  readonly source: Source;
  readonly field: Field;
  /** How a formula field is computed; absent in statements that are only checked. */
  readonly formula?: FormulaColumn;
}

/** A field of the Name object behind a reference to several objects: `What.Name`. */
export interface NameExpression {
  readonly kind: 'name';
  readonly source: Source;
  readonly reference: Field;
  /** Field of the Name object: `Name`, `Type`, `Email`. */
  readonly attribute: Field;
  readonly targets: readonly {
    readonly type: SObjectType;
    readonly table: string;
    readonly field: Field | null;
  }[];
}

export interface CompoundExpression {
  readonly kind: 'compound';
  readonly source: Source;
  readonly field: Field;
  readonly parts: readonly { readonly name: string; readonly field: Field }[];
}

export interface DateFunctionExpression {
  readonly kind: 'dateFunction';
  readonly name: string;
  readonly operand: ColumnExpression;
  readonly inUserTimeZone: boolean;
}

export interface LabelExpression {
  readonly kind: 'label';
  readonly operand: ColumnExpression;
}

export interface FormatExpression {
  readonly kind: 'format';
  readonly operand: BoundExpression;
}

export interface AggregateExpression {
  readonly kind: 'aggregate';
  readonly name: 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';
  /** Null for COUNT(). */
  readonly operand: BoundExpression | null;
}

/** GROUPING(field): the position of the field in GROUP BY. */
export interface GroupingExpression {
  readonly kind: 'grouping';
  readonly index: number;
}

export interface DistanceExpression {
  readonly kind: 'distance';
  readonly latitude: ColumnExpression;
  readonly longitude: ColumnExpression;
  readonly point: { readonly latitude: BoundValue; readonly longitude: BoundValue };
  readonly unit: 'mi' | 'km';
}

export type BoundExpression =
  | ColumnExpression
  | NameExpression
  | CompoundExpression
  | DateFunctionExpression
  | LabelExpression
  | FormatExpression
  | AggregateExpression
  | GroupingExpression
  | DistanceExpression;

/** How values compare. */
export type ValueKind = 'text' | 'id' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'compound';

/** The right side of a comparison. */
export type BoundValue =
  | { readonly kind: 'constant'; readonly value: SqlValue }
  | { readonly kind: 'bind'; readonly text: string; readonly offset: number }
  | { readonly kind: 'dateRange'; readonly name: string; readonly count: number };

export type BoundCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly BoundCondition[] }
  | { readonly kind: 'not'; readonly part: BoundCondition }
  | {
      readonly kind: 'compare';
      readonly left: BoundExpression;
      readonly operator: Exclude<ComparisonOperator, 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES'>;
      readonly right: BoundValue;
    }
  | {
      readonly kind: 'in';
      readonly left: BoundExpression;
      readonly negated: boolean;
      readonly values: readonly BoundValue[];
    }
  | {
      readonly kind: 'includes';
      readonly left: BoundExpression;
      readonly excludes: boolean;
      readonly values: readonly BoundValue[];
    }
  | {
      readonly kind: 'semiJoin';
      readonly left: BoundExpression;
      readonly negated: boolean;
      readonly query: BoundQuery;
    };

/** One column of a result record, in SELECT order. */
export type ResultEntry =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly expression: BoundExpression;
      readonly offset: number;
    }
  | { readonly kind: 'parent'; readonly key: string; readonly record: RecordShape }
  | { readonly kind: 'children'; readonly key: string; readonly child: ChildQuery }
  | {
      readonly kind: 'typeof';
      readonly key: string;
      readonly branches: readonly RecordShape[];
      readonly otherwise: RecordShape | null;
    };

/** What a result record is made of. */
export interface RecordShape {
  /** `Account`, `Name` or `AggregateResult`. */
  readonly typeName: string;
  /** Where its id comes from; null for aggregate rows. */
  readonly id: BoundExpression | null;
  /** The table whose sharing decides over this record; null for the root (its rows are filtered) and for Name. */
  readonly sharedSource: Source | null;
  readonly entries: readonly ResultEntry[];
}

export interface ChildQuery {
  readonly query: BoundQuery;
  /** The child's reference to the parent. */
  readonly foreignKey: Field;
}

export interface BoundOrder {
  readonly expression: BoundExpression;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

export type BoundRowCount =
  { readonly kind: 'constant'; readonly value: number } | Extract<BoundValue, { kind: 'bind' }>;

export interface BoundQuery {
  readonly root: Source;
  /** Parents to join, each after the one it hangs on. */
  readonly joins: readonly Source[];
  readonly shape: RecordShape;
  /** `SELECT COUNT()`. */
  readonly countOnly: boolean;
  readonly aggregate: boolean;
  readonly where: BoundCondition | null;
  readonly groupBy: readonly BoundExpression[];
  readonly groupMode: 'plain' | 'rollup' | 'cube';
  readonly having: BoundCondition | null;
  readonly orderBy: readonly BoundOrder[];
  readonly limit: BoundRowCount | null;
  readonly offsetRows: BoundRowCount | null;
  readonly allRows: boolean;
  readonly onlyMine: boolean;
  readonly forClauses: readonly ForClause[];
}

/** A bound statement with what it needs to be allowed. */
export interface BoundStatement {
  readonly text: string;
  readonly query: BoundQuery;
  /** Checked before each run in user mode. */
  readonly requirements: readonly AccessRequirement[];
  /** WITH USER_MODE, SYSTEM_MODE or SECURITY_ENFORCED. */
  readonly mode: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  /** Objects whose rows come from the org itself, to be loaded before the run. */
  readonly virtualObjects: readonly SObjectType[];
}

/** An object (or one field of it) that the user must be able to read. */
export interface AccessRequirement {
  readonly objectName: string;
  readonly fieldName: string | null;
  /** The error for users who cannot; the same as for a name that does not exist. */
  denied(): ApiError;
}

export type { Literal };
