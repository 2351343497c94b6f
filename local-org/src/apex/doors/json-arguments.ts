import { readNode, type JsonNode } from '../library/json/json-node';
import { JsonTokenizer } from '../library/json/json-tokenizer';
import { TypedReader } from '../library/json/typed';
import type { ApexRuntime } from '../runtime/apex-runtime';
import type { ApexValue } from '../runtime/values/apex-value';
import type { MethodSymbol } from '../types/symbols';

/** Parts of a JSON object by name. @throws JSONException when the text is no object */
export function jsonMembers(runtime: ApexRuntime, text: string): ReadonlyMap<string, JsonNode> {
  const tokenizer = new JsonTokenizer(runtime, text);
  const first = tokenizer.next();
  const node = first && readNode(runtime, tokenizer, first);
  if (node?.kind === 'object') return new Map(node.members);
  return runtime.throwNew('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
}

/**
 * What a method is called with, from a JSON object with its parameters by name; those that are missing are null.
 * @throws JSONException for a value that does not fit, or (`strict`) a name that is no parameter
 */
export function jsonArguments(
  runtime: ApexRuntime,
  method: MethodSymbol,
  text: string,
  strict: boolean,
): ApexValue[] {
  const { parameters } = method;
  const members = text.trim() === '' ? new Map<string, JsonNode>() : jsonMembers(runtime, text);
  const names = new Set(parameters.map(({ name }) => name));
  const unexpected = strict ? [...members.keys()].find((name) => !names.has(name)) : undefined;
  if (unexpected !== undefined) {
    // UNVERIFIED: the place that the platform adds to this message; here it is always the start of the text.
    runtime.throwNew(
      'System.JSONException',
      `Unexpected parameter encountered during deserialization: ${unexpected} at [line:1, column:1]`,
    );
  }
  const reader = new TypedReader(runtime, false);
  return parameters.map(({ name, type }) => {
    const node = members.get(name);
    return node ? reader.read(node, type) : null;
  });
}
