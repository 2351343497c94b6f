import { LocalOrgError } from '../../core';
import type { TypeSymbol } from '../types/symbols';
import type { ApexTypes } from '../types/apex-types';
import type { ApexExecution } from './apex-execution';
import type { ApexRuntime } from './apex-runtime';
import { currentApexLine, withDeepStacks } from './apex-stack';
import { callPlatformMethod } from './call-method';
import type { ClassHandle } from './class-handle';
import { constructObject, instantiateObject } from './construct-object';
import type { AsyncApexJobs } from './async-apex-jobs';
import type { DataAccess } from './data-access';
import { makeException, NULL_MESSAGE, throwExceeded } from './exceptions';
import { createHelpers, type Helpers } from './generated-code/helpers';
import { limitedText } from './limited-values';
import { limitMessage } from './limits';
import { Meter } from './meter';
import { NO_LOG } from './debug-log';
import type { OrgPort } from './org-port';
import { stubObject } from './stub-object';
import { compareValues, equalValues, isInstanceOf, keyOfValue, textOf, typeOfValue } from './value-semantics';
import { enumValue } from './values/apex-enum';
import { ApexFieldToken, ApexObjectToken } from './values/apex-schema-token';
import { ApexSObject } from './values/apex-sobject';
import { ApexList } from './values/apex-list';
import { ApexTypeValue } from './values/apex-type-value';
import type { ApexValue } from './values/apex-value';

/** What the runtime is given by other parts of the engine. */
export interface RuntimeParts {
  readonly org: OrgPort;
  /** The types of the org as it is now. */
  types(): ApexTypes;
  /** The class of a user's type; undefined when there is no code for it. */
  classOf(symbol: TypeSymbol): ClassHandle | undefined;
  data(runtime: ApexRuntime): DataAccess;
  asyncJobs(runtime: ApexRuntime): AsyncApexJobs;
}

/** A runtime with what the linker needs of it. */
export interface RuntimeCore {
  readonly runtime: ApexRuntime;
  readonly meter: Meter;
  readonly helpers: Helpers;
  /** The transaction that runs now; null when none does. */
  running(): ApexExecution | null;
}

/** Makes the runtime of an org. */
export function createRuntime(parts: RuntimeParts): RuntimeCore {
  const meter = new Meter();
  const state = new RuntimeState(meter);
  const runtime: ApexRuntime = {
    get execution() {
      return state.execution;
    },
    get running() {
      return state.running;
    },
    get types() {
      return parts.types();
    },
    org: parts.org,
    get data() {
      return data;
    },
    get asyncJobs() {
      return asyncJobs;
    },
    get user() {
      return state.execution.user;
    },
    now: () => parts.org.clock.now(),
    throwNew(typeName, message) {
      throw makeException(runtime, typeName, message) as unknown as Error;
    },
    newException: (typeName, message) => makeException(runtime, typeName, message),
    uncatchable(typeName, message) {
      const exception = makeException(runtime, typeName, message);
      exception.uncatchable = true;
      return exception;
    },
    log: (event) => state.execution.log.log(event),
    throwNull: () => runtime.throwNew('System.NullPointerException', NULL_MESSAGE),
    toText(value) {
      runtime.work(1);
      return limitedText(runtime, meter, textOf(value, runtime));
    },
    equal(left, right) {
      runtime.work(1);
      return equalValues(left, right, runtime);
    },
    keyOf(value) {
      runtime.work(1);
      return keyOfValue(value, runtime);
    },
    compare(left, right) {
      runtime.work(1);
      return compareValues(left, right, runtime);
    },
    typeOf: (value) => typeOfValue(value, runtime.types),
    isInstance: (value, type) => isInstanceOf(value, type, runtime.types),
    call: (target, methodName, args) => callPlatformMethod(runtime, target, methodName, args),
    instantiate: (type) => instantiateObject(runtime, parts.classOf, type),
    construct: (type, args) => constructObject(runtime, parts.classOf, type, args),
    enumValue: (typeName, constant) => platformEnumValue(runtime, typeName, constant),
    emptyChildren: (record, relationshipName) => emptyChildren(runtime, record, relationshipName),
    makeStub: (type, call) => stubObject(runtime, parts.classOf, type, call),
    typeToken: (type) => new ApexTypeValue(type),
    objectToken: (objectName) => new ApexObjectToken(objectName),
    fieldToken: (objectName, fieldName) => new ApexFieldToken(objectName, fieldName),
    beginRunAs: (user) => beginRunAs(runtime, user),
    runIn: (execution, work) => state.runIn(execution, work),
    currentLine: () => (state.execution.log === NO_LOG ? 0 : currentApexLine()),
    used: (limit) => (limit === 'heapSize' ? meter.heapBytes() : state.execution.used[limit]),
    work(rounds) {
      meter.ticks -= rounds;
      if (meter.ticks < 0) throwExceeded(runtime, meter.look());
    },
    setCpuTime(usedMs) {
      state.execution.startedMs = Date.now() - usedMs;
      meter.restart(state.execution);
    },
    count(limit, units = 1) {
      const { used, limits } = state.execution;
      const reached = (used[limit] += units);
      if (reached > limits[limit]) runtime.throwNew('System.LimitException', limitMessage(limit, reached));
    },
  };
  const data = parts.data(runtime);
  const asyncJobs = parts.asyncJobs(runtime);
  return { runtime, meter, helpers: createHelpers(runtime, meter), running: () => state.running };
}

/** Which transaction runs. */
class RuntimeState {
  private current: ApexExecution | null = null;

  constructor(private readonly meter: Meter) {}

  get running(): ApexExecution | null {
    return this.current;
  }

  /** @throws LocalOrgError outside of a transaction */
  get execution(): ApexExecution {
    if (!this.current) throw new LocalOrgError('APEX_INTERNAL', 'No Apex transaction runs');
    return this.current;
  }

  runIn<T>(execution: ApexExecution, work: () => T): T {
    const outer = this.current;
    const putBack = this.meter.begin(execution);
    this.current = execution;
    try {
      return withDeepStacks(work);
    } finally {
      this.current = outer;
      putBack();
    }
  }
}

function platformEnumValue(runtime: ApexRuntime, typeName: string, constant: string): ApexValue {
  const symbol = runtime.types.symbol(typeName);
  const value = symbol && enumValue(runtime.types, symbol, constant);
  if (!value) throw new LocalOrgError('APEX_INTERNAL', `No constant ${constant} of ${typeName}`);
  return value;
}

/**
 * `System.runAs`: a User record, or a package version, which changes nothing here. What is saved in the block may be of
 * another sort than what is saved around it.
 */
function beginRunAs(runtime: ApexRuntime, target: ApexValue): () => void {
  if (target === null) return runtime.throwNull();
  const { execution } = runtime;
  const { user: before, saved } = execution;
  if (target instanceof ApexSObject) {
    // A user who is not there yet is inserted.
    if (target.id === null) runtime.data.dml('insert', target, 'system', null);
    else runtime.count('dmlStatements');
    runtime.org.accessChanged();
    const user = runtime.org.findUser(target.id ?? '');
    // UNVERIFIED: the exception for a user who was not inserted.
    if (!user) return runtime.throwNew('System.DmlException', 'Invalid user for System.runAs');
    execution.user = user;
  }
  execution.saved = { setup: null, other: null };
  return () => {
    execution.user = before;
    execution.saved = saved;
  };
}

function emptyChildren(runtime: ApexRuntime, record: ApexSObject, relationshipName: string): ApexList {
  const child = record.objectType?.childRelationship(relationshipName)?.childObject;
  const element = child === undefined ? undefined : runtime.types.sobjectType(child);
  return new ApexList(runtime.types.list(element ?? runtime.types.sobject));
}
