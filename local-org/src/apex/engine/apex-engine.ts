import { MAX_API_VERSION } from '../../core';
import type { AutomationBatch, RunningUser, Transaction } from '../../execution';
import type { GenerateOptions } from '../codegen/unit-scope';
import type { ComponentStore } from '../../metadata';
import type { Schema } from '../../schema';
import { ApexJobs } from '../jobs/apex-jobs';
import type { JobHost } from '../jobs/job-host';
import type { TriggerExecutions, TriggerHost } from '../triggers/trigger-step';
import { createExecution, type ExecutionOptions } from '../runtime/create-execution';
import { createRuntime, type RuntimeCore } from '../runtime/create-runtime';
import type { ApexExecution, ExecutionKind } from '../runtime/apex-execution';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { LoggedDataAccess } from '../runtime/data/logged-data-access';
import { OrgDataAccess } from '../runtime/data/org-data-access';
import { NO_LOG, type DebugLog } from '../runtime/debug-log';
import { asApexException } from '../runtime/exceptions';
import { Linker, type LinkedUnit } from '../runtime/linker';
import type { OrgPort } from '../runtime/org-port';
import type { CompileProblem } from '../semantics/compile-error';
import type { ApexValue } from '../runtime/values/apex-value';
import { SyntaxCache, type SyntaxStorage } from '../syntax/syntax-cache';
import type { AnonymousResult, UncaughtException } from './anonymous-result';
import { apexSources } from './apex-source';
import { InvalidUnitError } from './invalid-unit-error';
import { CodeBase, type CompiledUnit, type UnitProblems } from './code-base';
import { FrontEnd } from './front-end';
import { coverableUnits } from './coverable-units';
import { GeneratedCache } from './generated-cache';
import { withinNesting } from './nesting-problem';
import { LineCounters } from './line-counters';

/** What an engine may be given besides the org. */
export interface ApexEngineOptions {
  /** Where trees and generated texts outlive the process. */
  readonly storage?: SyntaxStorage;
  /** The log of code that runs by itself; null when its user is not traced. */
  readonly openLog?: (user: RunningUser, kind: ExecutionKind) => DebugLog | null;
}

/** Who runs an anonymous block, and where its log goes. */
export interface AnonymousOptions {
  readonly user: RunningUser;
  readonly log?: DebugLog;
  readonly apiVersion?: number;
}

/** Executes the Apex that is deployed. */
export interface ApexEngine {
  readonly runtime: ApexRuntime;
  /** Compiles and runs a block in a transaction of its own, which is undone when it throws. */
  runAnonymous(source: string, options: AnonymousOptions): AnonymousResult;
  /** Runs work as an Apex transaction of its own. */
  transaction<T>(options: ExecutionOptions, work: () => T): T;
  /** Calls a static method in the transaction under way. @throws TypeException when there is none */
  callStatic(className: string, slot: string, args: readonly ApexValue[]): ApexValue;
  /** What runs the triggers of saves. Saves of one transaction share an Apex transaction, and so its statics and limits. */
  triggerHost(executions: TriggerExecutions): TriggerHost;
  /** What is wrong with the Apex of an org of these components and that schema. */
  check(components: ComponentStore, schema: Schema): UnitProblems[];
  /** The classes and triggers as deployed now. */
  code(): CodeBase;
  /** Runs work with code that counts which lines run; test classes do not count. */
  withCoverage<T>(work: (counters: LineCounters) => T): T;
  /** Whether Apex code runs at this moment. */
  isRunning(): boolean;
  /** Runs work in the Apex transaction under way, or in the one of a save, which all code shares that it starts. */
  inTransactionOf<T>(
    save: Pick<AutomationBatch, 'transaction' | 'context'>,
    kind: ExecutionKind,
    work: () => T,
  ): T;
}

/** Makes the engine of an org. */
export function createApexEngine(org: OrgPort, options: ApexEngineOptions = {}): ApexEngine {
  const state = new EngineState(org, options);
  const { runtime } = state.core;
  return {
    runtime,
    runAnonymous: (source, anonymous) => state.runAnonymous(source, anonymous),
    transaction: (execution, work) => state.transaction(execution, work),
    callStatic: (className, slot, args) => state.callStatic(className, slot, args),
    triggerHost: (executions) => state.triggerHost(executions),
    check: (components, schema) => state.check(components, schema),
    code: () => state.current().code,
    withCoverage: (work) => state.withCoverage(work),
    isRunning: () => state.core.running() !== null,
    inTransactionOf: (save, kind, work) => state.inTransactionOf(save, kind, work),
  };
}

const NO_LOCAL_TYPES = { types: new Map(), symbols: new Map() } as const;

function linkMain(linker: Linker, { unit, local }: CompiledUnit): LinkedUnit {
  return linker.linkMain(unit, local ?? NO_LOCAL_TYPES);
}

/** A class that a block uses may have stopped compiling since it was deployed. */
function linkOrProblem(
  linker: Linker,
  compiled: CompiledUnit,
): LinkedUnit | { readonly problem: CompileProblem } {
  try {
    return withinNesting<LinkedUnit | { readonly problem: CompileProblem }>(
      () => linkMain(linker, compiled),
      (problem) => ({ problem }),
    );
  } catch (error) {
    if (!(error instanceof InvalidUnitError)) throw error;
    const [first] = error.problems;
    const place = `Class ${error.source.name} : line ${first?.line ?? 1}, column ${first?.column ?? 1}`;
    const message = `Dependent class is invalid and needs recompilation:\n ${place}: ${first?.message ?? ''}`;
    return { problem: { line: 1, column: 1, message } };
  }
}

/** Code of one state of the org, with the classes made of it. */
interface Current {
  readonly components: ComponentStore;
  readonly schema: Schema;
  readonly code: CodeBase;
  readonly plain: Linked;
  readonly counting: Linked;
}

/** Classes that count their lines, or classes that do not. */
interface Linked {
  readonly options: GenerateOptions;
  readonly linker: Linker;
  /** Triggers that were linked. */
  readonly triggers: Map<string, () => void>;
}

class EngineState {
  readonly core: RuntimeCore;
  private readonly syntax: SyntaxCache;
  private readonly cache: GeneratedCache;
  private state: Current | null = null;
  private counting = false;
  /** Apex transactions of saves that came from elsewhere. */
  private readonly executions = new WeakMap<Transaction, ApexExecution>();

  constructor(
    private readonly org: OrgPort,
    private readonly options: ApexEngineOptions,
  ) {
    this.syntax = new SyntaxCache(options.storage ?? null);
    this.cache = new GeneratedCache(options.storage ?? null);
    this.core = createRuntime({
      org,
      types: () => this.current().code.types,
      classOf: (symbol) => this.linked.linker.classOf(symbol),
      data: (runtime) => new LoggedDataAccess(runtime, new OrgDataAccess(runtime)),
      asyncJobs: (runtime) => new ApexJobs(this.jobHost(runtime)),
    });
  }

  /** The code as deployed now. Schema and components are swapped whole, so their identity tells of a change. */
  current(): Current {
    const components = this.org.components();
    const schema = this.org.schema();
    if (this.state?.components !== components || this.state.schema !== schema) {
      const code = this.codeBase(components, schema);
      this.state = {
        components,
        schema,
        code,
        plain: this.link(code, { coverage: false }),
        counting: this.link(code, { coverage: true }),
      };
    }
    return this.state;
  }

  private link(code: CodeBase, options: GenerateOptions): Linked {
    const linker = new Linker({ ...this.core, unitOf: (typeName) => code.unitOf(typeName, options) });
    return { options, linker, triggers: new Map() };
  }

  /** The classes that run now. */
  private get linked(): Linked {
    return this.current()[this.counting ? 'counting' : 'plain'];
  }

  withCoverage<T>(work: (counters: LineCounters) => T): T {
    const before = this.counting;
    this.counting = true;
    try {
      return work(new LineCounters(() => coverableUnits(this.current().code, this.linked.linker.counters())));
    } finally {
      this.counting = before;
    }
  }

  inTransactionOf<T>(
    { transaction, context }: Pick<AutomationBatch, 'transaction' | 'context'>,
    kind: ExecutionKind,
    work: () => T,
  ): T {
    if (this.core.running()) return this.guarded(work);
    const { user, saveHeaders } = context;
    let execution = this.executions.get(transaction);
    if (!execution) {
      const log = this.options.openLog?.(user, kind) ?? NO_LOG;
      execution = createExecution({ kind, user, log, ...(saveHeaders && { saveHeaders }) });
      this.executions.set(transaction, execution);
    }
    return this.core.runtime.runIn(execution, () => this.guarded(work));
  }

  check(components: ComponentStore, schema: Schema): UnitProblems[] {
    // A deploy checks what it has put in place already, and tests of it run next.
    const isCurrent = components === this.org.components() && schema === this.org.schema();
    const code = isCurrent ? this.current().code : this.codeBase(components, schema);
    return code.check(code.sources).filter(({ problems }) => problems.length > 0);
  }

  runAnonymous(
    source: string,
    { user, log = NO_LOG, apiVersion = MAX_API_VERSION }: AnonymousOptions,
  ): AnonymousResult {
    const { code } = this.current();
    const { linker } = this.linked;
    const compiled = code.anonymous(source, apiVersion);
    if ('problems' in compiled) return { problems: compiled.problems, exception: null };
    const linked = linkOrProblem(linker, compiled);
    if ('problem' in linked) return { problems: [linked.problem], exception: null };
    const { main } = linked;
    log.log({ kind: 'EXECUTION_STARTED' });
    log.log({ kind: 'CODE_UNIT_STARTED', unit: 'execute_anonymous_apex' });
    const exception = this.outcome(
      () => this.transaction({ kind: 'anonymous', user, log }, () => main?.()),
      log,
    );
    log.log({ kind: 'CODE_UNIT_FINISHED', unit: 'execute_anonymous_apex' });
    log.log({ kind: 'EXECUTION_FINISHED' });
    return { problems: [], exception };
  }

  /** Runs work in a savepoint, so that a throw undoes what it wrote. */
  transaction<T>(options: ExecutionOptions, work: () => T): T {
    const running = this.core.running();
    // What a test starts belongs to the test; its jobs even see the static variables of the test.
    const inherited = running && {
      ...{ isTest: running.isTest, test: running.test },
      ...(running.test && options.asyncJobId !== undefined && { statics: running.statics }),
    };
    const changesBefore = this.org.transactions.current?.changes.length ?? 0;
    const log = options.log ?? running?.log ?? this.options.openLog?.(options.user, options.kind) ?? NO_LOG;
    const execution = createExecution({ changesBefore, ...inherited, ...options, log });
    return this.org.transactions.savepoint(() =>
      this.core.runtime.runIn(execution, () => {
        const result = this.guarded(work);
        const { used, limits, log } = execution;
        log.log({ kind: 'LIMIT_USAGE_FOR_NS', used, limits });
        return result;
      }),
    );
  }

  callStatic(className: string, slot: string, args: readonly ApexValue[]): ApexValue {
    const method = this.linked.linker.findClass(className)?.statics[slot];
    if (!method) {
      return this.core.runtime.throwNew(
        'System.TypeException',
        `Method does not exist: ${className}.${slot}`,
      );
    }
    return this.guarded(() => (method as (...parts: unknown[]) => unknown)(...args) as ApexValue);
  }

  /** What a trigger runs. */
  main(name: string): () => void {
    const { linker, triggers, options } = this.linked;
    let main = triggers.get(name);
    if (!main) {
      const compiled = this.current().code.trigger(name, options);
      if (!compiled) throw new Error(`No trigger ${name}`);
      main = linkMain(linker, compiled).main ?? (() => undefined);
      triggers.set(name, main);
    }
    return main;
  }

  triggerHost(executions: TriggerExecutions): TriggerHost {
    const { runtime } = this.core;
    return {
      runtime,
      triggersOn: (objectName, event) =>
        this.current()
          .code.triggersOn(objectName, event)
          .map((name) => ({
            name,
            run: () => {
              this.guarded(() => {
                this.main(name)();
              });
            },
          })),
      inTransactionOf: (batch, work) => {
        if (runtime.running) return work();
        const { user, saveHeaders } = batch.context;
        let execution = executions.get(batch.transaction);
        if (!execution) {
          const log = this.options.openLog?.(user, 'trigger') ?? NO_LOG;
          execution = createExecution({ kind: 'trigger', user, log, ...(saveHeaders && { saveHeaders }) });
          executions.set(batch.transaction, execution);
        }
        return runtime.runIn(execution, work);
      },
      isNested: () => runtime.running?.kind !== 'trigger',
    };
  }

  /** Runs code of Apex; what JavaScript throws in it is thrown as an Apex exception. */
  guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const exception = asApexException(this.core.runtime, error);
      exception?.settle(this.core.runtime);
      throw exception ?? error;
    }
  }

  private codeBase(components: ComponentStore, schema: Schema): CodeBase {
    const flowNames = components.all('Flow').map(({ fullName }) => fullName);
    return new CodeBase({
      sources: apexSources(components),
      frontEnd: new FrontEnd(schema, this.syntax, flowNames),
      cache: this.cache,
    });
  }

  private outcome(work: () => void, log: DebugLog): UncaughtException | null {
    try {
      work();
      return null;
    } catch (error) {
      const exception = asApexException(this.core.runtime, error);
      if (!exception) throw error;
      const description = exception.toText(this.core.runtime);
      const { lineNumber, stackTrace } = exception;
      log.log({ kind: 'FATAL_ERROR', message: `${description}\n\n${stackTrace}` });
      return { exception, description, lineNumber, stackTrace };
    }
  }

  private jobHost(runtime: ApexRuntime): JobHost {
    return {
      runtime,
      transaction: (options, work) => this.transaction(options, work),
      callStatic: (className, slot, args) => this.callStatic(className, slot, args),
    };
  }
}
