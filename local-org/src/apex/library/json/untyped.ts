import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexList } from '../../runtime/values/apex-list';
import { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { JsonNode } from './json-node';

const MAX_INTEGER = 2_147_483_647;

/**
 * A value as `JSON.deserializeUntyped` gives it: objects are `Map<String, Object>`, arrays `List<Object>`, whole numbers
 * Integer or Long, other numbers Decimal.
 */
export function untyped(runtime: ApexRuntime, node: JsonNode): ApexValue {
  const { types } = runtime;
  const object = types.platform('Object');
  const mapType = types.map(types.platform('String'), object);
  const listType = types.list(object);
  const read = (each: JsonNode): ApexValue => {
    if (each.kind === 'value') return untypedValue(each);
    if (each.kind === 'array') return new ApexList(listType, each.elements.map(read));
    const map = new ApexMap(mapType);
    for (const [name, value] of each.members) map.put(runtime, name, read(value));
    return map;
  };
  return read(node);
}

function untypedValue({ token, text }: Extract<JsonNode, { kind: 'value' }>): ApexValue {
  switch (token) {
    case 'VALUE_NULL':
      return null;
    case 'VALUE_TRUE':
    case 'VALUE_FALSE':
      return token === 'VALUE_TRUE';
    case 'VALUE_STRING':
      return text;
    case 'VALUE_NUMBER_INT':
      return wholeNumber(text);
    default:
      return ApexDecimal.parse(text);
  }
}

/** UNVERIFIED: whole numbers beyond 64 bits are Decimals in untyped JSON. */
function wholeNumber(text: string): ApexValue {
  const value = Number(text) + 0;
  if (Math.abs(value) <= MAX_INTEGER) return value;
  const long = BigInt(text);
  return BigInt.asIntN(64, long) === long ? long : ApexDecimal.fromLong(long);
}
