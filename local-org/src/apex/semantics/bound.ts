import type { ApexType, ClassApexType, SObjectApexType } from '../types/apex-type';
import type { ConstructorSymbol, MethodSymbol, TypeSymbol, VariableSymbol } from '../types/symbols';

/**
 * What semantics makes of the syntax and code generation turns into JavaScript: every name resolved, every overload
 * chosen, every conversion written out. `line` is the line in the Apex source.
 */
export interface BoundNode {
  readonly line: number;
}

/** Code of one deployed class, trigger or anonymous block. */
export interface BoundUnit {
  readonly kind: 'class' | 'trigger' | 'anonymous';
  /** `OpportunityService`; `anon` for a block. */
  readonly name: string;
  /** The types of the unit: outer first, then inner ones. A trigger or block has the ones declared in it. */
  readonly types: readonly BoundType[];
  /** Trigger and anonymous block: the code that runs; methods declared in it are `methods`. */
  readonly main: BoundCallable | null;
  readonly methods: readonly BoundMethod[];
}

export interface BoundType extends BoundNode {
  readonly symbol: TypeSymbol;
  readonly methods: readonly BoundMethod[];
  readonly constructors: readonly BoundConstructor[];
  /** Fields with initialisers and initialiser blocks in source order. */
  readonly instanceInitializers: readonly BoundInitializer[];
  readonly staticInitializers: readonly BoundInitializer[];
  readonly properties: readonly BoundProperty[];
}

export type BoundInitializer =
  | (BoundNode & {
      readonly kind: 'variable';
      readonly variable: VariableSymbol;
      readonly value: BoundExpression;
    })
  | (BoundNode & {
      readonly kind: 'block';
      readonly body: BoundBlock;
      readonly locals: readonly LocalVariable[];
    });

/** Anything with parameters and a body. */
export interface BoundCallable extends BoundNode {
  readonly parameters: readonly LocalVariable[];
  readonly body: BoundBlock;
}

export interface BoundMethod extends BoundCallable {
  readonly symbol: MethodSymbol;
}

export interface BoundConstructor extends BoundCallable {
  readonly symbol: ConstructorSymbol;
  /** The call of another constructor: null calls the parameterless one of the superclass, if there is one. */
  readonly chained: {
    readonly kind: 'this' | 'super';
    readonly constructor: ConstructorSymbol;
    readonly arguments: readonly BoundExpression[];
    readonly line: number;
  } | null;
}

/** A property with code of its own; automatic accessors are plain fields. */
export interface BoundProperty extends BoundNode {
  readonly variable: VariableSymbol;
  readonly getter: BoundBlock | null;
  /** `value` is the parameter. */
  readonly setter: { readonly parameter: LocalVariable; readonly body: BoundBlock } | null;
}

/** A parameter or local variable. One object per declaration; code generation names it. */
export interface LocalVariable {
  readonly name: string;
  readonly type: ApexType;
  /** Unique within its callable: shadowed names stay apart. */
  readonly index: number;
}

// Statements

export interface BoundBlock extends BoundNode {
  readonly kind: 'block';
  readonly statements: readonly BoundStatement[];
}

export type BoundStatement =
  | BoundBlock
  | (BoundNode & {
      readonly kind: 'local';
      readonly variable: LocalVariable;
      readonly value: BoundExpression | null;
    })
  | (BoundNode & { readonly kind: 'expression'; readonly expression: BoundExpression })
  | (BoundNode & {
      readonly kind: 'if';
      readonly condition: BoundExpression;
      readonly then: BoundStatement;
      readonly otherwise: BoundStatement | null;
    })
  | BoundSwitch
  | (BoundNode & {
      readonly kind: 'for';
      readonly init: readonly BoundStatement[];
      readonly condition: BoundExpression | null;
      readonly update: readonly BoundExpression[];
      readonly body: BoundStatement | null;
    })
  | (BoundNode & {
      /** Over a list, set or Iterable; over a query `queryChunk` says whether the variable is the record or a list of 200. */
      readonly kind: 'forEach';
      readonly variable: LocalVariable;
      readonly iterated: BoundExpression;
      readonly over: 'list' | 'set' | 'iterable' | 'iterator' | 'query' | 'queryChunk';
      /** From element type to variable type. */
      readonly convert: BoundConversion | null;
      readonly body: BoundStatement | null;
    })
  | (BoundNode & {
      readonly kind: 'while';
      readonly condition: BoundExpression;
      readonly body: BoundStatement | null;
    })
  | (BoundNode & {
      readonly kind: 'doWhile';
      readonly condition: BoundExpression;
      readonly body: BoundStatement;
    })
  | (BoundNode & {
      readonly kind: 'try';
      readonly body: BoundBlock;
      readonly catches: readonly (BoundNode & {
        readonly type: ClassApexType;
        readonly variable: LocalVariable;
        readonly body: BoundBlock;
      })[];
      readonly finallyBody: BoundBlock | null;
    })
  | (BoundNode & { readonly kind: 'return'; readonly value: BoundExpression | null })
  | (BoundNode & { readonly kind: 'throw'; readonly value: BoundExpression })
  | (BoundNode & { readonly kind: 'break' | 'continue' })
  | (BoundNode & {
      readonly kind: 'dml';
      readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
      /** Resolved: what is written, or the default of the class's API version (67: user; before: system; triggers: system). */
      readonly access: 'user' | 'system';
      /** A record or a list of records. */
      readonly value: BoundExpression;
      /** Upsert: canonical field name; null is Id. */
      readonly externalIdField: string | null;
    })
  | (BoundNode & {
      readonly kind: 'merge';
      readonly access: 'user' | 'system';
      readonly master: BoundExpression;
      readonly duplicates: BoundExpression;
    })
  | (BoundNode & {
      readonly kind: 'runAs';
      readonly arguments: readonly BoundExpression[];
      readonly body: BoundBlock;
    });

export interface BoundSwitch extends BoundNode {
  readonly kind: 'switch';
  readonly subject: BoundExpression;
  readonly branches: readonly (BoundNode & {
    readonly when:
      | { readonly kind: 'else' }
      /** Constants: literals converted to the subject's type, `null`, or enum constants (`enumConstant`). */
      | { readonly kind: 'values'; readonly values: readonly BoundExpression[] }
      | { readonly kind: 'type'; readonly type: ApexType; readonly variable: LocalVariable };
    readonly body: BoundBlock;
  })[];
}

// Expressions

/** The kinds of operands for which operators have code of their own. */
export type OperandKind =
  | 'integer'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'id'
  | 'enum'
  | 'object';

/**
 * A change of representation. `box`-free: the only ones are between number types, Date to Datetime, String and Id, and
 * what needs a check.
 */
export type BoundConversion =
  | { readonly kind: 'integerToLong' | 'integerToDouble' | 'integerToDecimal' }
  | { readonly kind: 'longToDouble' | 'longToDecimal' | 'doubleToDecimal' | 'decimalToDouble' }
  /** Casts to a narrower number. */
  | {
      readonly kind:
        'longToInteger' | 'doubleToInteger' | 'doubleToLong' | 'decimalToInteger' | 'decimalToLong';
    }
  | { readonly kind: 'dateToDatetime' }
  /** Checks the text: StringException `Invalid id: x`. */
  | { readonly kind: 'stringToId' }
  /** Run-time check of a cast or of a query's rows: TypeException when it does not fit. */
  | { readonly kind: 'checked'; readonly type: ApexType }
  /** A query used as one record: QueryException unless exactly one row. */
  | { readonly kind: 'singleRow' }
  /** `SELECT COUNT()` used as Integer: the query's total. */
  | { readonly kind: 'count' };

export type BoundExpression =
  /** `value`: Integer number, Long bigint, Decimal and Double as text, String, Boolean, null. */
  | (Typed & { readonly kind: 'literal'; readonly value: string | number | bigint | boolean | null })
  | (Typed & { readonly kind: 'local'; readonly variable: LocalVariable })
  | (Typed & { readonly kind: 'this' })
  /** A field of a class. `backing` reads the field of a property inside its own accessors. `target` null: static. */
  | (Typed & {
      readonly kind: 'variable';
      readonly target: BoundExpression | null;
      readonly variable: VariableSymbol;
      readonly backing: boolean;
      /** `super.x` where a virtual property is meant. */
      readonly viaSuper?: boolean;
    })
  /** A field, parent or child list of a record. */
  | (Typed & {
      readonly kind: 'recordField';
      readonly target: BoundExpression;
      readonly access: 'field' | 'parent' | 'children';
      /** Canonical API name (`AnnualRevenue`), or relationship name as the schema writes it (`Account`, `Contacts`). */
      readonly name: string;
      readonly recordType: SObjectApexType;
    })
  | (Typed & { readonly kind: 'index'; readonly target: BoundExpression; readonly index: BoundExpression })
  | (Typed & { readonly kind: 'enumConstant'; readonly symbol: TypeSymbol; readonly constant: string })
  /** `target` is a local, variable, recordField or index expression. */
  | (Typed & { readonly kind: 'assign'; readonly target: BoundExpression; readonly value: BoundExpression })
  | (Typed & {
      readonly kind: 'compoundAssign';
      readonly target: BoundExpression;
      readonly operator: BoundOperator;
      readonly operand: OperandKind;
      readonly value: BoundExpression;
      /** From the target's type to the operation's, and back. */
      readonly widen: BoundConversion | null;
      readonly narrow: BoundConversion | null;
    })
  | (Typed & {
      readonly kind: 'increment';
      readonly target: BoundExpression;
      readonly delta: 1 | -1;
      readonly prefix: boolean;
      readonly operand: OperandKind;
    })
  /** Operands are already of one kind; `date` + Integer and the like keep their right side integer or long. */
  | (Typed & {
      readonly kind: 'binary';
      readonly operator: BoundOperator;
      readonly operand: OperandKind;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'compare';
      readonly operator: '<' | '<=' | '>' | '>=' | '==' | '!=' | '===' | '!==';
      readonly operand: OperandKind;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'logical';
      readonly operator: '&&' | '||';
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & { readonly kind: 'coalesce'; readonly left: BoundExpression; readonly right: BoundExpression })
  | (Typed & { readonly kind: 'not'; readonly operand: BoundExpression })
  | (Typed & {
      readonly kind: 'negate' | 'complement';
      readonly operandKind: OperandKind;
      readonly operand: BoundExpression;
    })
  | (Typed & {
      readonly kind: 'conditional';
      readonly condition: BoundExpression;
      readonly then: BoundExpression;
      readonly otherwise: BoundExpression;
    })
  /** String concatenation; each part is rendered as `String.valueOf` does, null as `null`. */
  | (Typed & { readonly kind: 'concat'; readonly parts: readonly BoundExpression[] })
  | (Typed & { readonly kind: 'instanceOf'; readonly operand: BoundExpression; readonly tested: ApexType })
  | (Typed & {
      readonly kind: 'convert';
      readonly conversion: BoundConversion;
      readonly operand: BoundExpression;
    })
  | BoundCall
  | (Typed & {
      readonly kind: 'new';
      readonly constructor: ConstructorSymbol;
      readonly arguments: readonly BoundExpression[];
    })
  /** `new List<T>{...}`, `new Integer[3]` (size), `new Set<T>{...}`; entries for maps. Type says which. */
  | (Typed & {
      readonly kind: 'newCollection';
      readonly elements: readonly BoundExpression[];
      readonly entries: readonly (readonly [BoundExpression, BoundExpression])[];
      readonly size: BoundExpression | null;
    })
  | (Typed & {
      readonly kind: 'newRecord';
      readonly objectName: string;
      readonly fields: readonly {
        readonly access: 'field' | 'parent';
        readonly name: string;
        readonly value: BoundExpression;
      }[];
    })
  /** `a?.b.c()`: null when the target is null, else `body`, in which `safeTarget` with the same index stands for it. */
  | (Typed & {
      readonly kind: 'safe';
      readonly index: number;
      readonly target: BoundExpression;
      readonly body: BoundExpression;
    })
  | (Typed & { readonly kind: 'safeTarget'; readonly index: number })
  /** `Account.class`: a System.Type. */
  | (Typed & { readonly kind: 'classLiteral'; readonly literal: ApexType })
  /** `Account.SObjectType`, `Account.Name` as tokens. */
  | (Typed & { readonly kind: 'objectToken'; readonly objectName: string })
  | (Typed & { readonly kind: 'fieldToken'; readonly objectName: string; readonly fieldName: string })
  | (Typed & {
      readonly kind: 'soql' | 'sosl';
      /** Query text; binds stand in it as `:text`. */
      readonly text: string;
      readonly binds: readonly { readonly text: string; readonly value: BoundExpression }[];
      /** Resolved as for DML; a WITH clause in the text counts before it. */
      readonly access: 'user' | 'system';
    });

export type BoundOperator = '+' | '-' | '*' | '/' | '<<' | '>>' | '>>>' | '&' | '|' | '^';

export interface BoundCall extends Typed {
  readonly kind: 'call';
  readonly method: MethodSymbol;
  /** Null for static methods. */
  readonly target: BoundExpression | null;
  readonly arguments: readonly BoundExpression[];
  /** `super`: the superclass's code, whatever the object is. */
  readonly dispatch: 'static' | 'virtual' | 'super' | 'platform';
  /** What the text of a dynamic query may name as binds: variables that the calling code sees. */
  readonly bindable?: readonly BindableVariable[];
}

/** A variable by its name in lower case. */
export interface BindableVariable {
  readonly name: string;
  readonly value: BoundExpression;
}

/** An expression with the type it has. */
export interface Typed extends BoundNode {
  readonly type: ApexType;
}
