import { callerOf, valueRuntime } from '../../testing-support/value-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import { ApexDate } from '../../runtime/values/apex-date';
import { ApexDatetime } from '../../runtime/values/apex-datetime';
import { ApexDecimal } from '../../runtime/values/apex-decimal';
import { ApexTypeValue } from '../../runtime/values/apex-type-value';
import { ApexSObject } from '../../runtime/values/apex-sobject';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf, mapOf } from '../../runtime/values/make-collections';
import { jsonClass } from './json';
import { jsonGeneratorClass } from './json-generator';
import { jsonParserClass } from './json-parser';

const runtime = valueRuntime();
const call = callerOf(runtime, jsonClass);
const serialize = (value: ApexValue): ApexValue => call('String serialize(Object value)', value);
const pretty = (value: ApexValue): ApexValue => call('String serializePretty(Object value)', value);
const typed = (text: string, type: string): ApexValue =>
  call('Object deserialize(', text, new ApexTypeValue(runtime.types.find(type) ?? runtime.types.null));
const untyped = (text: string | null): ApexValue => call('Object deserializeUntyped', text);

describe('System.JSON', () => {
  it.each<[ApexValue, string]>([
    ['a"\\\n\u0001é/', '"a\\"\\\\\\n\\u0001é/"'],
    [ApexDecimal.parse('1.50'), '1.50'],
    [ApexDecimal.parse('1e3'), '1000'],
    [12345678901n, '12345678901'],
    [null, 'null'],
    [ApexDate.of(2024, 1, 31), '"2024-01-31"'],
    [new ApexDatetime(Date.UTC(2024, 0, 31)), '"2024-01-31T00:00:00.000Z"'],
    [ApexBlob.fromString('abc'), '"YWJj"'],
    [listOf(runtime, 'Object', [1, 'a', null, true]), '[1,"a",null,true]'],
    [mapOf(runtime, 'Integer', 'Object', [[1, listOf(runtime, 'Object', [])]]), '{"1":[]}'],
  ])('serialize: %#', (value, expected) => {
    expect(serialize(value)).toBe(expected);
  });

  it('serializePretty: objects over several lines, arrays in one', () => {
    const inner = mapOf(runtime, 'String', 'Object', [['b', listOf(runtime, 'Object', [1, 2])]]);
    const value = mapOf(runtime, 'String', 'Object', [
      ['a', inner],
      ['c', listOf(runtime, 'Object', [])],
    ]);
    expect(pretty(value)).toBe('{\n  "a" : {\n    "b" : [ 1, 2 ]\n  },\n  "c" : [ ]\n}');
    expect(pretty(listOf(runtime, 'Object', [inner]))).toBe('[ {\n  "b" : [ 1, 2 ]\n} ]');
    expect(pretty(mapOf(runtime, 'String', 'Object', []))).toBe('{ }');
  });

  it('serialize: a collection within itself is an error', () => {
    const endless = listOf(runtime, 'Object', []);
    endless.items.push(endless);
    expect(() => serialize(endless)).toThrow('System.JSONException');
  });

  it('serialize: types without a form are refused by name', () => {
    expect(() => serialize(new ApexTypeValue(runtime.types.sobject))).toThrow(
      'System.JSONException: Apex Type unsupported in JSON: Type',
    );
  });

  it('deserializeUntyped: numbers are Integer, Long or Decimal; later text is not looked at', () => {
    expect(runtime.toText(untyped(' {"a": [1, 2.50, "x\\u0041"], "b": 12345678901, "c": null} rest'))).toBe(
      '{a=(1, 2.50, xA), b=12345678901, c=null}',
    );
  });

  it.each([
    ['<a>', "Unexpected character ('<' (code 60)): expected a valid value"],
    ['{"a" 1}', 'was expecting a colon'],
    ['{"a": 1 "b": 2}', 'was expecting comma to separate OBJECT entries at [line:1, column:10]'],
    ['[1, 2', 'Unexpected end-of-input: expected close marker for ARRAY (from [line:1, column:1])'],
    ['{a: 1}', 'was expecting double-quote to start field name'],
    ['"abc', 'Unexpected end-of-input in VALUE_STRING'],
    ['tru', 'expected a valid value'],
    ['  ', 'No content to map to Object due to end of input'],
    ['['.repeat(2000), 'JSON is nested too deeply'],
  ])('deserializeUntyped: %j is refused', (text, message) => {
    expect(() => untyped(text)).toThrow('System.JSONException');
    expect(() => untyped(text)).toThrow(message);
  });

  it('deserializeUntyped: null is a NullPointerException', () => {
    expect(() => untyped(null)).toThrow('System.NullPointerException: null input to JSON parser');
  });

  it.each([
    ['[1, null]', 'List<Integer>', '(1, null)'],
    ['["a", "a"]', 'Set<String>', '{a}'],
    ['{"a": 5.0}', 'Map<String, Decimal>', '{a=5.0}'],
    ['{"1": "x"}', 'Map<Integer, String>', '{1=x}'],
    ['"2024-01-31"', 'Date', '2024-01-31 00:00:00'],
    ['2024', 'Date', '2024-01-01 00:00:00'],
    ['"2024-01-31T10:30:00+02:00"', 'Datetime', '2024-01-31 08:30:00'],
    ['"10:30:00.000Z"', 'Time', '10:30:00.000Z'],
    ['"001000000000001"', 'Id', '001000000000001AAA'],
    ['1', 'Double', '1.0'],
    ['5', 'String', '5'],
    ['"CEILING"', 'RoundingMode', 'CEILING'],
    ['null', 'Object', 'null'],
  ])('deserialize: %s as %s', (text, type, expected) => {
    expect(runtime.toText(typed(text, type))).toBe(expected);
  });

  it.each([
    ['1.5', 'Integer', 'For input string: "1.5"'],
    ['"x"', 'Decimal', 'For input string: "x"'],
    ['{}', 'List<String>', "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ['[]', 'Map<String, String>', "Malformed JSON: Expected '{' at the beginning of object"],
    ['1', 'Object', 'Apex Type unsupported in JSON: Object'],
    ['{}', 'String', 'Illegal value for primitive'],
    ['"2026-04-01 00:00:00"', 'Datetime', 'Invalid format'],
    ['1', 'Pattern', 'Apex Type unsupported in JSON: Pattern'],
  ])('deserialize: %s as %s is refused', (text, type, message) => {
    expect(() => typed(text, type)).toThrow(`System.JSONException: ${message}`);
  });
});

describe('records in JSON', () => {
  it('read: fields, parents and children by the types of the schema', () => {
    const text =
      '{"attributes": {"type": "Contact"}, "lastname": "Smith", "Birthdate": "2000-01-31", "Nope__c": 1, ' +
      '"Account": {"Name": "Acme", "NumberOfEmployees": 5}, "Cases": {"totalSize": 1, "done": true, "records": [{"Subject": "x"}]}}';
    const contact = typed(text, 'SObject') as ApexSObject;
    expect(contact.objectName).toBe('Contact');
    expect(contact.get('LastName')).toBe('Smith');
    expect(runtime.toText(contact.get('Birthdate'))).toBe('2000-01-31 00:00:00');
    expect(contact.getParent('Account')?.get('NumberOfEmployees')).toBe(5);
    expect(contact.getChildren('Cases').items.map((each) => (each as ApexSObject).get('Subject'))).toEqual([
      'x',
    ]);
  });

  it('read: an unknown column of a child record is an error', () => {
    const text = '{"Cases": {"records": [{"Nope__c": "x"}]}}';
    expect(() => typed(text, 'Contact')).toThrow(
      "System.JSONException: No such column 'Nope__c' on sobject of type Case",
    );
  });

  it('read: needs the type for SObject', () => {
    expect(() => typed('{"Name": "x"}', 'SObject')).toThrow('System.JSONException');
  });

  it('write: attributes first, datetimes with their offset', () => {
    const type = runtime.types.sobjectType('Account');
    if (!type) throw new Error('Account');
    const record = new ApexSObject(runtime, type, undefined);
    record.load('Id', '001000000000001AAA');
    record.load('CreatedDate', new ApexDatetime(0));
    expect(serialize(record)).toBe(
      '{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001000000000001AAA"},' +
        '"Id":"001000000000001AAA","CreatedDate":"1970-01-01T00:00:00.000+0000"}',
    );
  });
});

describe('System.JSONGenerator', () => {
  const generator = callerOf(runtime, jsonGeneratorClass);

  it('writes piece by piece', () => {
    const self = call('JSONGenerator createGenerator', true);
    generator('void writeStartObject', self);
    generator('void writeStringField', self, 'a', 'x');
    generator('void writeFieldName', self, 'b');
    generator('void writeStartArray', self);
    generator('void writeNumber(Integer', self, 1);
    generator('void writeObject(', self, mapOf(runtime, 'String', 'Object', [['c', null]]));
    generator('void writeEndArray', self);
    generator('void writeNullField', self, 'd');
    generator('void writeEndObject', self);
    expect(generator('String getAsString', self)).toBe(
      '{\n  "a" : "x",\n  "b" : [ 1, {\n    "c" : null\n  } ],\n  "d" : null\n}',
    );
    expect(() => generator('void writeNull()', self)).toThrow(
      'System.JSONException: JSONGenerator is closed',
    );
  });

  it('refuses pieces that do not belong where they are', () => {
    const self = call('JSONGenerator createGenerator', false);
    expect(() => generator('void writeFieldName', self, 'a')).toThrow('System.JSONException');
    generator('void writeStartObject', self);
    expect(() => generator('void writeNull()', self)).toThrow('System.JSONException');
    expect(() => generator('void writeEndArray', self)).toThrow('System.JSONException');
  });
});

describe('System.JSONParser', () => {
  const parser = callerOf(runtime, jsonParserClass);

  it('walks through tokens with the name of their member', () => {
    const self = call('JSONParser createParser', '{"a": 1, "b": {"c": [true]}, "d": 2.5}');
    const seen: string[] = [];
    for (;;) {
      const token = parser('JSONToken nextToken', self);
      if (token === null) break;
      seen.push(`${runtime.toText(token)} ${runtime.toText(parser('String getCurrentName', self))}`);
    }
    expect(seen).toEqual([
      'START_OBJECT null',
      'FIELD_NAME a',
      'VALUE_NUMBER_INT a',
      'FIELD_NAME b',
      'START_OBJECT b',
      'FIELD_NAME c',
      'START_ARRAY c',
      'VALUE_TRUE null',
      'END_ARRAY c',
      'END_OBJECT b',
      'FIELD_NAME d',
      'VALUE_NUMBER_FLOAT d',
      'END_OBJECT null',
    ]);
  });

  it('skipChildren: goes to the end of the object', () => {
    const self = call('JSONParser createParser', '[{"a": [1, {"b": 2}]}, 3]');
    parser('JSONToken nextToken', self);
    parser('JSONToken nextToken', self);
    parser('void skipChildren', self);
    expect(runtime.toText(parser('JSONToken getCurrentToken', self))).toBe('END_OBJECT');
    parser('JSONToken nextToken', self);
    expect(parser('Integer getIntegerValue', self)).toBe(3);
  });

  it('readValueAs: reads the value at the place', () => {
    const self = call('JSONParser createParser', '{"a": [1, 2], "b": 3}');
    parser('JSONToken nextToken', self);
    parser('JSONToken nextToken', self);
    const type = new ApexTypeValue(runtime.types.list(runtime.types.platform('Integer')));
    expect(runtime.toText(parser('Object readValueAs(', self, type))).toBe('(1, 2)');
    parser('JSONToken nextToken', self);
    expect(parser('String getText', self)).toBe('b');
  });
});
