import { formatDatetime, isRecordId, type FieldValue } from '../../core';
import { FormulaError, type FormulaEnvironment } from '../../formula';
import type { FlowDataType } from '../definition/data-type';
import type { Flow } from '../definition/flow';
import type { FlowResource, FlowVariable } from '../definition/resources';
import type { ReferenceType } from '../definition/type-of-reference';
import type { ValueSource } from '../definition/value-source';
import { convertToField, convertValue, dayInZone } from './convert';
import { FlowFault } from './flow-fault';
import { FlowRecord } from './flow-record';
import type { FlowRun } from './flow-run';
import { FlowStructure, isCollection, type FlowValue } from './flow-value';
import { splitTemplate } from './template';
import { textOfValue } from './text-of-value';
import type { TriggeringRecord } from './triggering-record';

/** Where a loop stands. */
export interface LoopState {
  readonly items: readonly FlowValue[];
  index: number;
}

export type InterviewStatus = 'Started' | 'Finished' | 'Error' | 'Waiting';

const GLOBAL_CONSTANTS: Readonly<Record<string, FieldValue>> = { true: true, false: false, emptystring: '' };
const EACH_ITEM = '[$EachItem]';

/** One run of a flow: its variables, what its elements gave, and where it stands. */
export class Interview {
  /** Variables, and outputs of elements and screen components, by name in lower case. */
  readonly values = new Map<string, FlowValue>();
  readonly loops = new Map<string, LoopState>();
  readonly visited = new Set<string>();
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
  private readingPrior = false;

  constructor(
    readonly run: FlowRun,
    readonly flow: Flow,
    readonly trigger: TriggeringRecord | null,
    /** The interview that waits for this one at a subflow element. */
    readonly parent: Interview | null,
    readonly guid: string,
  ) {}

  /** Gives variables their defaults and inputs their values. Constants need nothing: they are read when asked for. */
  begin(inputs: ReadonlyMap<string, FlowValue>): void {
    for (const resource of this.flow.resources.values()) {
      if (resource.kind !== 'variable') continue;
      const key = resource.name.toLowerCase();
      const given = resource.isInput ? inputs.get(key) : undefined;
      this.values.set(
        key,
        given === undefined ? this.defaultOf(resource) : this.converted(given, undefined, resource),
      );
    }
  }

  /** The output variables by name as declared. */
  outputs(): Map<string, FlowValue> {
    const outputs = new Map<string, FlowValue>();
    for (const resource of this.flow.resources.values()) {
      if (resource.kind === 'variable' && resource.isOutput)
        outputs.set(resource.name, this.values.get(resource.name.toLowerCase()) ?? null);
    }
    return outputs;
  }

  typeOf(path: string): ReferenceType | undefined {
    return this.run.catalogue.typeOf(this.flow, path);
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
    const [first = '', ...rest] = path.split('.');
    if (first.endsWith(EACH_ITEM)) return this.member(this.eachItem, rest);
    if (first.startsWith('$')) return this.resolveGlobal(first, rest, path);
    return this.member(this.valueOfName(first), rest);
  }

  /** Assigns to a variable, to a field of a record, or to `$Flow`. */
  assign(path: string, value: FlowValue, from: FlowDataType | undefined): void {
    const segments = path.split('.');
    const fieldName = segments.length > 1 ? (segments.at(-1) ?? '') : null;
    if (fieldName === null || /^\$Flow$/i.test(segments[0] ?? '')) {
      const type = this.typeOf(path);
      this.values.set(path.toLowerCase(), type ? this.converted(value, from, type) : value);
      return;
    }
    const record = this.recordToAssign(segments.slice(0, -1).join('.'));
    const field = record?.type.field(fieldName);
    if (!record || !field)
      throw new FlowFault(
        `The flow failed to access the value for ${path} because it hasn't been set or assigned.`,
      );
    record.set(field, convertToField(value, from, field, this.run.context.user));
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
    try {
      return this.run.catalogue.formula(this.flow, expression, dataType).evaluate(this.environment());
    } catch (error) {
      if (error instanceof FormulaError) throw new FlowFault(error.message);
      throw error;
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

  private converted(value: FlowValue, from: FlowDataType | undefined, to: ReferenceType): FlowValue {
    if (to.members) return value;
    return convertValue(value, from, to, this.run.context.user);
  }

  private valueOfName(name: string): FlowValue {
    const key = name.toLowerCase();
    const resource = this.flow.resources.get(key);
    if (resource && resource.kind !== 'variable') return this.valueOfResource(resource);
    const loop = this.loops.get(key);
    if (loop) return loop.items[loop.index] ?? null;
    return this.values.get(key) ?? null;
  }

  private valueOfResource(resource: FlowResource): FlowValue {
    switch (resource.kind) {
      case 'constant':
      case 'choice':
        return this.converted(this.valueOf(resource.value), undefined, resource);
      case 'formula':
        return this.formula(resource.expression, resource.dataType);
      case 'textTemplate':
        return this.text(resource.text);
      case 'stage':
        return resource.name;
      default:
        return this.values.get(resource.name.toLowerCase()) ?? null;
    }
  }

  private resolveGlobal(first: string, rest: readonly string[], path: string): FlowValue {
    const name = first.toLowerCase();
    if (name === '$record') return this.member(this.triggeringRecord, rest);
    if (name === '$record__prior') return this.member(this.trigger?.prior ?? null, rest);
    if (name === '$globalconstant') return GLOBAL_CONSTANTS[rest.join('.').toLowerCase()] ?? null;
    if (name === '$flow') return this.flowGlobal(rest.join('.').toLowerCase());
    const segments = path.split('.');
    const { session } = this.run;
    return session.environment(this.emptyRecord(), null, false).global(segments);
  }

  /** The record that `$Record` stands for. */
  get triggeringRecord(): FlowRecord | null {
    return (this.readingPrior ? this.trigger?.prior : this.trigger?.record) ?? null;
  }

  private flowGlobal(name: string): FlowValue {
    const { run } = this;
    switch (name) {
      case 'faultmessage':
        return this.faultMessage;
      case 'currentdate':
        return dayInZone(run.services.clock.now(), run.context.user.timeZone);
      case 'currentdatetime':
        return formatDatetime(run.services.clock.now());
      case 'interviewstarttime':
        return formatDatetime(run.startMs);
      case 'interviewguid':
        return this.guid;
      case 'currentrecord':
        return this.trigger?.record.id ?? null;
      default:
        return this.values.get(`$flow.${name}`) ?? null;
    }
  }

  private member(value: FlowValue, rest: readonly string[]): FlowValue {
    let current = value;
    for (const [position, name] of rest.entries()) {
      if (current instanceof FlowStructure) {
        current = current.members.get(name.toLowerCase()) ?? null;
      } else if (current instanceof FlowRecord) {
        const isField = position === rest.length - 1 && current.type.field(name) !== undefined;
        current = isField ? current.get(name, this.run.session) : current.parent(name, this.run.session);
      } else {
        return null;
      }
    }
    return current;
  }

  private recordToAssign(path: string): FlowRecord | null {
    const value = this.resolve(path);
    if (value instanceof FlowRecord) return value;
    const resource = this.flow.resources.get(path.toLowerCase());
    if (resource?.kind !== 'variable' || resource.dataType !== 'SObject') return null;
    const type = this.run.catalogue.schema.find(resource.objectName ?? '');
    if (!type || isCollection(value)) return null;
    const record = new FlowRecord(type, {});
    this.values.set(path.toLowerCase(), record);
    return record;
  }

  private emptyRecord(): FormulaEnvironment['record'] {
    return { objectName: this.flow.start.objectName ?? '', get: () => null, parent: () => null };
  }

  private environment(): FormulaEnvironment {
    const { session } = this.run;
    const { trigger } = this;
    const prior = trigger?.prior ?? null;
    const record = this.triggeringRecord;
    const environment = session.environment(
      record ? session.record(record.type, record.values) : this.emptyRecord(),
      prior && session.record(prior.type, prior.values),
      trigger?.isNew ?? false,
    );
    return {
      ...environment,
      global: (path) =>
        path[0]?.startsWith('$') && path[0].toLowerCase() !== '$flow'
          ? environment.global(path)
          : this.formulaValue(path.join('.')),
    };
  }

  /** A resource as formulas read it: a record is its id, a percent its fraction. */
  private formulaValue(path: string): FieldValue {
    const value = this.resolve(path);
    if (value instanceof FlowRecord) return value.id;
    if (value === null || typeof value === 'object') return null;
    const isPercent = typeof value === 'number' && this.typeOf(path)?.field?.type === 'percent';
    return isPercent ? value / 100 : value;
  }
}

function isGlobalId(path: string, text: string): boolean {
  return path.startsWith('$') && !/^\$(Record|Flow)\b/i.test(path) && text.length === 18 && isRecordId(text);
}
