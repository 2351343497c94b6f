import type { ApexType } from '../types/apex-type';
import type { TypeSymbol } from '../types/symbols';

/**
 * What generated text refers to outside of itself, described by names, so that the text can be kept and linked again in
 * another process. The linker turns each entry into a constant of the text.
 */
export type LinkEntry =
  /** The handle of a user's type, which holds its JavaScript class and its static methods. */
  | { readonly kind: 'class'; readonly name: string }
  /** The place of a user's class among the static variables of a transaction. */
  | { readonly kind: 'staticsIndex'; readonly name: string }
  /** A type, by the name that `ApexTypes.find` takes: `List<Account>`. */
  | { readonly kind: 'type'; readonly name: string }
  /** What runs a platform method or constructor; `index` is its place among the owner's. */
  | { readonly kind: 'method' | 'constructor'; readonly owner: string; readonly index: number }
  /** What reads or writes a platform variable. */
  | { readonly kind: 'read' | 'write'; readonly owner: string; readonly index: number }
  | { readonly kind: 'enum'; readonly owner: string; readonly constant: string }
  | { readonly kind: 'decimal' | 'double'; readonly text: string };

/** Text of one unit, with what it needs to run. Plain JSON. */
export interface GeneratedUnit {
  readonly kind: 'class' | 'trigger' | 'anonymous';
  /** `OpportunityService`. */
  readonly name: string;
  /** An expression: a function that takes what it is linked with and returns a `UnitCode`. */
  readonly text: string;
  readonly links: readonly LinkEntry[];
  /** Names of the helpers of the runtime that the text uses. */
  readonly helpers: readonly string[];
  /** Qualified names of the types of the unit with that of the superclass each extends; null for none. */
  readonly types: readonly { readonly name: string; readonly superclass: string | null }[];
  /** Lines that count for coverage, ascending. */
  readonly coverableLines: readonly number[];
}

/** Types that only one unit knows: those of an anonymous block or trigger, and generic types over them. */
export interface LocalTypes {
  /** By name. */
  readonly types: ReadonlyMap<string, ApexType>;
  readonly symbols: ReadonlyMap<string, TypeSymbol>;
}

/** What a unit's function returns: the pieces of which the linker makes classes. */
export interface UnitCode {
  readonly types: readonly TypeCode[];
  /** What a trigger or anonymous block runs. */
  readonly main: (() => void) | null;
}

type Code = (...parts: never[]) => unknown;
type Accessors = Readonly<Record<string, readonly [read: Code | null, write: Code | null]>>;

/** The code of one class. */
export interface TypeCode {
  /** Makes the JavaScript class; instances have all fields, set to null. */
  readonly shell: ((superclass: unknown) => new () => object) | null;
  /** Methods and constructors by slot. */
  readonly members: Readonly<Record<string, Code>>;
  readonly accessors: Accessors;
  /** Static methods by slot. */
  readonly statics: Readonly<Record<string, Code>>;
  readonly staticAccessors: Accessors;
  /** Static variables before the initialisers ran: null, or the literal of a constant. */
  readonly freshStatics: (() => Record<string, unknown>) | null;
  /** Static initialisers in order. */
  readonly initialize: (() => void) | null;
}
