import type { Block, Statement } from '../../syntax/ast';
import type { CompileProblems } from '../compile-error';
import { BODY_MESSAGES as MESSAGES } from './body-messages';

/**
 * Whether the end of a body can be reached; statements that cannot be reached are reported.
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
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return reachesEnd(statement.statements, problems);
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
      if (statement.body) completes(statement.body, problems);
      return !isEndless(statement) || breaks(statement.body);
    case 'doWhile': {
      completes(statement.body, problems);
      return !isTrue(statement.condition) || breaks(statement.body);
    }
    case 'forEach':
      if (statement.body) completes(statement.body, problems);
      return true;
    case 'runAs':
      return reachesEnd(statement.body.statements, problems);
    default:
      return true;
  }
}

function switchCompletes(
  statement: Extract<Statement, { kind: 'switch' }>,
  problems: CompileProblems,
): boolean {
  let hasElse = false;
  let reachable = false;
  for (const branch of statement.branches) {
    if (branch.when.kind === 'else') hasElse = true;
    if (reachesEnd(branch.body.statements, problems)) reachable = true;
  }
  return reachable || !hasElse;
}

function tryCompletes(statement: Extract<Statement, { kind: 'try' }>, problems: CompileProblems): boolean {
  const tried = reachesEnd(statement.body.statements, problems);
  const caught = statement.catches.map((clause) => reachesEnd(clause.body.statements, problems));
  const end = statement.finallyBody === null || reachesEnd(statement.finallyBody.statements, problems);
  return end && (tried || caught.includes(true));
}

function isEndless(statement: Extract<Statement, { kind: 'while' | 'for' }>): boolean {
  return statement.condition === null || isTrue(statement.condition);
}

function isTrue(condition: { readonly kind: string }): boolean {
  return condition.kind === 'literal' && (condition as { readonly text?: string }).text === 'true';
}

/** Whether a `break` of this loop stands in its body. */
function breaks(statement: Statement | Block | null): boolean {
  if (statement === null) return false;
  switch (statement.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.statements.some(breaks);
    case 'if':
      return breaks(statement.then) || breaks(statement.otherwise);
    case 'switch':
      return statement.branches.some((branch) => breaks(branch.body));
    case 'try':
      return [statement.body, ...statement.catches.map((clause) => clause.body), statement.finallyBody].some(
        breaks,
      );
    default:
      return false;
  }
}
