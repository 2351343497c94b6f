import type { CatchClause, ThrowStatement, TryStatement } from '../../syntax/ast';
import type { ApexType, ClassApexType } from '../../types/apex-type';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundStatement } from '../bound';
import { isSubtype } from '../subtypes';
import { typeInMessage } from '../type-in-message';

type BoundTry = Extract<BoundStatement, { kind: 'try' }>;

/** Binds `try`, with clauses that catch exceptions, each only once. */
export function bindTry(body: Body, statement: TryStatement): BoundStatement {
  const caught: ApexType[] = [];
  return {
    kind: 'try',
    body: body.block(statement.body),
    catches: statement.catches.flatMap((clause) => bindCatch(body, clause, caught)),
    finallyBody: statement.finallyBody && body.block(statement.finallyBody),
    line: statement.line,
  };
}

function bindCatch(body: Body, clause: CatchClause, caught: ApexType[]): BoundTry['catches'][number][] {
  const type = body.typeOf(clause.type);
  return body.inBlock(() => {
    const variable = body.declare(clause.name, type);
    const inner = body.block(clause.body);
    if (type === WRONG_TYPE) return [];
    if (!body.knows(type)) return [];
    if (!isException(body, type)) {
      body.report(clause.body, MESSAGES.caughtNoException(typeInMessage(type)));
      return [];
    }
    if (caught.some((earlier) => isSubtype(type, earlier, body.types))) {
      body.report(clause.body, MESSAGES.alreadyCaught(typeInMessage(type)));
    }
    caught.push(type);
    return [{ type, variable, body: inner, line: clause.line }];
  });
}

/** Binds `throw`. */
export function bindThrow(body: Body, statement: ThrowStatement): BoundStatement {
  const value = body.expression(statement.value);
  if (value.type.kind !== 'null' && body.knows(value.type) && !isException(body, value.type)) {
    body.report(statement, MESSAGES.throwNoException(typeInMessage(value.type)));
  }
  return { kind: 'throw', value, line: statement.line };
}

function isException(body: Body, type: ApexType): type is ClassApexType {
  return type.kind === 'class' && isSubtype(type, body.platform('Exception'), body.types);
}
