import type {
  DoWhileStatement,
  Expression,
  ForEachStatement,
  ForStatement,
  Statement,
  WhileStatement,
} from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import { bindEffect } from './bind-effects';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression, BoundStatement } from '../bound';
import { assignment } from '../conversions';
import { findMethods } from '../members';
import { isPlatform, isSubtype } from '../subtypes';
import { typeInMessage } from '../type-in-message';

function loopBody(body: Body, statement: Statement | null): BoundStatement | null {
  return statement && body.inLoop(() => body.nested(statement));
}

/** Binds `for (init; condition; update)`. */
export function bindFor(body: Body, statement: ForStatement): BoundStatement {
  return body.inBlock(() => {
    const { init, line } = statement;
    const first =
      init === null
        ? []
        : 'kind' in init
          ? body.declaration(init)
          : init.flatMap((each) => bindStep(body, each));
    return {
      kind: 'for',
      init: first,
      condition:
        statement.condition && body.condition(body.expression(statement.condition), statement.condition),
      update: statement.update.map((each) => body.expression(each)),
      body: loopBody(body, statement.body),
      line,
    };
  });
}

function bindStep(body: Body, given: Expression): BoundStatement[] {
  const expression = bindEffect(body, given, given);
  return expression ? [{ kind: 'expression', expression, line: given.line }] : [];
}

export function bindWhile(body: Body, statement: WhileStatement): BoundStatement {
  return {
    kind: 'while',
    condition: body.condition(body.expression(statement.condition), statement.condition),
    body: loopBody(body, statement.body),
    line: statement.line,
  };
}

export function bindDoWhile(body: Body, statement: DoWhileStatement): BoundStatement {
  const inner = body.inLoop(() => body.nested(statement.body));
  return {
    kind: 'doWhile',
    condition: body.condition(body.expression(statement.condition), statement.condition),
    body: inner,
    line: statement.line,
  };
}

type Over = Extract<BoundStatement, { kind: 'forEach' }>['over'];

/** Binds `for (Type name : collection)`. */
export function bindForEach(body: Body, statement: ForEachStatement): BoundStatement[] {
  const type = body.typeOf(statement.type);
  const iterated = body.expression(statement.iterated);
  return body.inBlock(() => {
    const variable = body.declare(statement.name, type);
    const found =
      type === WRONG_TYPE || iterated.type === WRONG_TYPE ? null : elementsOf(body, iterated, type);
    const inner = loopBody(body, statement.body);
    if (!found) {
      if (type !== WRONG_TYPE && iterated.type !== WRONG_TYPE && body.knows(iterated.type)) {
        body.report(statement, MESSAGES.loopCollection(typeInMessage(iterated.type)));
      }
      return [];
    }
    const fit = found.element === type ? { conversion: null } : assignment(found.element, type, body.types);
    if (!fit && !narrows(body, found.element, type)) {
      const [element, wanted] = [typeInMessage(found.element), typeInMessage(type)];
      const message =
        iterated.kind === 'soql' && found.over === 'query'
          ? MESSAGES.queryLoopVariable(element)
          : MESSAGES.loopVariable(element, wanted);
      body.report(statement, message);
      return [];
    }
    const convert = fit ? fit.conversion : ({ kind: 'checked', type } as const);
    const { line } = statement;
    return [{ kind: 'forEach', variable, iterated, over: found.over, convert, body: inner, line }];
  });
}

/** Records of a generic list may be taken as those of an object. */
function narrows(body: Body, element: ApexType, type: ApexType): boolean {
  return element === body.types.sobject && type.kind === 'sobject';
}

function elementsOf(
  body: Body,
  iterated: BoundExpression,
  variable: ApexType,
): { readonly over: Over; readonly element: ApexType } | null {
  const { type } = iterated;
  if (type.kind !== 'class') return null;
  const [element] = type.arguments;
  if (iterated.kind === 'soql' && element) {
    return isPlatform(variable, 'List') ? { over: 'queryChunk', element: type } : { over: 'query', element };
  }
  if (isPlatform(type, 'List') && element) return { over: 'list', element };
  if (isPlatform(type, 'Set') && element) return { over: 'set', element };
  const iterator = findMethods(type, 'iterator', body.types, false).find(
    ({ parameters }) => parameters.length === 0,
  );
  const iteratorType = iterator?.returnType ?? (isIterator(body, type) ? type : null);
  if (!iteratorType) return null;
  const next = findMethods(iteratorType, 'next', body.types, false).find(
    ({ parameters }) => parameters.length === 0,
  );
  return next ? { over: iterator ? 'iterable' : 'iterator', element: next.returnType } : null;
}

function isIterator(body: Body, type: ApexType): boolean {
  const symbol = body.types.symbol('System.Iterator');
  return (
    symbol !== undefined && isSubtype(type, body.types.of(symbol, [body.platform('Object')]), body.types)
  );
}
