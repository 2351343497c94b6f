import { JsonOutput, quoted } from '../library/json/json-output';
import { platformText } from '../library/json/serialize';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { ApexException } from '../runtime/values/apex-exception';
import { ApexInstance, instanceVariables } from '../runtime/values/apex-instance';
import { ApexList } from '../runtime/values/apex-list';
import { ApexMap } from '../runtime/values/apex-map';
import { ApexSet } from '../runtime/values/apex-set';
import { ApexSObject } from '../runtime/values/apex-sobject';
import type { ApexValue } from '../runtime/values/apex-value';
import { hasAnnotation } from '../semantics/visibility';

/** How deep values may be within each other, before they count as endless. */
const MAX_DEPTH = 500;

/**
 * Writes what a method returns as pages get it, which is not what `JSON.serialize` writes: of an object only the members
 * with `@AuraEnabled`; of a record its fields without `attributes`, and child records as an array. What has no value is
 * left out.
 * @throws JSONException for values that pages cannot get
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex-result-caching.html
 */
export function auraResult(runtime: ApexRuntime, value: ApexValue): string {
  const output = new JsonOutput(false);
  new AuraWriter(runtime, output).write(value);
  return output.toString();
}

class AuraWriter {
  constructor(
    private readonly runtime: ApexRuntime,
    private readonly output: JsonOutput,
  ) {}

  write(value: ApexValue): void {
    this.runtime.work(1);
    if (this.output.depth > MAX_DEPTH) return this.refuse('Object contains a circular reference');
    if (value === null || typeof value !== 'object')
      this.output.value(typeof value === 'string' ? quoted(value) : String(value));
    else if (value instanceof ApexList) this.writeArray(value.items);
    else if (value instanceof ApexSet) this.writeArray(value.values());
    else if (value instanceof ApexMap)
      this.writeObject([...value.pairs()].map(([key, part]) => [this.runtime.toText(key), part]));
    else if (value instanceof ApexSObject) this.writeObject(recordMembers(value));
    else if (value instanceof ApexInstance && !(value instanceof ApexException))
      this.writeObject(enabledMembers(value));
    else
      this.output.value(
        platformText(value) ?? this.refuse(`Apex Type unsupported in JSON: ${this.nameOf(value)}`),
      );
  }

  private writeArray(elements: Iterable<ApexValue>): void {
    this.output.start('array');
    for (const element of elements) this.write(element);
    this.output.end();
  }

  private writeObject(members: readonly Member[]): void {
    this.output.start('object');
    for (const [name, value] of members) {
      this.output.name(name);
      this.write(value);
    }
    this.output.end();
  }

  private nameOf(value: Exclude<ApexValue, null>): string {
    return this.runtime.typeOf(value).name;
  }

  private refuse(message: string): never {
    return this.runtime.throwNew('System.JSONException', message);
  }
}

type Member = readonly [string, ApexValue];

const hasValue = ([, value]: Member): boolean => value !== null;

function recordMembers(record: ApexSObject): Member[] {
  const children = [...record.childEntries()].filter(([, { items }]) => items.length > 0);
  return [...record.entries(), ...record.parentEntries(), ...children].filter(hasValue);
}

/** Properties are read through their getter. */
function enabledMembers(instance: ApexInstance): Member[] {
  const values = instance as unknown as Readonly<Record<string, ApexValue | undefined>>;
  return instanceVariables(instance.type)
    .filter((variable) => hasAnnotation(variable, 'AuraEnabled'))
    .map(({ name, slot }): Member => [name, values[slot] ?? null])
    .filter(hasValue);
}
