import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexJsonGenerator } from '../json/apex-json-generator';
import { ApexJsonParser } from '../json/apex-json-parser';
import type { ApexType } from '../../types/apex-type';
import type { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { readNode, type JsonNode } from '../json/json-node';
import { JsonTokenizer } from '../json/json-tokenizer';
import { serialize } from '../json/serialize';
import { TypedReader } from '../json/typed';
import { untyped } from '../json/untyped';
import { method, type PlatformClass } from '../platform-class';

/** The text that a parser is given. @throws NullPointerException `null input to JSON parser` */
function given(runtime: ApexRuntime, text: Maybe<string>): string {
  return text ?? runtime.throwNew('System.NullPointerException', 'null input to JSON parser');
}

/** The first value of a text; what follows is not looked at. @throws JSONException */
function parse(runtime: ApexRuntime, text: Maybe<string>): JsonNode {
  const tokenizer = new JsonTokenizer(runtime, given(runtime, text));
  const first = tokenizer.next();
  if (first) return readNode(runtime, tokenizer, first);
  return runtime.throwNew('System.JSONException', 'No content to map to Object due to end of input');
}

/** What a text has to begin with, by the type that is read from it, and how the exception calls that. */
const BEGINNINGS: Readonly<Record<string, readonly [opening: string, what: string]>> = {
  'System.List': ['[', 'List/Set'],
  'System.Set': ['[', 'List/Set'],
};

/** The beginning is looked at before the rest. @throws JSONException `Malformed JSON: Expected '[' at the beginning of List/Set` */
function checkBeginning(runtime: ApexRuntime, text: string, type: ApexType): void {
  const [opening, what] = (type.kind === 'class' && BEGINNINGS[type.symbol.qualifiedName]) || [];
  const begin = text.trimStart();
  if (opening === undefined || begin === '' || begin.startsWith(opening) || begin.startsWith('null')) return;
  runtime.throwNew(
    'System.JSONException',
    `Malformed JSON: Expected '${opening}' at the beginning of ${what}`,
  );
}

const deserializing =
  (strict: boolean) =>
  (runtime: ApexRuntime, text: Maybe<string>, type: Maybe<ApexTypeValue>): ApexValue => {
    const { denoted } = required(runtime, type, 2);
    checkBeginning(runtime, given(runtime, text), denoted);
    return new TypedReader(runtime, strict).read(parse(runtime, text), denoted);
  };

const serializing =
  (pretty: boolean) =>
  (runtime: ApexRuntime, value: ApexValue, suppressNulls: Maybe<boolean> = false): string =>
    serialize(runtime, value, { pretty, suppressNulls: suppressNulls === true });

/** System.JSON. */
export const jsonClass: PlatformClass = {
  name: 'System.JSON',
  kind: 'class',
  documentation: referencePage('apex_class_System_Json'),
  members: [
    method(
      'static JSONGenerator createGenerator(Boolean pretty)',
      (_runtime: ApexRuntime, pretty: Maybe<boolean>) => new ApexJsonGenerator(pretty === true),
    ),
    method(
      'static JSONParser createParser(String text)',
      (runtime: ApexRuntime, text: Maybe<string>) => new ApexJsonParser(runtime, given(runtime, text)),
    ),
    method('static Object deserialize(String text, Type type)', deserializing(false)),
    method('static Object deserializeStrict(String text, Type type)', deserializing(true)),
    method('static Object deserializeUntyped(String text)', (runtime: ApexRuntime, text: Maybe<string>) =>
      untyped(runtime, parse(runtime, text)),
    ),
    method('static String serialize(Object value)', serializing(false)),
    method('static String serialize(Object value, Boolean suppressNulls)', serializing(false)),
    method('static String serializePretty(Object value)', serializing(true)),
    method('static String serializePretty(Object value, Boolean suppressNulls)', serializing(true)),
  ],
};

/** System.JSONToken. */
export const jsonTokenEnum: PlatformClass = {
  name: 'System.JSONToken',
  kind: 'enum',
  documentation: referencePage('apex_enum_System_JsonToken'),
  members: [],
  constants: [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE',
  ],
};
