import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  ArrayExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  IdPrimaryContext,
  InstanceOfExpressionContext,
  LiteralPrimaryContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SubExpressionContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
  type ExpressionContext,
  type ExpressionListContext,
  type MethodCallContext,
  type PrimaryContext,
} from '@apexdevtools/apex-parser';
import type {
  AssignOperator,
  BinaryOperator,
  CallExpression,
  Expression,
  FieldExpression,
  PostfixExpression,
  UnaryExpression,
} from './ast';
import { literalOf } from './literals';
import { newOf } from './read-creator';
import { soqlOf, soslOf } from './read-query';
import { typeRefOf } from './read-types';
import { nameOf, placeOf, present } from './source-node';

/** Alternatives of the grammar that are two operands with an operator between them. */
const BINARY = [
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  EqualityExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
] as const;

type BinaryContext = InstanceType<(typeof BINARY)[number]>;

/** Reads an expression of the parse tree. */
export function expressionOf(context: ExpressionContext): Expression {
  const place = placeOf(context);
  if (context instanceof PrimaryExpressionContext) return primaryOf(context.primary());
  if (context instanceof DotExpressionContext) return dotOf(context);
  if (context instanceof MethodCallExpressionContext) return callOf(context.methodCall());
  if (isBinary(context)) return binaryOf(context);
  if (context instanceof SubExpressionContext) return parenthesizedOf(context);
  if (context instanceof NewExpressionContext) return newOf(context, expressionOf);
  if (context instanceof AssignExpressionContext) {
    const [target, value] = operandsOf(context);
    return { kind: 'assign', operator: operatorBetween(context) as AssignOperator, target, value, ...place };
  }
  if (context instanceof ArrayExpressionContext) {
    const [target, index] = operandsOf(context);
    return { kind: 'index', target, index, ...place };
  }
  if (context instanceof CondExpressionContext) {
    const [condition, then, otherwise] = context.expression_list().map(expressionOf) as [
      Expression,
      Expression,
      Expression,
    ];
    return { kind: 'conditional', condition, then, otherwise, ...place };
  }
  if (context instanceof CastExpressionContext) {
    const operand = expressionOf(context.expression());
    return { kind: 'cast', type: typeRefOf(context.typeRef()), operand, ...place };
  }
  if (context instanceof InstanceOfExpressionContext) {
    const operand = expressionOf(context.expression());
    return { kind: 'instanceOf', operand, type: typeRefOf(context.typeRef()), ...place };
  }
  return unaryOf(context);
}

export function expressionListOf(context: ExpressionListContext | null): Expression[] {
  return present(context) ? context.expression_list().map(expressionOf) : [];
}

function isBinary(context: ExpressionContext): context is BinaryContext {
  return BINARY.some((alternative) => context instanceof alternative);
}

/**
 * Reads a chain of binary operators. The grammar is left-recursive, so `a + b + c + ...` is walked in a loop: a text
 * put together from a thousand parts must not exhaust the stack.
 */
function binaryOf(context: BinaryContext): Expression {
  const chain: BinaryContext[] = [];
  let leftmost: ExpressionContext = context;
  while (isBinary(leftmost)) {
    chain.push(leftmost);
    leftmost = leftmost.expression(0);
  }
  let left = expressionOf(leftmost);
  for (const link of chain.reverse()) {
    const right = expressionOf(link.expression(1));
    left = {
      kind: 'binary',
      operator: operatorBetween(link) as BinaryOperator,
      left,
      right,
      ...placeOf(link),
    };
  }
  return left;
}

/** The operator's text: what stands between the operands. Shifts are several tokens. */
function operatorBetween(context: BinaryContext | AssignExpressionContext): string {
  const text = (context.children ?? []).slice(1, -1).reduce((joined, child) => joined + child.getText(), '');
  return text === '<>' ? '!=' : text;
}

function operandsOf(context: { expression(index: number): ExpressionContext }): [Expression, Expression] {
  return [expressionOf(context.expression(0)), expressionOf(context.expression(1))];
}

function parenthesizedOf(context: SubExpressionContext): Expression {
  const inner = expressionOf(context.expression());
  return inner.kind === 'binary' ? { ...inner, parenthesized: true } : inner;
}

function unaryOf(context: ExpressionContext): Expression {
  const place = placeOf(context);
  if (context instanceof PostOpExpressionContext) {
    const operator: PostfixExpression['operator'] = present(context.INC()) ? '++' : '--';
    return { kind: 'postfix', operator, operand: expressionOf(context.expression()), ...place };
  }
  if (context instanceof PreOpExpressionContext || context instanceof NegExpressionContext) {
    const operator = (context.start.text ?? '') as UnaryExpression['operator'];
    return { kind: 'unary', operator, operand: expressionOf(context.expression()), ...place };
  }
  throw new Error(`The grammar has an alternative of expressions that is not read: ${context.getText()}`);
}

function dotOf(context: DotExpressionContext): FieldExpression | CallExpression {
  const target = expressionOf(context.expression());
  const safe = present(context.QUESTIONDOT());
  const call = context.dotMethodCall();
  if (!present(call)) {
    const name = nameOf(context.anyId());
    return { kind: 'field', target, name, safe, line: name.line, column: name.column };
  }
  const name = nameOf(call.anyId());
  return {
    kind: 'call',
    target,
    name,
    arguments: expressionListOf(call.expressionList()),
    safe,
    line: name.line,
    column: name.column,
  };
}

function callOf(context: MethodCallContext): CallExpression {
  const place = placeOf(context);
  const name = present(context.id())
    ? nameOf(context.id())
    : { text: present(context.THIS()) ? 'this' : 'super', ...place };
  return {
    kind: 'call',
    target: null,
    name,
    arguments: expressionListOf(context.expressionList()),
    safe: false,
    ...place,
  };
}

function primaryOf(context: PrimaryContext): Expression {
  const place = placeOf(context);
  if (context instanceof LiteralPrimaryContext) return literalOf(context.literal());
  if (context instanceof IdPrimaryContext) return { kind: 'name', name: context.id().getText(), ...place };
  if (context instanceof ThisPrimaryContext) return { kind: 'this', ...place };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', ...place };
  if (context instanceof VoidPrimaryContext) return { kind: 'classLiteral', type: null, ...place };
  if (context instanceof TypeRefPrimaryContext) {
    return { kind: 'classLiteral', type: typeRefOf(context.typeRef()), ...place };
  }
  if (context instanceof SoqlPrimaryContext) return soqlOf(context.soqlLiteral(), expressionOf);
  if (context instanceof SoslPrimaryContext) return soslOf(context.soslLiteral(), expressionOf);
  throw new Error(`The grammar has a primary expression that is not read: ${context.getText()}`);
}
