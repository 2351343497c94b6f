import type { Block, LocalVariables, Statement } from '../../syntax/ast';
import { bindEffect } from './bind-effects';
import { bindDml, bindMerge, bindRunAs } from './bind-dml';
import { bindDoWhile, bindFor, bindForEach, bindWhile } from './bind-loops';
import { bindSwitch } from './bind-switch';
import { bindThrow, bindTry } from './bind-try';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundBlock, BoundStatement } from '../bound';
import { typeInMessage } from '../type-in-message';

/** Binds a block with variables of its own. */
export function bindBlock(body: Body, block: Block): BoundBlock {
  return body.inBlock(() => ({
    kind: 'block',
    statements: bindStatements(body, block.statements),
    line: block.line,
  }));
}

/** Binds statements in the block that is open. */
export function bindStatements(body: Body, statements: readonly Statement[]): BoundStatement[] {
  return statements.flatMap((statement) => bindStatement(body, statement));
}

/** Binds a statement; a declaration of several variables becomes several. */
export function bindStatement(body: Body, statement: Statement): BoundStatement[] {
  switch (statement.kind) {
    case 'block':
      return [bindBlock(body, statement)];
    case 'local':
      return bindLocals(body, statement);
    case 'expression':
      return bindExpressionStatement(body, statement);
    case 'if':
      return [
        {
          kind: 'if',
          condition: body.condition(body.expression(statement.condition), statement.condition),
          then: bindNested(body, statement.then),
          otherwise: statement.otherwise && bindNested(body, statement.otherwise),
          line: statement.line,
        },
      ];
    case 'switch':
      return [bindSwitch(body, statement)];
    case 'for':
      return [bindFor(body, statement)];
    case 'forEach':
      return bindForEach(body, statement);
    case 'while':
      return [bindWhile(body, statement)];
    case 'doWhile':
      return [bindDoWhile(body, statement)];
    case 'try':
      return [bindTry(body, statement)];
    case 'throw':
      return [bindThrow(body, statement)];
    case 'return':
      return [bindReturn(body, statement)];
    case 'break':
    case 'continue':
      return bindJump(body, statement);
    case 'dml':
      return bindDml(body, statement);
    case 'merge':
      return bindMerge(body, statement);
    case 'runAs':
      return [bindRunAs(body, statement)];
  }
}

/** The statement of an `if` or a loop, with variables of its own. */
export function bindNested(body: Body, statement: Statement): BoundStatement {
  const statements = body.inBlock(() => bindStatement(body, statement));
  const [only] = statements;
  return statements.length === 1 && only ? only : { kind: 'block', statements, line: statement.line };
}

/** The variables of a declaration; each initialiser sees those before it. */
export function bindLocals(body: Body, statement: LocalVariables): BoundStatement[] {
  const type = body.typeOf(statement.type);
  return statement.variables.map(({ name, initializer, line, column }) => {
    const value = initializer && body.assigned(body.expression(initializer), type, { line, column });
    return { kind: 'local', variable: body.declare(name, type), value, line };
  });
}

function bindExpressionStatement(
  body: Body,
  statement: Extract<Statement, { kind: 'expression' }>,
): BoundStatement[] {
  const expression = bindEffect(body, statement.expression, statement);
  return expression ? [{ kind: 'expression', expression, line: statement.line }] : [];
}

function bindReturn(body: Body, statement: Extract<Statement, { kind: 'return' }>): BoundStatement {
  const { kind, returns, isStatic } = body.options;
  const { line } = statement;
  if (kind === 'initializer' && !isStatic) body.report(statement, MESSAGES.returnOutsideMethod());
  const value = statement.value && body.expression(statement.value);
  if (value === null) {
    if (returns && returns.kind !== 'void' && returns !== WRONG_TYPE) {
      body.report(statement, MESSAGES.missingReturn(typeInMessage(returns)));
    }
    return { kind: 'return', value: null, line };
  }
  if (returns === null || returns.kind === 'void') {
    const message = { constructor: MESSAGES.constructorReturn, trigger: MESSAGES.triggerReturn }[
      kind as string
    ];
    body.report(statement, (message ?? MESSAGES.returnInVoid)());
    return { kind: 'return', value: null, line };
  }
  const returned = body.assigned(value, returns, statement, MESSAGES.illegalConversion);
  return { kind: 'return', value: returned, line };
}

function bindJump(
  body: Body,
  statement: Extract<Statement, { kind: 'break' | 'continue' }>,
): BoundStatement[] {
  if (body.loops > 0) return [{ kind: statement.kind, line: statement.line }];
  body.report(
    statement,
    statement.kind === 'break' ? MESSAGES.breakOutsideLoop() : MESSAGES.continueOutsideLoop(),
  );
  return [];
}
