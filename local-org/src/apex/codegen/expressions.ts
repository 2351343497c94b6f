import { UnsupportedFeatureError } from '../../core';
import type { BoundExpression } from '../semantics/bound';
import { assignment, compoundAssignment, increment } from './assignments';
import { callText } from './calls';
import { localName, type CallableScope } from './callable-scope';
import { conversionText } from './conversions';
import { literalText } from './literals';
import { newCollection, newObject, newRecord } from './creations';
import { binary, comparison, complement, concatenation, negation } from './operators';
import { queryText } from './queries';
import { indexText, recordFieldText, variableText } from './references';

/** JavaScript of an expression; safe to stand anywhere an operand may. */
export function expressionText(expression: BoundExpression, scope: CallableScope): string {
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.type, expression.value, scope.unit);
    case 'local':
      return localName(expression.variable);
    case 'this':
      return 'this';
    case 'variable':
      return variableText(expression, scope);
    case 'recordField':
      return recordFieldText(expression, scope);
    case 'index':
      return indexText(expression, scope);
    case 'enumConstant':
      return scope.unit.enumConstant(expression.symbol, expression.constant);
    case 'assign':
      return assignment(expression, scope);
    case 'compoundAssign':
      return compoundAssignment(expression, scope);
    case 'increment':
      return increment(expression, scope);
    case 'binary':
      return binary(expression, scope);
    case 'compare':
      return comparison(expression, scope);
    case 'negate':
      return negation(expression.operandKind, expression.operand, scope);
    case 'complement':
      return complement(expression.operandKind, expression.operand, scope);
    case 'concat':
      return concatenation(expression.parts, scope);
    case 'call':
      return callText(expression, scope);
    case 'new':
      return newObject(expression, scope);
    case 'newCollection':
      return newCollection(expression, scope);
    case 'newRecord':
      return newRecord(expression, scope);
    case 'convert':
      return conversionText(expression.conversion, expression.operand, scope);
    default:
      return controlText(expression, scope);
  }
}

type ControlExpression = Exclude<
  BoundExpression,
  {
    kind:
      | 'literal'
      | 'local'
      | 'this'
      | 'variable'
      | 'recordField'
      | 'index'
      | 'enumConstant'
      | 'assign'
      | 'compoundAssign'
      | 'increment'
      | 'binary'
      | 'compare'
      | 'negate'
      | 'complement'
      | 'concat'
      | 'call'
      | 'new'
      | 'newCollection'
      | 'newRecord'
      | 'convert';
  }
>;

/** Expressions that choose what is evaluated, and those that ask the runtime. */
function controlText(expression: ControlExpression, scope: CallableScope): string {
  const text = (each: BoundExpression): string => expressionText(each, scope);
  const { unit } = scope;
  switch (expression.kind) {
    case 'logical':
      return `(${scope.present(expression.left)}${expression.operator}${scope.present(expression.right)})`;
    case 'not':
      return `(!${scope.present(expression.operand)})`;
    case 'coalesce':
      return `(${text(expression.left)}??${text(expression.right)})`;
    case 'conditional':
      return `(${scope.present(expression.condition)}?${text(expression.then)}:${text(expression.otherwise)})`;
    case 'instanceOf':
      return `$rt.isInstance(${text(expression.operand)},${unit.type(expression.tested)})`;
    case 'safe': {
      const target = scope.safeTarget(expression.index);
      return `((${target}=${text(expression.target)})===null?null:${text(expression.body)})`;
    }
    case 'safeTarget':
      return scope.safeTarget(expression.index);
    case 'classLiteral':
      return `$rt.typeToken(${unit.type(expression.literal)})`;
    case 'objectToken':
      return `$rt.objectToken(${JSON.stringify(expression.objectName)})`;
    case 'fieldToken':
      return `$rt.fieldToken(${JSON.stringify(expression.objectName)},${JSON.stringify(expression.fieldName)})`;
    case 'soql':
      return `$rt.data.query(${queryText(expression, scope)})`;
    case 'sosl':
      return `$rt.data.search(${queryText(expression, scope)})`;
    default:
      throw new UnsupportedFeatureError(`Apex: expression ${(expression as { kind: string }).kind}`);
  }
}
