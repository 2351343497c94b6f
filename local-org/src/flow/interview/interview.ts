import { isRecordId, type FieldValue } from '../../core';
import { FormulaError } from '../../formula';
import type { FlowDataType } from '../definition/data-type';
import type { Flow } from '../definition/flow';
import type { FlowVariable } from '../definition/resources';
import type { ReferenceType } from '../definition/type-of-reference';
import type { ValueSource } from '../definition/value-source';
import type { CompiledFlow } from './compiled-flow';
import { convertValue } from './convert';
import { FlowFault } from './flow-fault';
import type { FlowRecord } from './flow-record';
import type { FlowRun } from './flow-run';
import type { FlowValue } from './flow-value';
import { InterviewEnvironment } from './interview-environment';
import { splitTemplate } from './template';
import { textOfValue } from './text-of-value';
import type { TriggeringRecord } from './triggering-record';

/** Where a loop stands. */
export interface LoopState {
  readonly items: readonly FlowValue[];
  index: number;
}

export type InterviewStatus = 'Started' | 'Finished' | 'Error' | 'Waiting';

/** One run of a flow: its variables, what its elements gave, and where it stands. */
export class Interview {
  /** Variables, and outputs of elements and screen components, by name in lower case. */
  readonly values = new Map<string, FlowValue>();
  /** The next element; null at the end. */
  next: string | null = null;
  status: InterviewStatus = 'Started';
  faultMessage: string | null = null;
  /** The interview of a subflow that this one waits for. */
  child: Interview | null = null;
  /** Why it ended with an error. */
  error: FlowFault | null = null;
  /** The element that it was at last. */
  elementName: string | null = null;
  executed = 0;
  /** When a waiting interview goes on, in milliseconds since 1970. */
  resumeAtMs: number | null = null;
  /** The screen that a waiting interview shows. */
  screen: string | null = null;
  /** The item that a transform or filter looks at. */
  eachItem: FlowValue = null;
  readonly compiled: CompiledFlow;
  private readingPrior = false;
  private openLoops: Map<string, LoopState> | null = null;
  private seen: Set<string> | null = null;
  /** While a formula is evaluated. */
  private environment: InterviewEnvironment | null = null;

  constructor(
    readonly run: FlowRun,
    readonly flow: Flow,
    readonly trigger: TriggeringRecord | null,
    /** The interview that waits for this one at a subflow element. */
    readonly parent: Interview | null,
    readonly guid: string,
  ) {
    this.compiled = run.catalogue.compiled(flow);
  }

  /** Where the loops stand that it is in, by name in lower case. Most interviews end before the first one. */
  get loops(): Map<string, LoopState> {
    return (this.openLoops ??= new Map());
  }

  /** Elements that were run and choices that were selected, in lower case. */
  get visited(): Set<string> {
    return (this.seen ??= new Set());
  }

  /** Gives variables their defaults and inputs their values. Constants need nothing: they are read when asked for. */
  begin(inputs: ReadonlyMap<string, FlowValue>): void {
    for (const [key, variable] of this.compiled.variables) {
      const given = variable.isInput ? inputs.get(key) : undefined;
      this.values.set(
        key,
        given === undefined ? this.defaultOf(variable) : this.converted(given, undefined, variable),
      );
    }
  }

  /** The output variables by name as declared. */
  outputs(): Map<string, FlowValue> {
    const outputs = new Map<string, FlowValue>();
    for (const [key, variable] of this.compiled.variables) {
      if (variable.isOutput) outputs.set(variable.name, this.values.get(key) ?? null);
    }
    return outputs;
  }

  typeOf(path: string): ReferenceType | undefined {
    return this.compiled.typeOf(path);
  }

  /** The value of a source, and its data type where it is known. */
  valueOf(source: ValueSource): FlowValue {
    switch (source.kind) {
      case 'literal':
        return source.value;
      case 'template':
        return this.text(source.text);
      case 'reference':
        return this.resolve(source.path);
      case 'formula':
        return this.formula(source.expression, source.dataType);
      case 'collection':
        return source.items.map((item) => this.valueOf(item));
    }
  }

  dataTypeOf(source: ValueSource): FlowDataType | undefined {
    return source.kind === 'reference' ? this.typeOf(source.path)?.dataType : undefined;
  }

  /** Text with its merge fields filled in. An unknown global stays as it is written. */
  text(template: string): string {
    return splitTemplate(template)
      .map((part) => {
        if (!part.isReference) return part.text;
        if (part.path.startsWith('$') && !this.typeOf(part.path)) return part.text;
        return this.textOf(part.path);
      })
      .join('');
  }

  /** A reference as text. Ids from globals have 15 characters. */
  textOf(path: string): string {
    const text = textOfValue(this.resolve(path), this.typeOf(path)?.dataType, this.run.context.user);
    return isGlobalId(path, text) ? text.slice(0, 15) : text;
  }

  /** The value of a reference: `$Record.Account.Name`, `Find_Deals`. Null when nothing set it. */
  resolve(path: string): FlowValue {
    return this.compiled.reference(path)(this);
  }

  /** Assigns to a variable, to a field of a record, or to `$Flow`. @throws FlowFault when there is no such target */
  assign(path: string, value: FlowValue, from: FlowDataType | undefined): void {
    this.compiled.target(path)(this, value, from);
  }

  /** Runs `work` with `$Record` standing for the record before the change. */
  asBefore<T>(work: () => T): T {
    this.readingPrior = true;
    try {
      return work();
    } finally {
      this.readingPrior = false;
    }
  }

  /** Evaluates a formula. @throws FlowFault when it fails at run time */
  formula(expression: string, dataType: FlowDataType | null): FieldValue {
    const outer = this.environment;
    try {
      this.environment ??= new InterviewEnvironment(this);
      return this.compiled.formula(expression, dataType).evaluate(this.environment);
    } catch (error) {
      if (error instanceof FormulaError) throw new FlowFault(error.message);
      throw error;
    } finally {
      this.environment = outer;
    }
  }

  /** Ends with an error, or goes on along the fault path. */
  fault(message: string, faultPath: string | null): void {
    this.faultMessage = message;
    if (faultPath !== null) this.next = faultPath;
    else this.fail(new FlowFault(message));
  }

  fail(error: FlowFault): void {
    this.error = error;
    this.status = 'Error';
    this.next = null;
    this.faultMessage = error.message;
  }

  private defaultOf(variable: FlowVariable): FlowValue {
    const value = this.valueOf(variable.defaultValue);
    if (value === null && variable.dataType === 'Boolean' && !variable.isCollection) return false;
    return this.converted(value, this.dataTypeOf(variable.defaultValue), variable);
  }

  /** A value as a variable or constant of a type holds it. */
  converted(value: FlowValue, from: FlowDataType | undefined, to: ReferenceType): FlowValue {
    if (to.members) return value;
    return convertValue(value, from, to, this.run.context.user);
  }

  /** The record that `$Record` stands for. */
  get triggeringRecord(): FlowRecord | null {
    return (this.readingPrior ? this.trigger?.prior : this.trigger?.record) ?? null;
  }
}

function isGlobalId(path: string, text: string): boolean {
  return path.startsWith('$') && !/^\$(Record|Flow)\b/i.test(path) && text.length === 18 && isRecordId(text);
}
