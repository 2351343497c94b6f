import type { TypeCode } from '../codegen/link-entry';
import type { ApexRuntime } from './apex-runtime';
import type { ApexInstance } from './values/apex-instance';

type Code = (...parts: never[]) => unknown;
export type InstanceClass = new () => ApexInstance;

/**
 * A user's class as generated code refers to it. The object stays while what is in it can change, so units may refer to
 * each other before all of them are there.
 */
export class ClassHandle {
  /** The JavaScript class; set by the linker, but for interfaces and enums. */
  klass!: InstanceClass;
  /** Static methods by slot. */
  statics: Readonly<Record<string, Code>> = {};
  /** The class that it extends, when a user wrote it. */
  superclass: ClassHandle | null = null;
  private code: TypeCode | null = null;
  private staticsPrototype: object | null = null;

  constructor(
    /** `Outer.Inner`. */
    readonly name: string,
    /** Its place among the static variables of a transaction. */
    readonly index: number,
  ) {}

  /** Takes the static part of the code. */
  adopt(code: TypeCode, staticsPrototype: object | null): void {
    this.code = code;
    this.statics = code.statics;
    this.staticsPrototype = staticsPrototype;
  }

  /**
   * Gives the class its static variables in the transaction that runs, then runs its initialisers; what they call sees the
   * variables as far as they are set by then.
   */
  initialize(runtime: ApexRuntime): Record<string, unknown> {
    const { statics } = runtime.execution;
    const variables = this.code?.freshStatics?.() ?? {};
    if (this.staticsPrototype) Object.setPrototypeOf(variables, this.staticsPrototype);
    statics[this.index] = variables;
    if (this.superclass && !statics[this.superclass.index]) this.superclass.initialize(runtime);
    this.code?.initialize?.();
    return variables;
  }
}
