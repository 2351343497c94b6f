import { bindUnit } from '../bodies/bind-unit';
import { createQueryCheck } from '../check-soql';
import { createRecordSchema } from '../record-schema';
import { TypeScope } from '../type-scope';
import { declareSources, standardSchema } from './declare-sources';

/**
 * Declares a class and binds its bodies.
 * @returns what is wrong, by place: `2:17 Variable does not exist: x`
 */
export function problemsOf(source: string, apiVersion = 67): string[] {
  const { types, units } = declareSources([source], apiVersion);
  const schema = standardSchema();
  return units.flatMap(({ declared, problems }) => {
    bindUnit({
      types,
      declared,
      problems,
      records: createRecordSchema(schema, types),
      queries: createQueryCheck(schema, types),
      scopeOf: (owner) => new TypeScope(types, owner, problems, declared.localTypes),
    });
    return problems.all.map(({ line, column, message }) => `${line}:${column} ${message}`);
  });
}
