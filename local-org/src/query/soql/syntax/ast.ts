/**
 * The syntax of a query as a small tree. Names are as written; nothing is resolved yet.
 * `offset` is the place in the query text, from 0, of the first character of a node.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm
 */
export interface SoqlQuery {
  readonly select: readonly SelectItem[];
  readonly from: FromItem;
  /** Further items of FROM, which give aliases to relationships: `FROM Account a, a.Contacts c`. */
  readonly aliases: readonly FromItem[];
  /** Name after USING SCOPE. */
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly with: WithClause | null;
  readonly groupBy: GroupBy | null;
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: RowCount | null;
  readonly offsetRows: RowCount | null;
  readonly allRows: boolean;
  readonly forClauses: readonly ForClause[];
  /** UPDATE TRACKING, UPDATE VIEWSTAT. */
  readonly update: readonly string[];
  readonly offset: number;
}

export type ForClause = 'VIEW' | 'REFERENCE' | 'UPDATE';
export type WithClause = 'SECURITY_ENFORCED' | 'USER_MODE' | 'SYSTEM_MODE' | 'DATA CATEGORY' | 'FILTER';

/** A field by its path: `['Account', 'Owner', 'Name']`. */
export interface FieldPath {
  readonly kind: 'path';
  readonly names: readonly string[];
  readonly offset: number;
}

/** A call such as `COUNT(Id)`. The name is upper-case. */
export interface FunctionCall {
  readonly kind: 'function';
  readonly name: string;
  readonly arguments: readonly FunctionArgument[];
  readonly offset: number;
}

export interface GeolocationPoint {
  readonly kind: 'geolocation';
  readonly latitude: Literal;
  readonly longitude: Literal;
}

export type FunctionArgument = FieldPath | FunctionCall | GeolocationPoint | Literal;
export type Expression = FieldPath | FunctionCall;

export interface FromItem {
  readonly names: readonly string[];
  readonly alias: string | null;
  readonly offset: number;
}

export type SelectItem =
  | {
      readonly kind: 'expression';
      readonly expression: Expression;
      readonly alias: string | null;
      readonly offset: number;
    }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery; readonly offset: number }
  | { readonly kind: 'fields'; readonly group: 'ALL' | 'CUSTOM' | 'STANDARD'; readonly offset: number }
  | TypeofItem;

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`. */
export interface TypeofItem {
  readonly kind: 'typeof';
  readonly path: FieldPath;
  readonly branches: readonly {
    readonly objectName: string;
    readonly fields: readonly FieldPath[];
    readonly offset: number;
  }[];
  readonly otherwise: readonly FieldPath[] | null;
  readonly offset: number;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[]; readonly offset: number }
  | { readonly kind: 'not'; readonly part: Condition; readonly offset: number }
  | Comparison;

export type ComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export interface Comparison {
  readonly kind: 'comparison';
  readonly left: Expression;
  readonly operator: ComparisonOperator;
  readonly right: Literal | LiteralList | SubqueryOperand;
  readonly offset: number;
}

export interface LiteralList {
  readonly kind: 'list';
  readonly values: readonly Literal[];
  readonly offset: number;
}

export interface SubqueryOperand {
  readonly kind: 'subquery';
  readonly query: SoqlQuery;
  readonly offset: number;
}

export type Literal =
  | { readonly kind: 'null'; readonly offset: number }
  /** `pattern` is the value for LIKE, in which a backslash escapes the wildcards. */
  | { readonly kind: 'string'; readonly value: string; readonly pattern: string; readonly offset: number }
  | { readonly kind: 'number'; readonly value: number; readonly offset: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly offset: number }
  | { readonly kind: 'date' | 'dateTime' | 'time'; readonly text: string; readonly offset: number }
  | { readonly kind: 'currency'; readonly text: string; readonly offset: number }
  /** A date literal such as `LAST_N_DAYS:5`; the name is upper-case. */
  | {
      readonly kind: 'dateFormula';
      readonly name: string;
      readonly count: number | null;
      readonly offset: number;
    }
  /** The text after the colon of a bind variable. */
  | { readonly kind: 'bind'; readonly text: string; readonly offset: number };

export type BindLiteral = Extract<Literal, { kind: 'bind' }>;
export type RowCount =
  { readonly kind: 'number'; readonly value: number; readonly offset: number } | BindLiteral;

export interface GroupBy {
  readonly mode: 'plain' | 'rollup' | 'cube';
  readonly items: readonly Expression[];
}

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsLast: boolean;
  readonly offset: number;
}
