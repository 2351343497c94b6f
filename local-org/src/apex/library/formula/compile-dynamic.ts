import type { FieldValue } from '../../../core';
import {
  compileFormula,
  type BlankHandling,
  type CompiledFormula,
  type FormulaEnvironment,
  type FormulaType,
} from '../../../formula';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexType } from '../../types/apex-type';
import { contextNameOf, schemaWithClasses } from './class-schema';

/** What a formula of a builder is. */
export interface DynamicFormula {
  readonly text: string;
  readonly contextType: ApexType;
  readonly returnType: FormulaType;
  readonly blankHandling: BlankHandling;
  /** Globals that it may use: `$User`, `$Label`. */
  readonly globals: ReadonlySet<string>;
  /** Whether the text is a template with merge fields: `Dear {!Name}`. */
  readonly isTemplate: boolean;
}

/** A formula, or what stands in for one, ready to run. */
export type RunnableFormula = Pick<CompiledFormula, 'references' | 'evaluate'>;

/** A merge field of a template. */
const MERGE_FIELD = /\{!([^}]*)\}/g;

/** @throws FormulaError when it does not compile */
export function compileDynamic(runtime: ApexRuntime, formula: DynamicFormula): RunnableFormula {
  return formula.isTemplate
    ? compileTemplate(runtime, formula)
    : compile(runtime, formula, formula.text, formula.returnType);
}

function compile(
  runtime: ApexRuntime,
  { contextType, blankHandling, globals }: DynamicFormula,
  text: string,
  returnType?: FormulaType,
): CompiledFormula {
  const objectName = contextNameOf(contextType);
  const { services } = runtime.org.formulas;
  return compileFormula(text, {
    schema: schemaWithClasses(runtime.org.schema(), (name) => runtime.types.find(name)),
    objectName,
    // The functions of validation rules are those that formulas in Apex may use.
    usage: 'validationRule',
    blankHandling,
    ...(returnType && { returnType }),
    globalType: (path) =>
      globals.has((path[0] ?? '').toLowerCase()) ? services.globals.globalType(path, objectName) : undefined,
  });
}

/** Text between merge fields stays; each merge field is a formula of any type, written as text. */
function compileTemplate(runtime: ApexRuntime, formula: DynamicFormula): RunnableFormula {
  const parts = formula.text.split(MERGE_FIELD).map((part, i) => {
    if (i % 2 === 0) return { references: [], write: () => part };
    const { references, evaluate } = compile(runtime, formula, part);
    return { references, write: (environment: FormulaEnvironment) => textOf(evaluate(environment)) };
  });
  return {
    references: parts.flatMap(({ references }) => references),
    evaluate: (environment) => parts.map(({ write }) => write(environment)).join(''),
  };
}

function textOf(value: FieldValue): string {
  return value === null ? '' : String(value);
}
