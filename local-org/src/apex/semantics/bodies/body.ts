import type { Block, Expression, LocalVariables, Name, Node, Statement, TypeRef } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import type { ApexTypes } from '../../types/apex-types';
import type { TypeSymbol, VariableSymbol } from '../../types/symbols';
import type { BindContext } from '../bind-context';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundBlock, BoundConversion, BoundExpression, BoundStatement, LocalVariable } from '../bound';
import { assignment } from '../conversions';
import { isComplete } from '../declare-supertypes';
import { checkIdentifier } from '../identifiers';
import { INVALID_TYPE } from '../invalid-type';
import { typeInMessage } from '../type-in-message';
import type { TypeScope } from '../type-scope';

/** The type of an expression that is wrong. It goes with every other type, so that one fault is reported once. */
export const WRONG_TYPE = INVALID_TYPE;

/** What a body is part of. */
export interface BodyOptions {
  readonly context: BindContext;
  /** The type whose code it is. */
  readonly owner: TypeSymbol;
  readonly isStatic: boolean;
  /** What `return` must give; null where nothing is returned: constructors, initialisers, triggers, blocks. */
  readonly returns: ApexType | null;
  readonly kind: 'method' | 'constructor' | 'initializer' | 'accessor' | 'trigger' | 'anonymous';
  /** The property whose accessor it is: its own name means the field behind it. */
  readonly property?: VariableSymbol;
  /** Initialisers: variables of the class that are declared further down. */
  readonly later?: ReadonlySet<VariableSymbol>;
  /** The object of the trigger. */
  readonly triggerObject?: string;
}

/** Mode of queries and saves from this version on. @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apex/versioned_behavior_changes.htm */
const USER_MODE_API_VERSION = 67;

/** What binds the parts of a body: expressions hold each other, and so do statements. */
export interface Binders {
  expression(body: Body, expression: Expression): BoundExpression;
  block(body: Body, block: Block): BoundBlock;
  nested(body: Body, statement: Statement): BoundStatement;
  declaration(body: Body, statement: LocalVariables): BoundStatement[];
}

/** One callable while its body is bound: its local variables, and where in it we are. */
export class Body {
  readonly context: BindContext;
  readonly types: ApexTypes;
  readonly scope: TypeScope;
  /** Loops that are open around the current statement. */
  loops = 0;
  /** Whether arguments of `this(...)` or `super(...)` are bound. */
  inChainedCall = false;
  private written: Expression | null = null;
  private readonly blocks: Map<string, LocalVariable>[] = [new Map()];
  private variables = 0;
  private safeTargets = 0;

  constructor(
    readonly options: BodyOptions,
    private readonly binders: Binders,
  ) {
    this.context = options.context;
    this.types = options.context.types;
    this.scope = options.context.scopeOf(options.owner);
  }

  /** Mode of database operations that name none. */
  get access(): 'user' | 'system' {
    const { kind, owner } = this.options;
    return kind !== 'trigger' && owner.apiVersion >= USER_MODE_API_VERSION ? 'user' : 'system';
  }

  /** Binds an expression to what it means. */
  expression(expression: Expression): BoundExpression {
    return this.binders.expression(this, expression);
  }

  /** Binds what a value is assigned to without being read before. */
  assignee(expression: Expression): BoundExpression {
    this.written = expression;
    return this.expression(expression);
  }

  /** Whether an expression is only assigned to: its value is not read. */
  isWritten(expression: Expression): boolean {
    return this.written === expression;
  }

  /** Binds arguments of `this(...)` and `super(...)`, which stand where there is no object yet. */
  chainedArguments(expressions: readonly Expression[]): BoundExpression[] {
    this.inChainedCall = true;
    const bound = expressions.map((each) => this.expression(each));
    this.inChainedCall = false;
    return bound;
  }

  /** Binds a block with variables of its own. */
  block(block: Block): BoundBlock {
    return this.binders.block(this, block);
  }

  /** Binds the statement of an `if` or a loop. */
  nested(statement: Statement): BoundStatement {
    return this.binders.nested(this, statement);
  }

  /** Binds a declaration of variables. */
  declaration(statement: LocalVariables): BoundStatement[] {
    return this.binders.declaration(this, statement);
  }

  report(at: Node, message: string): void {
    this.context.problems.report(at, message);
  }

  /** Runs work with a block of its own for variables. */
  inBlock<T>(work: () => T): T {
    this.blocks.push(new Map());
    try {
      return work();
    } finally {
      this.blocks.pop();
    }
  }

  inLoop<T>(work: () => T): T {
    this.loops++;
    try {
      return work();
    } finally {
      this.loops--;
    }
  }

  /** A new local variable; a name that is taken, reserved or malformed is reported. */
  declare(name: Name, type: ApexType): LocalVariable {
    const { text } = name;
    checkIdentifier(name, 'variable', this.context.problems);
    if (this.local(text)) this.report(name, MESSAGES.duplicateVariable(text));
    const isVoid = type.kind === 'void';
    if (isVoid) this.report(name, MESSAGES.voidVariable());
    const variable: LocalVariable = {
      name: text,
      type: isVoid ? WRONG_TYPE : type,
      index: this.variables++,
    };
    this.blocks.at(-1)?.set(text.toLowerCase(), variable);
    return variable;
  }

  local(name: string): LocalVariable | undefined {
    const key = name.toLowerCase();
    for (let i = this.blocks.length - 1; i >= 0; i--) {
      const found = this.blocks[i]?.get(key);
      if (found) return found;
    }
    return undefined;
  }

  /** Local variables that are seen here, the nearest first. */
  locals(): LocalVariable[] {
    return [...this.blocks].reverse().flatMap((block) => [...block.values()]);
  }

  /** A number for the target of a safe navigation. */
  nextSafeTarget(): number {
    return this.safeTargets++;
  }

  /** The type of a reference; the wrong type when there is none, which is reported. */
  typeOf(ref: TypeRef): ApexType {
    return this.scope.resolve(ref) ?? WRONG_TYPE;
  }

  /**
   * Whether all supertypes of a type were found. What has been reported for a type of which one is missing says enough:
   * members it may inherit and assignments it may allow are not reported too.
   */
  knows(type: ApexType): boolean {
    return type.kind !== 'class' || type.symbol.origin === 'platform' || isComplete(type.symbol);
  }

  platform(name: string): ApexType {
    return this.types.platform(name);
  }

  /** An expression that is wrong; what is wrong has been reported. */
  wrong(at: Node): BoundExpression {
    return { kind: 'literal', value: null, type: WRONG_TYPE, line: at.line };
  }

  /** Reports, and stands in for the expression. */
  refuse(at: Node, message: string): BoundExpression {
    this.report(at, message);
    return this.wrong(at);
  }

  /** A value as a variable of a type holds it. What does not fit is reported. */
  assigned(
    value: BoundExpression,
    to: ApexType,
    at: Node,
    message: (from: string, to: string) => string = MESSAGES.illegalAssignment,
  ): BoundExpression {
    const converted = this.assignedOrNull(value, to);
    return converted ?? this.refuse(at, message(typeInMessage(value.type), typeInMessage(to)));
  }

  /** As {@link Body.assigned}; null when it does not fit. */
  assignedOrNull(value: BoundExpression, to: ApexType): BoundExpression | null {
    if (to === WRONG_TYPE || value.type === WRONG_TYPE) return value;
    if (!this.knows(to) || !this.knows(value.type)) return value;
    const row = singleRow(value, to) ?? dynamicRow(value, to);
    if (row) return row;
    const found = assignment(value.type, to, this.types);
    return found && converted(value, found.conversion, to);
  }

  /** The value as a condition. */
  condition(value: BoundExpression, at: Node): BoundExpression {
    if (value.type === WRONG_TYPE || value.type === this.platform('Boolean')) return value;
    return this.refuse(at, MESSAGES.condition(typeInMessage(value.type)));
  }
}

/** Wraps an expression in a conversion, if there is one. */
export function converted(
  value: BoundExpression,
  conversion: BoundConversion | null,
  type: ApexType,
): BoundExpression {
  return conversion ? { kind: 'convert', conversion, operand: value, type, line: value.line } : value;
}

/** A query used as the one record that it finds. */
export function singleRow(value: BoundExpression, to: ApexType | null): BoundExpression | null {
  if (value.kind !== 'soql' || value.type.kind !== 'class') return null;
  const [element] = value.type.arguments;
  if (element?.kind !== 'sobject') return null;
  if (to !== null && (to.kind !== 'sobject' || (to !== element && to.objectName !== null))) return null;
  return {
    kind: 'convert',
    conversion: { kind: 'singleRow' },
    operand: value,
    type: element,
    line: value.line,
  };
}

/** Methods whose answer may be assigned to a record, as that of a query in brackets. */
const DYNAMIC_QUERIES: ReadonlySet<string> = new Set(['query', 'querywithbinds']);

/** `Account a = Database.query(...)`: a dynamic query used as the one record that it finds. */
function dynamicRow(value: BoundExpression, to: ApexType): BoundExpression | null {
  if (value.kind !== 'call' || to.kind !== 'sobject') return null;
  const { owner, name } = value.method;
  const isQuery = owner.qualifiedName === 'System.Database' && DYNAMIC_QUERIES.has(name.toLowerCase());
  const generic = value.type.kind === 'class' ? value.type.arguments[0] : undefined;
  if (!isQuery || !generic) return null;
  const row = converted(value, { kind: 'singleRow' }, generic);
  return to === generic ? row : converted(row, { kind: 'checked', type: to }, to);
}
