import {
  compileFormula,
  type BlankHandling,
  type CompiledFormula,
  type FormulaType,
  type FormulaUsage,
} from '../formula';
import type { Schema } from '../schema';

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

  private known(schema: Schema): Map<string, CompiledFormula> {
    let known = this.bySchema.get(schema);
    if (!known) this.bySchema.set(schema, (known = new Map<string, CompiledFormula>()));
    return known;
  }
}
