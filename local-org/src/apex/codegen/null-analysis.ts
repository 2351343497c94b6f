import type { BoundBlock, BoundExpression, LocalVariable } from '../semantics/bound';
import { visitBlock } from './visit-bound';

/** Whether an expression cannot give null, when these locals never hold it. */
export function isNeverNull(expression: BoundExpression, locals: ReadonlySet<LocalVariable>): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'local':
      return locals.has(expression.variable);
    case 'assign':
      return isNeverNull(expression.value, locals);
    case 'conditional':
      return isNeverNull(expression.then, locals) && isNeverNull(expression.otherwise, locals);
    case 'coalesce':
      return isNeverNull(expression.right, locals);
    case 'convert':
      return expression.conversion.kind === 'count' || isNeverNull(expression.operand, locals);
    case 'this':
    case 'enumConstant':
    case 'compoundAssign':
    case 'increment':
    case 'binary':
    case 'compare':
    case 'logical':
    case 'not':
    case 'negate':
    case 'complement':
    case 'concat':
    case 'instanceOf':
    case 'new':
    case 'newCollection':
    case 'newRecord':
    case 'classLiteral':
    case 'objectToken':
    case 'fieldToken':
    case 'safeTarget':
    case 'soql':
    case 'sosl':
      return true;
    default:
      return false;
  }
}

/** What is given to a local somewhere in a body. */
interface Gift {
  readonly variable: LocalVariable;
  /** Null: a value of which nothing is known. */
  readonly value: BoundExpression | null;
}

/**
 * The locals of a body that never hold null: each value they are given is never null. Begins with all that have values
 * and drops those which another one proves wrong, until none is left to drop.
 */
export function neverNullLocals(body: BoundBlock): ReadonlySet<LocalVariable> {
  const gifts: Gift[] = [];
  const locals = new Set<LocalVariable>();
  visitBlock(body, {
    statement(statement) {
      if (statement.kind !== 'local') return;
      locals.add(statement.variable);
      gifts.push({ variable: statement.variable, value: statement.value });
    },
    expression(expression) {
      if (expression.kind === 'assign' && expression.target.kind === 'local') {
        gifts.push({ variable: expression.target.variable, value: expression.value });
      }
    },
  });
  let dropped = true;
  while (dropped) {
    dropped = false;
    for (const { variable, value } of gifts) {
      if (!locals.has(variable) || (value && isNeverNull(value, locals))) continue;
      locals.delete(variable);
      dropped = true;
    }
  }
  return locals;
}
