import type { ApexRuntime } from '../apex-runtime';
import { apexFrames, stackTraceText, type ApexFrame } from '../apex-stack';
import { ApexInstance } from './apex-instance';

/** The message of an exception that code made without one. */
const DEFAULT_MESSAGE = 'Script-thrown exception';

/**
 * An exception of Apex, of the platform or of a user; what generated code throws. It remembers the calls that led to
 * where it was made.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_exception_methods.htm
 */
export class ApexException extends ApexInstance {
  /** Null when code gave none. */
  message: string | null = null;
  cause: ApexException | null = null;
  /** Whether it passes all `catch` clauses. */
  uncatchable = false;
  private source: { readonly stack?: string | undefined } = {};
  private known: readonly ApexFrame[] | null = null;
  private settled: string | null = null;

  constructor() {
    super();
    Error.captureStackTrace(this.source);
  }

  /** Takes the calls of a JavaScript error that this exception stands for. */
  adoptStack(error: { readonly stack?: string | undefined }): this {
    this.source = error;
    this.known = null;
    return this;
  }

  /** Leaves out the innermost call: it was refused and never began. */
  withoutInnermostCall(): this {
    this.known = this.frames.slice(1);
    return this;
  }

  /** What a constructor of Exception does: `(message)`, `(cause)`, `(message, cause)`. */
  initialize(args: readonly unknown[]): this {
    for (const arg of args) {
      if (arg instanceof ApexException) this.cause = arg;
      else if (typeof arg === 'string') this.message = arg;
    }
    return this;
  }

  /** `System.ListException`, `Outer.MyException`. */
  get typeName(): string {
    return this.type.kind === 'class' ? this.type.symbol.qualifiedName : this.type.name;
  }

  /** What `getMessage` of Exception answers. */
  get ownMessage(): string {
    return this.message ?? DEFAULT_MESSAGE;
  }

  /** What `getMessage` answers; a class may have its own. */
  get messageText(): string {
    const own = this.platformSlot('getMessage', 0);
    return own ? String(own.call(this)) : this.ownMessage;
  }

  /** Calls that led to it, innermost first. */
  get frames(): readonly ApexFrame[] {
    this.known ??= apexFrames(this.source.stack ?? '');
    return this.known;
  }

  get lineNumber(): number {
    return this.frames[0]?.line ?? 0;
  }

  /** `Class.Foo.bar: line 12, column 1` and so on, a line per call. */
  get stackTrace(): string {
    return stackTraceText(this.frames);
  }

  /** Keeps its text, which code of its class may have to make, for when the transaction is over. */
  settle(runtime: ApexRuntime): void {
    this.settled ??= this.toText(runtime);
  }

  /** `System.ListException: List index out of bounds: 3`. */
  override toText(runtime: ApexRuntime): string {
    if (this.settled !== null) return this.settled;
    if (this.platformSlot('toString', 0)) return super.toText(runtime);
    return `${this.typeName}: ${this.messageText}`;
  }
}
