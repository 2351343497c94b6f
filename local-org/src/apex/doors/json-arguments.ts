import { readNode, type JsonNode } from '../library/json/json-node';
import { JsonTokenizer } from '../library/json/json-tokenizer';
import { TypedReader } from '../library/json/typed';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { asApexException } from '../runtime/exceptions';
import type { ApexValue } from '../runtime/values/apex-value';
import type { ApexType } from '../types/apex-type';
import type { MethodSymbol } from '../types/symbols';

/** A value of a JSON object. */
interface Member {
  readonly node: JsonNode;
  /** ` at [line:1, column:14]`: behind the first token of the value. */
  readonly place: string;
}

/**
 * What a method is called with, from a JSON object with its parameters by name; those that are missing are null.
 * @throws JSONException for a value that does not fit, or (`strict`) a name that is no parameter; then its text ends with
 *   the place
 */
export function jsonArguments(
  runtime: ApexRuntime,
  method: MethodSymbol,
  text: string,
  strict: boolean,
): ApexValue[] {
  const { parameters } = method;
  const members = text.trim() === '' ? new Map<string, Member>() : jsonMembers(runtime, text);
  if (strict) refuseUnexpected(runtime, parameters, members);
  return parameters.map(({ name, type }) => {
    const member = members.get(name);
    if (!member) return null;
    return strict
      ? readAtPlace(runtime, member, type)
      : new TypedReader(runtime, false).read(member.node, type);
  });
}

function jsonMembers(runtime: ApexRuntime, text: string): ReadonlyMap<string, Member> {
  const tokenizer = new JsonTokenizer(runtime, text);
  if (tokenizer.next()?.kind !== 'START_OBJECT')
    runtime.throwNew('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
  const members = new Map<string, Member>();
  for (let name = tokenizer.next(); name && name.kind !== 'END_OBJECT'; name = tokenizer.next()) {
    const first = tokenizer.next();
    const place = placeOf(text.slice(0, tokenizer.offset));
    if (first) members.set(name.text, { node: readNode(runtime, tokenizer, first), place });
  }
  return members;
}

function placeOf(before: string): string {
  const line = before.split('\n').length;
  return ` at [line:${line}, column:${before.length - before.lastIndexOf('\n')}]`;
}

function refuseUnexpected(
  runtime: ApexRuntime,
  parameters: MethodSymbol['parameters'],
  members: ReadonlyMap<string, Member>,
): void {
  const names = new Set(parameters.map(({ name }) => name));
  for (const [name, { place }] of members) {
    if (names.has(name)) continue;
    runtime.throwNew(
      'System.JSONException',
      `Unexpected parameter encountered during deserialization: ${name}${place}`,
    );
  }
}

/**
 * Reads the value of a parameter.
 *
 * UNVERIFIED: the place for a value inside of the parameter's value, which is that of the latter here; and that primitives
 * are refused in the words of `JSON.deserialize`.
 * @throws JSONException
 */
function readAtPlace(runtime: ApexRuntime, { node, place }: Member, type: ApexType): ApexValue {
  try {
    if (node.kind === 'value' && node.token !== 'VALUE_NULL' && /^(?:List|Set)</.test(type.name)) {
      const found = node.token === 'VALUE_STRING' ? `"${node.text}"` : node.text;
      return runtime.throwNew('System.JSONException', `Expected ${type.name} but found ${found}`);
    }
    return new TypedReader(runtime, false).read(node, type);
  } catch (error) {
    const exception = asApexException(runtime, error);
    if (exception) exception.message = exception.ownMessage + place;
    throw exception ?? error;
  }
}
