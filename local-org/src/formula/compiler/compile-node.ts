import { operatorOf } from '../operators/registry';
import type { BinaryNode, CallNode, FormulaNode, UnaryNode } from '../syntax/nodes';
import type { ExactNumber } from '../values/decimal';
import { exactNumber, negate } from '../values/decimal';
import type { Value } from '../values/value';
import { compileCall } from './compile-call';
import type { CompileContext } from './compile-context';
import { compileReference } from './compile-reference';
import type { Expression } from './expression';
import { wrongType } from './type-errors';

/**
 * Checks the types of a part of a formula and turns it into closures.
 * @throws FormulaError where the formula does not compile
 */
export function compileNode(node: FormulaNode, context: CompileContext): Expression {
  switch (node.kind) {
    case 'Number':
      return constant('Number', exactNumber(node.text), node);
    case 'Text':
      return constant('Text', node.value, node);
    case 'Boolean':
      return constant('Boolean', node.value, node);
    case 'Null':
      return constant('Null', null, node);
    case 'Reference':
      return compileReference(node, context);
    case 'Unary':
      return compileUnary(node, context);
    case 'Binary':
      return compileBinary(node, context);
    case 'Call':
      return compileFunctionCall(node, context);
  }
}

function constant(type: Expression['type'], value: Value, { position }: FormulaNode): Expression {
  return { type, position, literal: value, evaluate: () => value };
}

function compileUnary(node: UnaryNode, context: CompileContext): Expression {
  const operand = compileNode(node.operand, context);
  const { position } = node;
  const { evaluate } = operand;
  if (node.operator === '!') {
    if (operand.type !== 'Boolean' && operand.type !== 'Null') {
      throw wrongType("function 'NOT()'", ['Boolean'], operand);
    }
    context.functions.add('NOT');
    return {
      type: 'Boolean',
      position,
      evaluate(environment) {
        const value = evaluate(environment);
        return value === null ? null : value !== true;
      },
    };
  }
  if (operand.type !== 'Number') throw wrongType(`operator '${node.operator}'`, ['Number'], operand);
  if (node.operator === '+') return { type: 'Number', position, evaluate };
  return {
    type: 'Number',
    position,
    evaluate(environment) {
      const value = evaluate(environment) as ExactNumber | null;
      return value === null ? null : negate(value);
    },
  };
}

function compileBinary(node: BinaryNode, context: CompileContext): Expression {
  const left = compileNode(node.left, context);
  const right = compileNode(node.right, context);
  const { position, operator } = node;
  const element = `operator '${operator}'`;
  const compiled = operatorOf(operator).compile({ element, left, right, position, context });
  return { ...compiled, position };
}

function compileFunctionCall(node: CallNode, context: CompileContext): Expression {
  const compiled = node.arguments.map((child) => compileNode(child, context));
  return compileCall(node, compiled, context);
}
