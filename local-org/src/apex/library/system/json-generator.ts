import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexJsonGenerator } from '../json/apex-json-generator';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { JsonSerializer } from '../json/serialize';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

/**
 * UNVERIFIED: the texts of the exceptions for pieces that are written out of place.
 * @throws JSONException when the generator is closed, or a value may not stand here
 */
function checkOpen(runtime: ApexRuntime, { closed }: ApexJsonGenerator): void {
  if (closed) runtime.throwNew('System.JSONException', 'JSONGenerator is closed');
}

function checkValue(runtime: ApexRuntime, self: ApexJsonGenerator): void {
  checkOpen(runtime, self);
  if (self.output.place === 'object') {
    runtime.throwNew('System.JSONException', 'Can not write a value, expecting field name');
  }
}

function writeValue(runtime: ApexRuntime, self: ApexJsonGenerator, value: ApexValue): void {
  checkValue(runtime, self);
  new JsonSerializer(runtime, self.output, false).write(value);
}

function writeName(runtime: ApexRuntime, self: ApexJsonGenerator, name: Maybe<string>): void {
  checkOpen(runtime, self);
  if (self.output.place !== 'object') {
    runtime.throwNew('System.JSONException', 'Can not write a field name, expecting a value');
  }
  self.output.name(required(runtime, name));
}

/** `writeX(value)` and `writeXField(name, value)` for the types whose values it takes. */
function writer(name: string, ...types: readonly string[]): PlatformMember[] {
  const present = (runtime: ApexRuntime, self: ApexJsonGenerator, value: ApexValue): void => {
    writeValue(runtime, self, name === 'Object' ? value : required(runtime, value));
  };
  const presentField = (
    runtime: ApexRuntime,
    self: ApexJsonGenerator,
    field: Maybe<string>,
    value: ApexValue,
  ): void => {
    const checked = name === 'Object' ? value : required(runtime, value, 2);
    writeName(runtime, self, field);
    writeValue(runtime, self, checked);
  };
  return types.flatMap((type) => [
    method(`void write${name}(${type} value)`, present),
    method(`void write${name}Field(String fieldName, ${type} value)`, presentField),
  ]);
}

const starting =
  (kind: 'object' | 'array') =>
  (runtime: ApexRuntime, self: ApexJsonGenerator): void => {
    checkValue(runtime, self);
    self.output.start(kind);
  };

const ending =
  (kind: 'object' | 'array') =>
  (runtime: ApexRuntime, self: ApexJsonGenerator): void => {
    checkOpen(runtime, self);
    if (self.output.place !== kind) {
      runtime.throwNew(
        'System.JSONException',
        `Current context not an ${kind === 'object' ? 'object' : 'ARRAY'}`,
      );
    }
    self.output.end();
  };

/** The text so far; open objects and arrays are closed, and nothing more can be written. */
function close(self: ApexJsonGenerator): void {
  while (self.output.depth > 0) self.output.end();
  self.closed = true;
}

/** System.JSONGenerator. */
export const jsonGeneratorClass: PlatformClass = {
  name: 'System.JSONGenerator',
  kind: 'class',
  documentation: referencePage('apex_class_System_JsonGenerator'),
  members: [
    method('void close()', (_runtime: ApexRuntime, self: ApexJsonGenerator) => {
      close(self);
    }),
    method('String getAsString()', (_runtime: ApexRuntime, self: ApexJsonGenerator) => {
      close(self);
      return self.output.toString();
    }),
    method('Boolean isClosed()', (_runtime: ApexRuntime, self: ApexJsonGenerator) => self.closed),
    ...writer('Blob', 'Blob'),
    ...writer('Boolean', 'Boolean'),
    ...writer('Date', 'Date'),
    ...writer('DateTime', 'Datetime'),
    ...writer('Id', 'Id'),
    ...writer('Number', 'Decimal', 'Double', 'Integer', 'Long'),
    ...writer('Object', 'Object'),
    ...writer('String', 'String'),
    ...writer('Time', 'Time'),
    method('void writeEndArray()', ending('array')),
    method('void writeEndObject()', ending('object')),
    method('void writeFieldName(String fieldName)', writeName),
    method('void writeNull()', (runtime: ApexRuntime, self: ApexJsonGenerator) => {
      writeValue(runtime, self, null);
    }),
    method(
      'void writeNullField(String fieldName)',
      (runtime: ApexRuntime, self: ApexJsonGenerator, name: Maybe<string>) => {
        writeName(runtime, self, name);
        writeValue(runtime, self, null);
      },
    ),
    method('void writeStartArray()', starting('array')),
    method('void writeStartObject()', starting('object')),
  ],
};
