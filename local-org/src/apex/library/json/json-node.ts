import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { JsonTokenKind, JsonTokenRead } from './json-tokenizer';

/** A value of JSON as it stands in the text: numbers keep their digits. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonNode])[] }
  | { readonly kind: 'array'; readonly elements: readonly JsonNode[] }
  | {
      readonly kind: 'value';
      readonly token: Exclude<
        JsonTokenKind,
        'START_OBJECT' | 'END_OBJECT' | 'START_ARRAY' | 'END_ARRAY' | 'FIELD_NAME'
      >;
      readonly text: string;
    };

/** Where tokens come from: a text, or a parser that stands in the middle of one. */
export interface TokenSource {
  next(): JsonTokenRead | null;
}

/** Objects and arrays within each other that are read, so that no text exhausts the stack. */
const MAX_DEPTH = 1000;

/** Reads the value that begins with a token. @throws JSONException */
export function readNode(
  runtime: ApexRuntime,
  source: TokenSource,
  first: JsonTokenRead,
  depth = 0,
): JsonNode {
  if (depth > MAX_DEPTH) return runtime.throwNew('System.JSONException', 'JSON is nested too deeply');
  switch (first.kind) {
    case 'START_OBJECT':
      return { kind: 'object', members: readMembers(runtime, source, depth) };
    case 'START_ARRAY':
      return { kind: 'array', elements: readElements(runtime, source, depth) };
    case 'END_OBJECT':
    case 'END_ARRAY':
    case 'FIELD_NAME':
      return runtime.throwNew('System.JSONException', `Unexpected token: ${first.text}`);
    default:
      return { kind: 'value', token: first.kind, text: first.text };
  }
}

function readMembers(runtime: ApexRuntime, source: TokenSource, depth: number): [string, JsonNode][] {
  const members: [string, JsonNode][] = [];
  for (let name = source.next(); name && name.kind !== 'END_OBJECT'; name = source.next()) {
    const value = source.next();
    if (value) members.push([name.text, readNode(runtime, source, value, depth + 1)]);
  }
  return members;
}

function readElements(runtime: ApexRuntime, source: TokenSource, depth: number): JsonNode[] {
  const elements: JsonNode[] = [];
  for (let token = source.next(); token && token.kind !== 'END_ARRAY'; token = source.next()) {
    elements.push(readNode(runtime, source, token, depth + 1));
  }
  return elements;
}
