import type { FormulaFieldEvaluator, FormulaSession } from '../execution';
import { createQueryEngine, type QueryEngine, type QueryEngineDeps, type QueryOptions } from '../query';

/**
 * A query engine whose formula fields are computed for the user who asks, with one formula session per query: parents
 * are read once and everything sees the same moment.
 */
export function createFormulaQueries(
  deps: Omit<QueryEngineDeps, 'formulas'>,
  formulas: FormulaFieldEvaluator,
): QueryEngine {
  let session: FormulaSession | undefined;
  const engine = createQueryEngine({
    ...deps,
    formulas: {
      inputs: (type, field) => formulas.inputs(type, field),
      value: (inputs, values) => session?.valueOfInputs(inputs, values) ?? null,
    },
  });
  const inSession = <T>(options: QueryOptions, run: () => T): T => {
    const outer = session;
    session = formulas.open(options.context.user);
    try {
      return run();
    } finally {
      session = outer;
    }
  };
  return {
    query: (soql, options) => inSession(options, () => engine.query(soql, options)),
    columns: (soql, options) => engine.columns(soql, options),
    search: (sosl, options) => inSession(options, () => engine.search(sosl, options)),
  };
}
