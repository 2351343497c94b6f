import type { BoundBlock, BoundExpression, BoundStatement } from '../semantics/bound';

/** Called for each node, before its children. */
export interface BoundVisitor {
  statement?(statement: BoundStatement): void;
  expression?(expression: BoundExpression): void;
}

export function visitBlock(block: BoundBlock, visitor: BoundVisitor): void {
  for (const statement of block.statements) visitStatement(statement, visitor);
}

function visitStatement(statement: BoundStatement, visitor: BoundVisitor): void {
  visitor.statement?.(statement);
  for (const expression of expressionsOf(statement)) visitExpression(expression, visitor);
  for (const child of childrenOf(statement)) visitStatement(child, visitor);
}

export function visitExpression(expression: BoundExpression, visitor: BoundVisitor): void {
  visitor.expression?.(expression);
  for (const operand of operandsOf(expression)) visitExpression(operand, visitor);
}

const present = <T>(...parts: readonly (T | null)[]): T[] => parts.filter((part) => part !== null);

/** Expressions that stand directly in a statement. */
function expressionsOf(statement: BoundStatement): readonly BoundExpression[] {
  switch (statement.kind) {
    case 'local':
    case 'return':
      return present(statement.value);
    case 'expression':
      return [statement.expression];
    case 'if':
    case 'while':
    case 'doWhile':
      return [statement.condition];
    case 'switch':
      return [statement.subject];
    case 'for':
      return [...present(statement.condition), ...statement.update];
    case 'forEach':
      return [statement.iterated];
    case 'throw':
    case 'dml':
      return [statement.value];
    case 'merge':
      return [statement.master, statement.duplicates];
    case 'runAs':
      return statement.arguments;
    default:
      return [];
  }
}

/** Statements that stand directly in a statement. */
function childrenOf(statement: BoundStatement): readonly BoundStatement[] {
  switch (statement.kind) {
    case 'block':
      return statement.statements;
    case 'if':
      return present(statement.then, statement.otherwise);
    case 'for':
      return [...statement.init, ...present(statement.body)];
    case 'forEach':
    case 'while':
    case 'doWhile':
    case 'runAs':
      return present(statement.body);
    case 'switch':
      return statement.branches.map(({ body }) => body);
    case 'try':
      return present(statement.body, ...statement.catches.map(({ body }) => body), statement.finallyBody);
    default:
      return [];
  }
}

/** Expressions that stand directly in an expression. */
function operandsOf(expression: BoundExpression): readonly BoundExpression[] {
  switch (expression.kind) {
    case 'variable':
      return present(expression.target);
    case 'recordField':
      return [expression.target];
    case 'index':
      return [expression.target, expression.index];
    case 'assign':
    case 'compoundAssign':
      return [expression.target, expression.value];
    case 'increment':
      return [expression.target];
    case 'binary':
    case 'compare':
    case 'logical':
    case 'coalesce':
      return [expression.left, expression.right];
    case 'not':
    case 'negate':
    case 'complement':
    case 'instanceOf':
    case 'convert':
      return [expression.operand];
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'concat':
      return expression.parts;
    case 'call':
      return [...present(expression.target), ...expression.arguments];
    case 'new':
      return expression.arguments;
    case 'newCollection':
      return [...expression.elements, ...expression.entries.flat(), ...present(expression.size)];
    case 'newRecord':
      return expression.fields.map(({ value }) => value);
    case 'safe':
      return [expression.target, expression.body];
    case 'soql':
    case 'sosl':
      return expression.binds.map(({ value }) => value);
    default:
      return [];
  }
}
