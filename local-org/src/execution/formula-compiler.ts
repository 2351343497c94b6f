import {
  compileFormula,
  type BlankHandling,
  type CompiledFormula,
  type FormulaType,
  type FormulaUsage,
} from '../formula';
import type { Field, Schema, SObjectType } from '../schema';
import { formulaResultTypeOf } from './formula-types';

/** What a formula is, apart from the schema it is compiled against. */
export interface FormulaSource {
  readonly objectName: string;
  readonly expression: string;
  readonly usage: FormulaUsage;
  readonly blankHandling: BlankHandling;
  readonly returnType?: FormulaType | undefined;
}

/** Answers types of globals at compile time. */
export interface GlobalTypes {
  globalType(path: readonly string[], objectName: string): FormulaType | undefined;
}

/** Compiles formulas once per schema: a deploy brings another schema and with it fresh formulas. */
export class FormulaCompiler {
  private readonly bySchema = new WeakMap<Schema, Map<string, CompiledFormula>>();
  /** Formulas of fields by object: types belong to one schema. Asked once a record, so without making a key. */
  private readonly byField = new WeakMap<SObjectType, Map<Field, CompiledFormula>>();

  constructor(private readonly globals: GlobalTypes) {}

  /** @throws FormulaError when the formula does not compile */
  compile(schema: Schema, source: FormulaSource): CompiledFormula {
    const known = this.known(schema);
    const key = `${source.usage}\n${source.objectName}\n${source.blankHandling}\n${source.returnType ?? ''}\n${source.expression}`;
    let compiled = known.get(key);
    if (!compiled) {
      compiled = compileFormula(source.expression, {
        schema,
        objectName: source.objectName,
        usage: source.usage,
        blankHandling: source.blankHandling,
        ...(source.returnType && { returnType: source.returnType }),
        globalType: (path) => this.globals.globalType(path, source.objectName),
      });
      known.set(key, compiled);
    }
    return compiled;
  }

  /**
   * The formula of a formula field.
   * @throws FormulaError when it does not compile
   */
  compileField(schema: Schema, type: SObjectType, field: Field): CompiledFormula {
    let formulas = this.byField.get(type);
    if (!formulas) this.byField.set(type, (formulas = new Map<Field, CompiledFormula>()));
    let compiled = formulas.get(field);
    if (!compiled) {
      if (!field.formula) throw new Error(`${type.name}.${field.name} is no formula field`);
      compiled = this.compile(schema, {
        objectName: type.name,
        expression: field.formula.expression,
        usage: 'formulaField',
        blankHandling: field.formula.treatBlanksAs satisfies BlankHandling,
        returnType: formulaResultTypeOf(field),
      });
      formulas.set(field, compiled);
    }
    return compiled;
  }

  private known(schema: Schema): Map<string, CompiledFormula> {
    let known = this.bySchema.get(schema);
    if (!known) this.bySchema.set(schema, (known = new Map<string, CompiledFormula>()));
    return known;
  }
}
