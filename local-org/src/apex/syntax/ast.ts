/**
 * The syntax of Apex as a tree: what stands in the source, nothing resolved. Plain JSON, so that it can be cached by
 * the content of its source.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_language_constructs.htm
 */

/** Where a node begins in the source; both count from 1. */
export interface Node {
  readonly line: number;
  readonly column: number;
}

/** A name as written, with its place. */
export interface Name extends Node {
  readonly text: string;
}

// Compilation units

export type CompilationUnit =
  | { readonly kind: 'type'; readonly declaration: TypeDeclaration }
  | { readonly kind: 'trigger'; readonly declaration: TriggerDeclaration }
  | { readonly kind: 'anonymous'; readonly declaration: AnonymousBlock };

export type TriggerEventName =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

/** `trigger Name on Object (events) { ... }`. Methods in the body are static. */
export interface TriggerDeclaration extends Node {
  readonly name: Name;
  readonly objectName: Name;
  readonly events: readonly TriggerEventName[];
  readonly methods: readonly MethodDeclaration[];
  readonly types: readonly TypeDeclaration[];
  readonly body: readonly Statement[];
}

/** What `executeAnonymous` takes: statements, methods and types in any order. */
export interface AnonymousBlock extends Node {
  readonly methods: readonly MethodDeclaration[];
  readonly types: readonly TypeDeclaration[];
  readonly body: readonly Statement[];
}

// Declarations

/** Lower case, single blanks: `public`, `static`, `testmethod`, `with sharing`, `inherited sharing`. */
export type Modifier = string;

/** `@IsTest(SeeAllData=true)`: name as written; a bare value (`@SuppressWarnings('x')`) has the name `value`. */
export interface Annotation extends Node {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface Modifiers {
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly Annotation[];
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration extends Node, Modifiers {
  readonly kind: 'class';
  readonly name: Name;
  readonly superclass: TypeRef | null;
  readonly interfaces: readonly TypeRef[];
  readonly members: readonly Member[];
}

export interface InterfaceDeclaration extends Node, Modifiers {
  readonly kind: 'interface';
  readonly name: Name;
  readonly interfaces: readonly TypeRef[];
  readonly methods: readonly MethodDeclaration[];
}

export interface EnumDeclaration extends Node, Modifiers {
  readonly kind: 'enum';
  readonly name: Name;
  readonly constants: readonly Name[];
}

export type Member =
  | { readonly kind: 'field'; readonly declaration: FieldDeclaration }
  | { readonly kind: 'property'; readonly declaration: PropertyDeclaration }
  | { readonly kind: 'method'; readonly declaration: MethodDeclaration }
  | { readonly kind: 'constructor'; readonly declaration: ConstructorDeclaration }
  | { readonly kind: 'initializer'; readonly isStatic: boolean; readonly body: Block }
  | { readonly kind: 'type'; readonly declaration: TypeDeclaration };

/** `private static final Integer A = 1, B;`: all variables share type and modifiers. */
export interface FieldDeclaration extends Node, Modifiers {
  readonly type: TypeRef;
  readonly variables: readonly VariableDeclarator[];
}

export interface VariableDeclarator extends Node {
  readonly name: Name;
  readonly initializer: Expression | null;
}

export interface PropertyDeclaration extends Node, Modifiers {
  readonly type: TypeRef;
  readonly name: Name;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}

/** `private set { ... }`; without a body it is automatic. */
export interface Accessor extends Node {
  readonly modifiers: readonly Modifier[];
  readonly body: Block | null;
}

export interface Parameter extends Node, Modifiers {
  readonly type: TypeRef;
  readonly name: Name;
}

export interface MethodDeclaration extends Node, Modifiers {
  /** Null for void. */
  readonly returnType: TypeRef | null;
  readonly name: Name;
  readonly parameters: readonly Parameter[];
  /** Null for abstract and interface methods. */
  readonly body: Block | null;
}

export interface ConstructorDeclaration extends Node, Modifiers {
  readonly name: Name;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

/** `Map<Id, Database.SaveResult>[]`: parts of the name with their arguments, then the array brackets. */
export interface TypeRef extends Node {
  readonly parts: readonly { readonly name: string; readonly arguments: readonly TypeRef[] }[];
  readonly arrayDepth: number;
}

// Statements

export interface Block extends Node {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  /** Line of the closing brace. */
  readonly endLine: number;
}

export type Statement =
  | Block
  | LocalVariables
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement;

export interface LocalVariables extends Node, Modifiers {
  readonly kind: 'local';
  readonly type: TypeRef;
  readonly variables: readonly VariableDeclarator[];
}

export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
}

export interface IfStatement extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | null;
}

export interface SwitchStatement extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly branches: readonly WhenBranch[];
}

export interface WhenBranch extends Node {
  readonly when:
    | { readonly kind: 'else' }
    | { readonly kind: 'values'; readonly values: readonly WhenValue[] }
    /** `when Account a`. */
    | { readonly kind: 'type'; readonly type: TypeRef; readonly variable: Name };
  readonly body: Block;
}

/** A literal, or the name of an enum constant. */
export type WhenValue = Literal | (Node & { readonly kind: 'constant'; readonly name: string });

export interface ForStatement extends Node {
  readonly kind: 'for';
  readonly init: LocalVariables | readonly Expression[] | null;
  readonly condition: Expression | null;
  readonly update: readonly Expression[];
  readonly body: Statement | null;
}

/** `for (Account a : expression)`. */
export interface ForEachStatement extends Node {
  readonly kind: 'forEach';
  readonly type: TypeRef;
  readonly name: Name;
  readonly iterated: Expression;
  readonly body: Statement | null;
}

export interface WhileStatement extends Node {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement | null;
}

export interface DoWhileStatement extends Node {
  readonly kind: 'doWhile';
  readonly condition: Expression;
  readonly body: Statement;
}

export interface TryStatement extends Node {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finallyBody: Block | null;
}

export interface CatchClause extends Node {
  readonly type: TypeRef;
  readonly name: Name;
  readonly body: Block;
}

export interface ReturnStatement extends Node {
  readonly kind: 'return';
  readonly value: Expression | null;
}

export interface ThrowStatement extends Node {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface BreakStatement extends Node {
  readonly kind: 'break';
}

export interface ContinueStatement extends Node {
  readonly kind: 'continue';
}

/** `as user` and `as system` of DML statements; null when not written. */
export type DmlAccess = 'user' | 'system' | null;

export interface DmlStatement extends Node {
  readonly kind: 'dml';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
  readonly access: DmlAccess;
  readonly value: Expression;
  /** Upsert: `Account.External_Id__c` or `External_Id__c`, as written. */
  readonly externalIdField: readonly Name[] | null;
}

export interface MergeStatement extends Node {
  readonly kind: 'merge';
  readonly access: DmlAccess;
  readonly master: Expression;
  readonly duplicates: Expression;
}

export interface RunAsStatement extends Node {
  readonly kind: 'runAs';
  readonly arguments: readonly Expression[];
  readonly body: Block;
}

// Expressions

export type Expression =
  | Literal
  | NameExpression
  | ThisExpression
  | SuperExpression
  | FieldExpression
  | CallExpression
  | IndexExpression
  | NewExpression
  | AssignExpression
  | BinaryExpression
  | UnaryExpression
  | PostfixExpression
  | ConditionalExpression
  | InstanceOfExpression
  | CastExpression
  | ClassLiteral
  | SoqlExpression
  | SoslExpression;

/**
 * `text` is the literal's value with escapes resolved: `integer` and `long` without suffix, `decimal` and `double` as
 * written without suffix.
 */
export interface Literal extends Node {
  readonly kind: 'literal';
  readonly type: 'integer' | 'long' | 'decimal' | 'double' | 'string' | 'boolean' | 'null';
  readonly text: string;
}

/** A single identifier: a variable, a type, or the first part of a path; what it is decides semantics. */
export interface NameExpression extends Node {
  readonly kind: 'name';
  readonly name: string;
}

export interface ThisExpression extends Node {
  readonly kind: 'this';
}

export interface SuperExpression extends Node {
  readonly kind: 'super';
}

/** `target.name`, `target?.name`. */
export interface FieldExpression extends Node {
  readonly kind: 'field';
  readonly target: Expression;
  readonly name: Name;
  readonly safe: boolean;
}

/** `name(...)` when target is null; `this(...)` and `super(...)` have the names `this` and `super` without a target. */
export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly target: Expression | null;
  readonly name: Name;
  readonly arguments: readonly Expression[];
  readonly safe: boolean;
}

export interface IndexExpression extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

export interface NewExpression extends Node {
  readonly kind: 'new';
  readonly type: TypeRef;
  readonly creator:
    /** `new Account(Name = 'x')` has named arguments. */
    | { readonly kind: 'arguments'; readonly arguments: readonly Expression[] }
    /** `new Integer[3]`, `new List<..>[n]`. */
    | { readonly kind: 'arraySize'; readonly size: Expression }
    /** `new Integer[] {1, 2}`, `new List<..> {..}`, `new Set<..> {..}`. */
    | { readonly kind: 'elements'; readonly elements: readonly Expression[] }
    | { readonly kind: 'entries'; readonly entries: readonly (readonly [Expression, Expression])[] };
}

export type AssignOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export interface AssignExpression extends Node {
  readonly kind: 'assign';
  readonly operator: AssignOperator;
  readonly target: Expression;
  readonly value: Expression;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  /** `<>` is written `!=` here. */
  | '==='
  | '!=='
  | '&'
  | '|'
  | '^'
  | '&&'
  | '||'
  | '??';

export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** Whether it stood in parentheses: `(a + b)`. */
  readonly parenthesized?: boolean;
}

export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~' | '++' | '--';
  readonly operand: Expression;
}

export interface PostfixExpression extends Node {
  readonly kind: 'postfix';
  readonly operator: '++' | '--';
  readonly operand: Expression;
}

export interface ConditionalExpression extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface InstanceOfExpression extends Node {
  readonly kind: 'instanceOf';
  readonly operand: Expression;
  readonly type: TypeRef;
}

export interface CastExpression extends Node {
  readonly kind: 'cast';
  readonly type: TypeRef;
  readonly operand: Expression;
}

/** `Account.class`, `List<String>.class`, `void.class`. */
export interface ClassLiteral extends Node {
  readonly kind: 'classLiteral';
  readonly type: TypeRef | null;
}

/** A bind of a query: its source text without the colon, and the expression. */
export interface Bind {
  readonly text: string;
  readonly expression: Expression;
}

/** `[SELECT ...]`: `text` is the query without brackets, binds as written (`:name`, `:ids[0].x`). */
export interface SoqlExpression extends Node {
  readonly kind: 'soql';
  readonly text: string;
  readonly binds: readonly Bind[];
}

/** `[FIND ...]`. */
export interface SoslExpression extends Node {
  readonly kind: 'sosl';
  readonly text: string;
  readonly binds: readonly Bind[];
}
