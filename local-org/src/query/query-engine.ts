import type { AccessControl } from '../access';
import { ApiError, UnsupportedFeatureError, type Clock } from '../core';
import { restrictedBySharing, type RequestContext } from '../execution';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import type { BoundStatement } from './soql/binder/bound';
import type { CompiledStatement } from './soql/compiled-statement';
import type { RunEnvironment } from './soql/compiler/sql';
import { registerFunctions } from './soql/compiler/sqlite-functions';
import { FormulaColumns, type FormulaPort } from './soql/formula-columns';
import { resultColumns } from './soql/result/result-columns';
import { runStatement, type RunContext } from './soql/run-statement';
import { StatementCompiler } from './soql/statement-compiler';
import { StatementRows } from './soql/statement-rows';
import { VirtualTableLoader, type VirtualTables } from './soql/virtual-tables';
import { runSearch } from './sosl/run-search';
import type { QueryEngine, QueryOptions, QueryResult, ResultRecord } from './types';

/** What a query engine works with. */
export interface QueryEngineDeps {
  /** The schema of this moment. */
  schema(): Schema;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly clock: Clock;
  /** Computes formula fields; absent where no object has any. */
  readonly formulas?: FormulaPort;
  /** Rows of objects that the org keeps about itself, by object API name. */
  readonly virtualTables?: VirtualTables;
  /** Month (1 to 12) in which the fiscal year starts; January when absent. */
  fiscalYearStartMonth?(): number;
  /** Currency of the org, for FORMAT(); `USD` when absent. */
  currencyIsoCode?(): string;
  /** Told which records FOR VIEW and FOR REFERENCE have shown to a user. */
  recordsShown?(
    objectName: string,
    ids: readonly string[],
    use: 'VIEW' | 'REFERENCE',
    context: RequestContext,
  ): void;
}

/**
 * Makes the engine that runs SOQL and SOSL on the records of a store.
 *
 * DEVIATION: FOR UPDATE takes no lock; requests are worked off one after the other, so no other one can change the rows.
 */
export function createQueryEngine(deps: QueryEngineDeps): QueryEngine {
  return new SqliteQueryEngine(deps);
}

class SqliteQueryEngine implements QueryEngine {
  private readonly rows: StatementRows;
  private readonly virtualTables: VirtualTableLoader;
  private readonly compiler: StatementCompiler;
  private lastSchema: Schema | undefined;

  constructor(private readonly deps: QueryEngineDeps) {
    const { database } = deps.store;
    const formulas = deps.formulas ? new FormulaColumns(() => deps.schema(), deps.formulas) : null;
    registerFunctions(database, formulas);
    this.rows = new StatementRows(database);
    const virtualTables = new VirtualTableLoader(database, deps.virtualTables ?? new Map());
    this.virtualTables = virtualTables;
    this.compiler = new StatementCompiler(deps.access, {
      isVirtual: (objectName) => virtualTables.has(objectName),
      ...(formulas && { formulaColumn: (type, field) => formulas.column(type, field) }),
    });
  }

  query(soql: string, options: QueryOptions): QueryResult {
    const statement = this.compiler.statement(this.schema(), soql, options);
    const result = this.run(statement, options);
    this.reportShown(statement.bound, result, options.context);
    return result;
  }

  columns(soql: string, options: QueryOptions): ReturnType<QueryEngine['columns']> {
    const { bound } = this.compiler.statement(this.schema(), soql, options);
    const { root, shape, groupBy } = bound.query;
    return {
      entityName: root.type.name,
      groupBy: groupBy.length > 0,
      idSelected: shape.entries.some((entry) => entry.kind === 'value' && entry.key === 'Id'),
      keyPrefix: root.type.definition.keyPrefix,
      columnMetadata: resultColumns(shape),
    };
  }

  search(sosl: string, options: QueryOptions): readonly ResultRecord[] {
    const { context, binds } = options;
    const { access } = this.deps;
    const schema = this.schema();
    return runSearch(sosl, {
      schema,
      context,
      bind: (text) => bindValue(binds, text),
      canRead: (objectName, fieldName) => access.fieldAccess(context.user, objectName, fieldName).read,
      canReadObject: (objectName) => access.objectAccess(context.user, objectName).read,
      run: (soql, search) => {
        const statement = this.compiler.compile(schema, soql, context, { foldBinds: true, search });
        this.compiler.checkAccess(statement.bound, options);
        return this.run(statement, options).records;
      },
    });
  }

  /** The schema of this moment; after a deploy the prepared statements are those of other tables. */
  private schema(): Schema {
    const schema = this.deps.schema();
    if (schema !== this.lastSchema) {
      this.rows.clear();
      this.lastSchema = schema;
    }
    return schema;
  }

  private run(statement: CompiledStatement, options: QueryOptions): QueryResult {
    for (const type of statement.bound.virtualObjects) this.virtualTables.load(type, options.context);
    return runStatement(statement, this.runContext(statement.bound, options));
  }

  private runContext(bound: BoundStatement, options: QueryOptions): RunContext {
    const { context } = options;
    const { user } = context;
    const { access, clock } = this.deps;
    const sharing =
      bound.mode === 'USER_MODE' ||
      (bound.mode === 'SYSTEM_MODE' ? context.sharing === true : restrictedBySharing(context));
    const environment: RunEnvironment = {
      nowMs: clock.now(),
      timeZone: user.timeZone,
      locale: user.locale,
      userId: user.id,
      allRows: options.allRows ?? false,
      fiscalYearStartMonth: this.deps.fiscalYearStartMonth?.() ?? 1,
      bind: (text) => bindValue(options.binds, text),
      visible: (objectName, alias) =>
        sharing && !this.virtualTables.has(objectName)
          ? access.visibleRecords(user, objectName, alias)
          : null,
      parentIds: '[]',
    };
    const decode = {
      locale: user.locale,
      timeZone: user.timeZone,
      currencyIsoCode: this.deps.currencyIsoCode?.() ?? 'USD',
    };
    return { environment, decode, rows: this.rows };
  }

  private reportShown({ query }: BoundStatement, result: QueryResult, context: RequestContext): void {
    for (const use of query.forClauses) {
      if (use === 'UPDATE') continue;
      if (!this.deps.recordsShown) throw new UnsupportedFeatureError(`SOQL: FOR ${use}`);
      const ids = result.records.flatMap((record) => record.id ?? []);
      this.deps.recordsShown(query.root.type.name, ids, use, context);
    }
  }
}

function bindValue(binds: QueryOptions['binds'], text: string): unknown {
  if (!binds) throw new ApiError('MALFORMED_QUERY', 'Bind variables only allowed in Apex code');
  if (Object.hasOwn(binds, text)) return binds[text];
  // An expression is written back from its tokens: `(Id) row.get('x')` is asked for without its blanks.
  const plain = (expression: string): string => expression.toLowerCase().replace(/\s+/g, '');
  const wanted = plain(text);
  const key = Object.keys(binds).find((name) => plain(name) === wanted);
  if (key === undefined) throw new ApiError('MALFORMED_QUERY', `Variable does not exist: ${text}`);
  return binds[key];
}
