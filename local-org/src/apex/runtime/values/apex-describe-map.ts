import type { ApexRuntime } from '../apex-runtime';
import { ApexMap } from './apex-map';
import type { ApexValue } from './apex-value';

/**
 * A map of a describe: its keys are in lower case, and are found in any case. A copy of it is an ordinary map.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_schema.htm
 */
export class ApexDescribeMap extends ApexMap {
  /** A map of names to what they name. */
  static of(
    runtime: ApexRuntime,
    valueType: string,
    entries: Iterable<readonly [name: string, value: ApexValue]>,
  ): ApexDescribeMap {
    const { types } = runtime;
    const map = new ApexDescribeMap(types.map(types.platform('String'), types.platform(valueType)));
    for (const [name, value] of entries) map.put(runtime, name.toLowerCase(), value);
    return map;
  }

  override has(runtime: ApexRuntime, key: ApexValue): boolean {
    return super.has(runtime, inLowerCase(key));
  }

  override get(runtime: ApexRuntime, key: ApexValue): ApexValue {
    return super.get(runtime, inLowerCase(key));
  }
}

function inLowerCase(key: ApexValue): ApexValue {
  return typeof key === 'string' ? key.toLowerCase() : key;
}
