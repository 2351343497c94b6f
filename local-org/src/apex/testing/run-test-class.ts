import { LocalOrgError } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApexEngine } from '../engine/apex-engine';
import { InvalidUnitError } from '../engine/invalid-unit-error';
import type { LineCounters } from '../engine/line-counters';
import { NO_LOG, type DebugLog } from '../runtime/debug-log';
import { apexFrames, stackTraceText } from '../runtime/apex-stack';
import { asApexException } from '../runtime/exceptions';
import type { OrgPort } from '../runtime/org-port';
import { newTestContext } from '../runtime/test-context';
import type { TestClass, TestMethod } from './discover-tests';
import { hideRecords } from './hide-records';
import { finishJobs } from './start-stop';
import type { TestClassOutcome, TestOutcome } from './test-outcome';
import { undone } from './undone';

/** What tests run with. */
export interface TestServices {
  readonly engine: ApexEngine;
  readonly org: OrgPort;
}

/** Which tests of a class run, and how. */
export interface TestClassRun {
  readonly testClass: TestClass;
  /** Names in lower case; all when absent. */
  readonly methodNames?: ReadonlySet<string> | undefined;
  readonly user: RunningUser;
  readonly log?: DebugLog | undefined;
  /** Counts lines per test; absent when nobody asks for coverage. */
  readonly counters?: LineCounters | undefined;
}

/** How one method ended. */
interface Ending {
  readonly outcome: TestOutcome['outcome'];
  readonly message: string | null;
  readonly stackTrace: string | null;
}

const PASSED: Ending = { outcome: 'Pass', message: null, stackTrace: null };

/**
 * Runs tests of a class. Each is a transaction of its own that is undone; all begin with what the setup methods of the
 * class made. Records of the org are out of sight unless a test asks for them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing.htm
 */
export function runTestClass(services: TestServices, run: TestClassRun): TestClassOutcome {
  const { testClass, methodNames } = run;
  const wanted = testClass.methods.filter(({ name }) => methodNames?.has(name.toLowerCase()) ?? true);
  const runner = new TestClassRunner(services, run);
  const groups = [false, true].map((seeAllData) => wanted.filter((test) => test.seeAllData === seeAllData));
  const tests = groups.flatMap((methods, i) => (methods.length > 0 ? runner.run(methods, i === 1) : []));
  const order = new Map(wanted.map(({ name }, i) => [name, i]));
  tests.sort((a, b) => (order.get(a.methodName) ?? 0) - (order.get(b.methodName) ?? 0));
  return { className: testClass.name, tests, setupTimeMs: runner.setupTimeMs };
}

class TestClassRunner {
  setupTimeMs = 0;

  constructor(
    private readonly services: TestServices,
    private readonly options: TestClassRun,
  ) {}

  /** Runs methods that see the same records. */
  run(methods: readonly TestMethod[], seeAllData: boolean): TestOutcome[] {
    const { store } = this.services.org;
    return this.undone(() => {
      if (!seeAllData) hideRecords(store, this.services.org.schema());
      const failed = this.setUp();
      return methods.map((method) => (failed ? this.outcome(method, failed) : this.runMethod(method)));
    });
  }

  /** Runs the setup methods. @returns how they failed, which fails all tests of the class */
  private setUp(): Ending | null {
    const begunMs = Date.now();
    const endings = this.options.testClass.setups.map((setup) => this.ending(setup));
    this.setupTimeMs += endings.length > 0 ? Date.now() - begunMs : 0;
    return endings.find(({ outcome }) => outcome !== 'Pass') ?? null;
  }

  private runMethod(method: TestMethod): TestOutcome {
    const { counters } = this.options;
    const startedMs = this.services.org.clock.now();
    const begunMs = Date.now();
    counters?.reset();
    const ending = this.undone(() => this.ending(method));
    const runTimeMs = Date.now() - begunMs;
    return { ...this.outcome(method, ending), startedMs, runTimeMs, coverage: counters?.read() ?? [] };
  }

  private outcome({ name, seeAllData }: TestMethod, ending: Ending): TestOutcome {
    return {
      className: this.options.testClass.name,
      methodName: name,
      ...ending,
      seeAllData,
      runTimeMs: 0,
      startedMs: this.services.org.clock.now(),
      coverage: [],
    };
  }

  /** Runs a method as a transaction, with the jobs that it leaves behind. */
  private ending(method: TestMethod): Ending {
    const { engine } = this.services;
    const { testClass, user, log = NO_LOG } = this.options;
    const unit = `${testClass.name}.${method.name}`;
    log.log({ kind: 'CODE_UNIT_STARTED', unit });
    try {
      const test = newTestContext(method.seeAllData);
      engine.transaction({ kind: 'test', user, log, isTest: true, test }, () => {
        engine.callStatic(testClass.name, method.slot, []);
        finishJobs(engine.runtime);
      });
      return PASSED;
    } catch (error) {
      const ending = this.failure(error);
      const details = ending.stackTrace ? `\n\n${ending.stackTrace}` : '';
      log.log({ kind: 'FATAL_ERROR', message: `${ending.message ?? ''}${details}` });
      return ending;
    } finally {
      log.log({ kind: 'CODE_UNIT_FINISHED', unit });
    }
  }

  /** An error of the engine itself fails the one test, so that the others of the run are told. */
  private failure(error: unknown): Ending {
    const { runtime } = this.services.engine;
    if (error instanceof InvalidUnitError) {
      return { outcome: 'CompileFail', message: error.message, stackTrace: '' };
    }
    const exception = asApexException(runtime, error);
    if (exception) {
      return { outcome: 'Fail', message: exception.toText(runtime), stackTrace: exception.stackTrace };
    }
    if (error instanceof LocalOrgError) return { outcome: 'Fail', message: error.message, stackTrace: '' };
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return {
      outcome: 'Fail',
      message: `Internal error of the local org: ${name}: ${message}`,
      stackTrace: stackTraceText(apexFrames(stack)),
    };
  }

  /** Runs work that leaves nothing behind: no rows, no events, no permissions in caches. */
  private undone<T>(work: () => T): T {
    const { org } = this.services;
    const forget = (): void => {
      org.events.forgetPublished();
      org.accessChanged();
    };
    const result = undone(org.transactions, () => {
      const done = work();
      forget();
      return done;
    });
    forget();
    return result;
  }
}
