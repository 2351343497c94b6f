import { UnsupportedFeatureError } from '../../core';
import { FormulaError } from '../errors';
import type { FormulaFunction, FunctionCall, Parameter, ParameterType } from '../functions/formula-function';
import { REPORT_AND_PAGE_FUNCTIONS, UNSUPPORTED_FUNCTIONS, functionNamed } from '../functions/registry';
import type { CallNode } from '../syntax/nodes';
import type { FormulaType } from '../types';
import { isText } from '../values/value';
import type { CompileContext } from './compile-context';
import type { Expression } from './expression';
import { typeLabel, wrongCount, wrongType } from './type-errors';

/**
 * Checks and compiles a function call whose arguments are compiled.
 * @throws FormulaError for an unknown function, one that this kind of formula may not use, or wrong parameters
 * @throws UnsupportedFeatureError for a function of the platform that the local org does not execute
 */
export function compileCall(
  node: CallNode,
  compiledArguments: readonly Expression[],
  context: CompileContext,
): Expression {
  const definition = definitionOf(node, context);
  const { position } = node;
  const element = `function '${definition.name}()'`;
  checkCount(definition, element, compiledArguments.length, node);
  compiledArguments.forEach((expression, index) =>
    checkType(parameterAt(definition, index), element, expression),
  );
  context.functions.add(definition.name);
  const call: FunctionCall = { element, arguments: compiledArguments, position, context };
  const type = typeof definition.returns === 'function' ? definition.returns(call) : definition.returns;
  const evaluate = definition.compile(call);
  // PRIORVALUE(field) is still that field for the functions that take a picklist.
  const field = definition.returnsField ? compiledArguments[0]?.field : undefined;
  return { type, position, evaluate, ...(field ? { field } : {}) };
}

function definitionOf(node: CallNode, context: CompileContext): FormulaFunction {
  const name = node.name.toUpperCase();
  const definition = functionNamed(name);
  if (!definition) {
    if (REPORT_AND_PAGE_FUNCTIONS.has(name)) throw notAllowed(name, node);
    if (UNSUPPORTED_FUNCTIONS.has(name)) throw new UnsupportedFeatureError(`Formula: ${name}()`);
    throw new FormulaError(`Unknown function ${node.name}. Check spelling.`, node.position);
  }
  if (definition.usages && !definition.usages.includes(context.scope.usage)) {
    throw notAllowed(name, node);
  }
  return definition;
}

function notAllowed(name: string, node: CallNode): FormulaError {
  return new FormulaError(`Function ${name} may not be used in this type of formula`, node.position);
}

function checkCount(definition: FormulaFunction, element: string, count: number, node: CallNode): void {
  const { parameters } = definition;
  const required = parameters.filter((parameter) => !parameter.optional).length;
  if (count < required) throw wrongCount(element, required, count, node.position);
  const open = parameters[parameters.length - 1]?.repeated === true;
  if (!open && count > parameters.length) throw wrongCount(element, parameters.length, count, node.position);
}

function parameterAt(definition: FormulaFunction, index: number): Parameter {
  const { parameters } = definition;
  return parameters[Math.min(index, parameters.length - 1)] as Parameter;
}

function checkType(parameter: Parameter, element: string, expression: Expression): void {
  if (parameter.types.some((type) => accepts(type, expression))) return;
  if (parameter.types.includes('Field') || parameter.types.includes('ObjectField')) {
    throw new FormulaError(
      `Incorrect parameter for ${element}. Expected field reference`,
      expression.position,
    );
  }
  throw wrongType(element, parameter.types.map(parameterLabel), expression);
}

function accepts(wanted: ParameterType, expression: Expression): boolean {
  const { type } = expression;
  if (wanted === 'ObjectField' || expression.objectField)
    return wanted === 'ObjectField' && !!expression.objectField;
  switch (wanted) {
    case 'Any':
      return type !== 'Picklist' && type !== 'MultiPicklist';
    case 'Field':
      return expression.field !== undefined;
    case 'TextLiteral':
      return typeof expression.literal === 'string';
    case 'Text':
      return isText(type) || type === 'Null';
    default:
      return type === wanted || type === 'Null';
  }
}

function parameterLabel(type: ParameterType): string {
  if (type === 'TextLiteral') return 'Text Literal';
  if (type === 'Any' || type === 'Field' || type === 'ObjectField') return 'Text';
  return typeLabel(type satisfies FormulaType);
}
