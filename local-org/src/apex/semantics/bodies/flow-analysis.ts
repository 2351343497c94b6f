import type { Statement } from '../../syntax/ast';
import type { CompileProblems } from '../compile-error';
import { BODY_MESSAGES as MESSAGES } from './body-messages';

/**
 * Whether the end of a body can be reached; the first statement that cannot be is reported. A loop always completes,
 * whatever its condition and body, `break` and `continue` do as well, and a `finally` block does not end what is around
 * it: so `while (true)` asks for a return statement behind it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_language_constructs.htm
 */
export function reachesEnd(statements: readonly Statement[], problems: CompileProblems): boolean {
  let reachable = true;
  for (const statement of statements) {
    if (!reachable) {
      problems.report(statement, MESSAGES.unreachable());
      return false;
    }
    reachable = completes(statement, problems);
  }
  return reachable;
}

function completes(statement: Statement, problems: CompileProblems): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
      return false;
    case 'block':
      return reachesEnd(statement.statements, problems);
    case 'runAs':
      return reachesEnd(statement.body.statements, problems);
    case 'if': {
      const then = completes(statement.then, problems);
      const otherwise = statement.otherwise === null || completes(statement.otherwise, problems);
      return then || otherwise;
    }
    case 'switch':
      return switchCompletes(statement, problems);
    case 'try':
      return tryCompletes(statement, problems);
    case 'while':
    case 'for':
    case 'forEach':
    case 'doWhile':
      if (statement.body) completes(statement.body, problems);
      return true;
    default:
      return true;
  }
}

function switchCompletes(
  { branches }: Extract<Statement, { kind: 'switch' }>,
  problems: CompileProblems,
): boolean {
  const reached = branches.map(({ body }) => reachesEnd(body.statements, problems));
  return reached.includes(true) || !branches.some(({ when }) => when.kind === 'else');
}

function tryCompletes(
  { body, catches, finallyBody }: Extract<Statement, { kind: 'try' }>,
  problems: CompileProblems,
): boolean {
  const blocks = [body, ...catches.map((clause) => clause.body)];
  const reached = blocks.map(({ statements }) => reachesEnd(statements, problems));
  if (finallyBody) reachesEnd(finallyBody.statements, problems);
  return reached.includes(true);
}
