import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';
import type { TypeSymbol } from '../types/symbols';
import type { CompileProblems } from './compile-error';
import type { DeclaredUnit } from './declared-unit';
import type { RecordSchema } from './record-schema';
import type { TypeScope } from './type-scope';

/** What binding the bodies of one unit works with. */
export interface BindContext {
  /** All types of the org, those of the users included. */
  readonly types: ApexTypes;
  /** Symbols of the unit by the part of the tree that declares them. */
  readonly declared: DeclaredUnit;
  readonly problems: CompileProblems;
  readonly records: RecordSchema;
  readonly queries: QueryCheck;
  /** Names of types as code within a type sees them; the unit's owner for the body of a trigger or block. */
  scopeOf(owner: TypeSymbol): TypeScope;
}

/** Checks a query that stands in brackets, without running it. Binds are `:text` in it. */
export interface QueryCheck {
  soql(text: string): CheckedQuery;
  sosl(text: string): CheckedQuery;
}

/** The result type of a query, or what is wrong with it, in the platform's words. */
export type CheckedQuery =
  | {
      readonly kind: 'records';
      /** `List<Account>`, `List<AggregateResult>`; `List<List<SObject>>` for a search. */
      readonly type: ApexType;
    }
  /** `SELECT COUNT() FROM ...`: an Integer. */
  | { readonly kind: 'count' }
  | { readonly kind: 'problem'; readonly message: string };
