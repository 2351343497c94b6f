import type { ApexRuntime } from '../../runtime/apex-runtime';
import { STACK_DEPTH_MESSAGE } from '../../runtime/exceptions';
import { ApexBlob } from '../../runtime/values/apex-blob';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexDouble } from '../../runtime/values/apex-double';
import { ApexEnumValue } from '../../runtime/values/apex-enum';
import { ApexException } from '../../runtime/values/apex-exception';
import { ApexInstance, instanceVariables } from '../../runtime/values/apex-instance';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexMap } from '../../runtime/values/apex-map';
import { ApexSet } from '../../runtime/values/apex-set';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import { ApexTime } from '../../runtime/values/apex-time';
import { ApexUuid } from '../../runtime/values/apex-uuid';
import type { ApexObject, ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import type { VariableSymbol } from '../../types/symbols';
import { JsonOutput, quoted } from './json-output';
import { writeRecord } from './record-to-json';

/** How values are written. */
export interface SerializeOptions {
  readonly pretty: boolean;
  /** Leaves out fields of objects that are null. */
  readonly suppressNulls: boolean;
}

/** How deep values may be within each other. */
const MAX_DEPTH = 500;

/**
 * Writes a value as JSON.
 * @throws JSONException for values that have no form in JSON
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm
 */
export function serialize(runtime: ApexRuntime, value: ApexValue, options: SerializeOptions): string {
  const output = new JsonOutput(options.pretty);
  new JsonSerializer(runtime, output, options.suppressNulls).write(value);
  return output.toString();
}

/** Ends the writing of a value that is deeper than {@link MAX_DEPTH}. */
class TooDeep extends Error {}

/** Writes values into an output. */
export class JsonSerializer {
  /** Objects that are being written, each within the one before. */
  private readonly open: ApexObject[] = [];

  constructor(
    private readonly runtime: ApexRuntime,
    private readonly output: JsonOutput,
    private readonly suppressNulls: boolean,
  ) {}

  write(value: ApexValue): void {
    this.open.length = 0;
    try {
      this.writeValue(value);
    } catch (error) {
      // Thrown from here the exception knows the line of the code, which is out of sight at the depth where it arose.
      if (error instanceof TooDeep) this.refuseDepth();
      throw error;
    }
  }

  private writeValue(value: ApexValue): void {
    this.runtime.work(1);
    if (value === null || typeof value !== 'object') {
      this.output.value(primitive(value));
      return;
    }
    if (this.open.push(value) > MAX_DEPTH) throw new TooDeep();
    this.writeParts(value);
    this.open.pop();
  }

  private writeParts(value: ApexObject): void {
    if (value instanceof ApexList) this.writeArray(value.items);
    else if (value instanceof ApexSet) this.writeArray(value.values());
    else if (value instanceof ApexMap) this.writeMap(value);
    else if (value instanceof ApexSObject) {
      writeRecord(this.runtime, this.output, value, (part) => {
        this.writeValue(part);
      });
    } else this.writeObject(value);
  }

  private writeArray(elements: Iterable<ApexValue>): void {
    this.output.start('array');
    for (const element of elements) this.writeValue(element);
    this.output.end();
  }

  private writeMap(map: ApexMap): void {
    this.output.start('object');
    for (const [key, value] of map.pairs()) {
      this.output.name(this.keyText(key));
      this.writeValue(value);
    }
    this.output.end();
  }

  private keyText(key: ApexValue): string {
    if (key instanceof ApexDate || key instanceof ApexDatetime) return key.toFieldValue();
    return this.runtime.toText(key);
  }

  private writeObject(value: ApexObject): void {
    const text = platformText(value);
    if (text !== null) this.output.value(text);
    else if (value instanceof ApexInstance && !(value instanceof ApexException)) this.writeInstance(value);
    else this.writeStruct(value);
  }

  /** An object of a platform class that has a form in JSON. */
  private writeStruct(value: ApexObject): void {
    const type = this.runtime.typeOf(value);
    const members = type.kind === 'class' ? type.symbol.jsonMembers : undefined;
    if (!members || !(value instanceof PlatformStruct)) {
      return this.refuse('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
    }
    this.output.start('object');
    for (const name of members.keys()) {
      const member = value.values[name] ?? null;
      if (member === null && this.suppressNulls) continue;
      this.output.name(name);
      this.writeValue(member);
    }
    this.output.end();
  }

  private writeInstance(instance: ApexInstance): void {
    this.output.start('object');
    for (const variable of serializedVariables(instance)) {
      const value = readVariable(instance, variable);
      if (value === null && this.suppressNulls) continue;
      this.output.name(variable.name);
      this.writeValue(value);
    }
    this.output.end();
  }

  /** An object that is within itself has no end; others have one that is too far away. */
  private refuseDepth(): never {
    return new Set(this.open).size < this.open.length
      ? this.refuse('System.JSONException', 'Object contains a circular reference')
      : this.refuse('System.LimitException', STACK_DEPTH_MESSAGE);
  }

  private refuse(type: string, message: string): never {
    return this.runtime.throwNew(type, message);
  }
}

function serializedVariables(instance: ApexInstance): VariableSymbol[] {
  return instanceVariables(instance.type).filter(
    ({ isTransient, property }) => !isTransient && (property === null || property.getter !== null),
  );
}

/** Properties are read through their getter. */
function readVariable(instance: ApexInstance, { slot }: VariableSymbol): ApexValue {
  return (instance as unknown as Record<string, ApexValue | undefined>)[slot] ?? null;
}

function primitive(value: null | string | number | boolean | bigint): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** The form of the platform's values; null for objects. */
export function platformText(value: ApexValue): string | null {
  if (value instanceof ApexDecimal) return value.toPlainString();
  if (value instanceof ApexDouble) return value.toText();
  if (value instanceof ApexDate) return quoted(value.toFieldValue());
  if (value instanceof ApexDatetime) return quoted(value.toFieldValue());
  if (value instanceof ApexTime) return quoted(value.toFieldValue());
  if (value instanceof ApexBlob) return quoted(value.toBase64());
  if (value instanceof ApexEnumValue) return quoted(value.name);
  return value instanceof ApexUuid ? quoted(value.text) : null;
}
