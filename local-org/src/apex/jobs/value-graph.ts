import { UnsupportedFeatureError } from '../../core';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { decimalOf } from '../runtime/data/field-values';
import { ApexBlob } from '../runtime/values/apex-blob';
import { ApexDate } from '../runtime/values/apex-date';
import { ApexDatetime } from '../runtime/values/apex-datetime';
import { ApexDecimal } from '../runtime/values/apex-decimal';
import { ApexDouble } from '../runtime/values/apex-double';
import { ApexEnumValue } from '../runtime/values/apex-enum';
import { ApexInstance } from '../runtime/values/apex-instance';
import { ApexList } from '../runtime/values/apex-list';
import { ApexMap } from '../runtime/values/apex-map';
import { ApexFieldToken, ApexObjectToken } from '../runtime/values/apex-schema-token';
import { ApexSet } from '../runtime/values/apex-set';
import { ApexSObject } from '../runtime/values/apex-sobject';
import { ApexTime } from '../runtime/values/apex-time';
import type { ApexObject, ApexValue } from '../runtime/values/apex-value';
import type { ClassApexType } from '../types/apex-type';
import type { VariableSymbol } from '../types/symbols';

/** A value as JSON: texts, booleans and Integers as they are, everything else with a tag. */
type Encoded = null | boolean | number | string | Tagged;

type Tagged =
  | { readonly t: 'long' | 'decimal' | 'double' | 'date' | 'datetime' | 'time' | 'blob'; readonly v: string }
  | { readonly t: 'enum'; readonly type: string; readonly v: string }
  | { readonly t: 'object'; readonly v: string }
  | { readonly t: 'field'; readonly object: string; readonly v: string }
  /** A value that was met before, by its place. */
  | { readonly t: 'ref'; readonly v: number };

/** A value with parts: found once, referred to afterwards, so that cycles and shared parts survive. */
type Node =
  | { t: 'list'; type: string; v: Encoded[] }
  | { t: 'set'; type: string; v: Encoded[] }
  | { t: 'map'; type: string; v: [Encoded, Encoded][] }
  | {
      t: 'record';
      type: string;
      queried: boolean;
      v: [string, Encoded][];
      parents: [string, Encoded][];
      children: [string, Encoded][];
    }
  | { t: 'instance'; type: string; v: [string, Encoded][] };

/** A value with everything it holds, as JSON: what an asynchronous job keeps until it runs. */
export interface ValueGraph {
  readonly root: Encoded;
  readonly nodes: readonly Node[];
}

/**
 * Copies a value with all it refers to, except transient variables.
 * @throws UnsupportedFeatureError for values of the platform that cannot wait: an HttpRequest, a Matcher
 */
export function encodeValue(runtime: ApexRuntime, value: ApexValue): ValueGraph {
  const encoder = new Encoder(runtime);
  const root = encoder.encode(value);
  return { root, nodes: encoder.nodes };
}

/** Makes the value again. @throws TypeException when one of its classes is gone */
export function decodeValue(runtime: ApexRuntime, { root, nodes }: ValueGraph): ApexValue {
  return new Decoder(runtime, nodes).decode(root);
}

/** A deep copy, as the platform makes one of what a job is given. */
export function copyValue(runtime: ApexRuntime, value: ApexValue): ApexValue {
  return decodeValue(runtime, encodeValue(runtime, value));
}

/** Variables of an object that outlive the transaction, inherited ones included. */
function keptVariables(type: ClassApexType): VariableSymbol[] {
  const kept: VariableSymbol[] = [];
  for (let at: ClassApexType | null = type; at?.symbol.origin === 'user'; at = at.symbol.superclass) {
    kept.push(...at.symbol.variables.filter(({ isStatic, isTransient }) => !isStatic && !isTransient));
  }
  return kept;
}

type Slots = Record<string, ApexValue>;

class Encoder {
  readonly nodes: Node[] = [];
  private readonly places = new Map<ApexObject, number>();

  constructor(private readonly runtime: ApexRuntime) {}

  encode(value: ApexValue): Encoded {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return value;
    if (typeof value === 'bigint') return { t: 'long', v: String(value) };
    const known = this.places.get(value);
    return known === undefined ? (this.scalar(value) ?? this.node(value)) : { t: 'ref', v: known };
  }

  private scalar(value: ApexObject): Encoded | null {
    if (value instanceof ApexDecimal) return { t: 'decimal', v: value.toString() };
    if (value instanceof ApexDouble) return { t: 'double', v: String(value.value) };
    if (value instanceof ApexDate) return { t: 'date', v: value.toFieldValue() };
    if (value instanceof ApexDatetime) return { t: 'datetime', v: String(value.ms) };
    if (value instanceof ApexTime) return { t: 'time', v: value.toFieldValue() };
    if (value instanceof ApexBlob) return { t: 'blob', v: value.toBase64() };
    if (value instanceof ApexEnumValue) {
      return { t: 'enum', type: value.symbol.qualifiedName, v: value.name };
    }
    if (value instanceof ApexObjectToken) return { t: 'object', v: value.objectName };
    if (value instanceof ApexFieldToken) return { t: 'field', object: value.objectName, v: value.fieldName };
    return null;
  }

  private node(value: ApexObject): Encoded {
    const place = this.nodes.length;
    this.places.set(value, place);
    const type = this.runtime.typeOf(value).name;
    if (value instanceof ApexList || value instanceof ApexSet) {
      const node = {
        t: value instanceof ApexList ? ('list' as const) : ('set' as const),
        type,
        v: [] as Encoded[],
      };
      this.nodes.push(node as Node);
      const items = value instanceof ApexList ? value.items : value.values();
      for (const item of items) node.v.push(this.encode(item));
    } else if (value instanceof ApexMap) {
      const node: Node = { t: 'map', type, v: [] };
      this.nodes.push(node);
      for (const key of value.keys()) {
        node.v.push([this.encode(key), this.encode(value.get(this.runtime, key))]);
      }
    } else if (value instanceof ApexSObject) {
      const node: Node = { t: 'record', type, queried: value.queried, v: [], parents: [], children: [] };
      this.nodes.push(node);
      for (const [name, field] of value.entries()) node.v.push([name, this.encode(field)]);
      for (const [name, parent] of value.parentEntries()) node.parents.push([name, this.encode(parent)]);
      for (const [name, list] of value.childEntries()) node.children.push([name, this.encode(list)]);
    } else if (value instanceof ApexInstance) {
      const node: Node = { t: 'instance', type, v: [] };
      this.nodes.push(node);
      const slots = value as unknown as Slots;
      for (const { slot } of keptVariables(this.runtime.typeOf(value) as ClassApexType)) {
        node.v.push([slot, this.encode(slots[slot] ?? null)]);
      }
    } else throw new UnsupportedFeatureError(`Apex: keeping a ${type} in an asynchronous job`);
    return { t: 'ref', v: place };
  }
}

class Decoder {
  private readonly made = new Map<number, ApexValue>();

  constructor(
    private readonly runtime: ApexRuntime,
    private readonly nodes: readonly Node[],
  ) {}

  decode(encoded: Encoded): ApexValue {
    if (encoded === null || typeof encoded !== 'object') return encoded;
    switch (encoded.t) {
      case 'ref':
        return this.made.get(encoded.v) ?? this.make(encoded.v);
      case 'long':
        return BigInt(encoded.v);
      case 'decimal':
        return ApexDecimal.parse(encoded.v) ?? decimalOf(0, 0);
      case 'double':
        return new ApexDouble(Number(encoded.v));
      case 'date':
        return ApexDate.fromText(this.runtime, encoded.v);
      case 'datetime':
        return new ApexDatetime(Number(encoded.v));
      case 'time':
        return ApexTime.fromText(this.runtime, encoded.v);
      case 'blob':
        return ApexBlob.fromBase64(this.runtime, encoded.v);
      case 'enum':
        return this.runtime.enumValue(encoded.type, encoded.v);
      case 'object':
        return new ApexObjectToken(encoded.v);
      case 'field':
        return new ApexFieldToken(encoded.object, encoded.v);
    }
  }

  private make(place: number): ApexValue {
    const node = this.nodes[place];
    if (!node) throw new Error(`A job refers to value ${place}, which it does not hold`);
    const { runtime } = this;
    if (node.t === 'record') return this.record(place, node);
    const type = runtime.types.find(node.type);
    if (type?.kind !== 'class') {
      return runtime.throwNew('System.TypeException', `Type cannot be deserialized: ${node.type}`);
    }
    if (node.t === 'list') {
      const list = this.keep(place, new ApexList(type));
      for (const item of node.v) list.items.push(this.decode(item));
      return list;
    }
    if (node.t === 'set') {
      const set = this.keep(place, new ApexSet(type));
      for (const item of node.v) set.add(runtime, this.decode(item));
      return set;
    }
    if (node.t === 'map') {
      const map = this.keep(place, new ApexMap(type));
      for (const [key, value] of node.v) map.put(runtime, this.decode(key), this.decode(value));
      return map;
    }
    const instance = this.keep(place, runtime.instantiate(type));
    const slots = instance as unknown as Slots;
    for (const [slot, value] of node.v) if (slot in slots) slots[slot] = this.decode(value);
    return instance;
  }

  private record(place: number, node: Extract<Node, { t: 'record' }>): ApexSObject {
    const record = this.keep(place, ApexSObject.create(this.runtime, node.type));
    for (const [name, value] of node.v) record.load(name, this.decode(value));
    for (const [name, parent] of node.parents)
      record.loadParent(name, this.decode(parent) as ApexSObject | null);
    for (const [name, list] of node.children) record.loadChildren(name, this.decode(list) as ApexList);
    record.queried = node.queried;
    return record;
  }

  private keep<T extends ApexValue>(place: number, value: T): T {
    this.made.set(place, value);
    return value;
  }
}
