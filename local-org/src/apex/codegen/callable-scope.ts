import type { BoundBlock, BoundExpression, BoundStatement, LocalVariable } from '../semantics/bound';
import { isNeverNull } from './null-analysis';
import { safeName, type UnitScope } from './unit-scope';

/** How the code of a callable begins and ends. */
export interface CallableTraits {
  /** Counts the depth of calls: it calls code of users. */
  readonly deep: boolean;
  /** A return gives the object. */
  readonly isConstructor: boolean;
}

/** What writes the parts of a callable: expressions hold each other, and so do statements. */
export interface Writers {
  expression(expression: BoundExpression, scope: CallableScope): string;
  statement(statement: BoundStatement, scope: CallableScope): string;
  block(block: BoundBlock, scope: CallableScope): string;
}

/** What the statements and expressions of one callable share while its text is made. */
export class CallableScope {
  private temporaries = 0;
  private labels = 0;
  private readonly loops: string[] = [];
  private readonly safeTargets = new Map<number, string>();

  constructor(
    readonly unit: UnitScope,
    readonly traits: CallableTraits,
    /** Locals that are never null. */
    private readonly neverNull: ReadonlySet<LocalVariable>,
    private readonly writers: Writers,
  ) {}

  /** JavaScript of an expression; safe to stand anywhere an operand may. */
  expression(expression: BoundExpression): string {
    return this.writers.expression(expression, this);
  }

  /** An operand that must not be null: checked unless it cannot be. */
  present(expression: BoundExpression): string {
    const text = this.expression(expression);
    return this.isNeverNull(expression) ? text : `${this.unit.helper('present')}(${text})`;
  }

  /** Whether an expression cannot give null. */
  isNeverNull(expression: BoundExpression): boolean {
    return isNeverNull(expression, this.neverNull);
  }

  /** JavaScript of a statement, at its line, with what counts coverage. */
  statement(statement: BoundStatement): string {
    return this.writers.statement(statement, this);
  }

  /** JavaScript of a block, in braces. */
  block(block: BoundBlock): string {
    return this.writers.block(block, this);
  }

  /** A new variable of the function, for a value that is used twice. */
  temporary(): string {
    return `$t${this.temporaries++}`;
  }

  /** Declares the temporaries; to be called when the body's text is complete. */
  get temporaryDeclarations(): string {
    const names = Array.from({ length: this.temporaries }, (_, i) => `$t${i}`);
    return names.length > 0 ? `let ${names.join(',')};` : '';
  }

  /** A new name within the function. */
  newName(prefix: string): string {
    return `$${prefix}${this.labels++}`;
  }

  enterLoop(): string {
    const label = this.newName('loop');
    this.loops.push(label);
    return label;
  }

  leaveLoop(): void {
    this.loops.pop();
  }

  /** The label of the innermost loop. */
  get loop(): string {
    return this.loops[this.loops.length - 1] ?? '';
  }

  /** The variable that holds the target of a safe navigation. */
  safeTarget(index: number): string {
    const known = this.safeTargets.get(index);
    if (known) return known;
    const name = this.temporary();
    this.safeTargets.set(index, name);
    return name;
  }
}

/** The name of a parameter or local variable: `l_count_2`. */
export function localName(variable: LocalVariable): string {
  return `l_${safeName(variable.name.toLowerCase())}_${variable.index}`;
}
