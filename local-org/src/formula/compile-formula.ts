import { CompileContext } from './compiler/compile-context';
import { compileNode } from './compiler/compile-node';
import type { Expression } from './compiler/expression';
import { typeLabel } from './compiler/type-errors';
import { FormulaError } from './errors';
import { parseFormula } from './syntax/parser';
import type { CompiledFormula, FormulaScope, FormulaType } from './types';
import { writerOf } from './values/field-values';
import { renderHtml } from './values/markup';
import { isText } from './values/value';

/** @see https://help.salesforce.com/s/articleView?id=platform.formula_field_limits.htm&type=5 */
const MAX_FORMULA_CHARACTERS = 3_900;

/** The platform's words for result types in messages. */
const RESULT_LABELS: Readonly<Partial<Record<FormulaType, string>>> = { Boolean: 'true or false' };

/**
 * Compiles a formula: parses it, checks every type against the schema and builds closures, so that evaluating it walks
 * no tree.
 * @throws FormulaError with the platform's text and the position, when the formula does not compile
 * @throws UnsupportedFeatureError for a function that the local org does not execute
 * @see https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm&type=5
 */
export function compileFormula(source: string, scope: FormulaScope): CompiledFormula {
  if (scope.usage !== 'flow' && source.length > MAX_FORMULA_CHARACTERS) throw tooLong(source);
  const context = new CompileContext(scope);
  const root = compileNode(parseFormula(source), context);
  checkResult(root, scope.returnType);
  const type = root.type === 'Null' && scope.returnType ? scope.returnType : root.type;
  const html = context.html && isText(type);
  const evaluateExact: CompiledFormula['evaluateExact'] = html
    ? (environment) => renderHtml(root.evaluate(environment) as string)
    : root.evaluate;
  const write = writerOf(type);
  return {
    type,
    html,
    references: [...context.references.values()],
    functions: context.functions,
    evaluateExact,
    evaluate: (environment) => write(evaluateExact(environment)),
  };
}

function checkResult(root: Expression, wanted: FormulaType | undefined): void {
  if (!wanted || root.type === wanted || root.type === 'Null') return;
  if (isText(root.type) && (isText(wanted) || wanted === 'Picklist' || wanted === 'MultiPicklist')) return;
  if (root.field && (root.type === 'Picklist' || root.type === 'MultiPicklist')) {
    const kind = root.type === 'Picklist' ? 'picklist' : 'multi-select picklist';
    throw new FormulaError(
      `Field ${root.field.name} is a ${kind} field. ` +
        `${kind.charAt(0).toUpperCase()}${kind.slice(1)} fields are only supported in certain functions.`,
      root.position,
    );
  }
  const expected = RESULT_LABELS[wanted] ?? typeLabel(wanted);
  throw new FormulaError(
    `Formula result is data type (${typeLabel(root.type)}), incompatible with expected data type (${expected}).`,
    root.position,
  );
}

function tooLong(source: string): FormulaError {
  const group = (count: number): string => count.toLocaleString('en-US');
  return new FormulaError(
    `Formula is too long (${group(source.length)} characters). ` +
      `Maximum length is ${group(MAX_FORMULA_CHARACTERS)} characters`,
  );
}
