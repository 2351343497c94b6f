import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexJsonParser } from '../json/apex-json-parser';
import type { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { readNode } from '../json/json-node';
import type { JsonTokenRead } from '../json/json-tokenizer';
import { TypedReader } from '../json/typed';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

const tokenOf = (runtime: ApexRuntime, token: JsonTokenRead | null): ApexValue =>
  token === null ? null : runtime.enumValue('System.JSONToken', token.kind);

/** The next token that is no name. */
function nextValue(runtime: ApexRuntime, self: ApexJsonParser): ApexValue {
  const token = self.next();
  return tokenOf(runtime, token?.kind === 'FIELD_NAME' ? self.next() : token);
}

function clearCurrentToken(_runtime: ApexRuntime, self: ApexJsonParser): void {
  if (self.current) self.lastCleared = self.current;
  self.current = null;
}

const reading =
  (strict: boolean) =>
  (runtime: ApexRuntime, self: ApexJsonParser, type: Maybe<ApexTypeValue>): ApexValue => {
    const { denoted } = required(runtime, type);
    const first = self.current ?? self.next();
    // UNVERIFIED: the text of the exception of readValueAs behind the end.
    if (!first)
      return runtime.throwNew('System.JSONException', 'No content to map to Object due to end of input');
    const start = first.kind === 'FIELD_NAME' ? (self.next() ?? first) : first;
    return new TypedReader(runtime, strict).read(readNode(runtime, self, start), denoted);
  };

/**
 * `getIntegerValue()` and its like: the current token as a value of a type.
 *
 * UNVERIFIED: the text of the exception for a token of another kind.
 */
function getter(name: string, type: string): PlatformMember {
  return method(`${type} get${name}Value()`, (runtime: ApexRuntime, self: ApexJsonParser) => {
    const { current } = self;
    if (!current?.kind.startsWith('VALUE_')) {
      return runtime.throwNew(
        'System.JSONException',
        `Current token is not a value: ${current?.kind ?? 'null'}`,
      );
    }
    return new TypedReader(runtime, false).read(
      readNode(runtime, self, current),
      runtime.types.platform(type),
    );
  });
}

/** System.JSONParser. */
export const jsonParserClass: PlatformClass = {
  name: 'System.JSONParser',
  kind: 'class',
  documentation: referencePage('apex_class_System_JsonParser'),
  members: [
    method('void clearCurrentToken()', clearCurrentToken),
    getter('Blob', 'Blob'),
    getter('Boolean', 'Boolean'),
    getter('Date', 'Date'),
    getter('DateTime', 'Datetime'),
    getter('Decimal', 'Decimal'),
    getter('Double', 'Double'),
    getter('Id', 'Id'),
    getter('Integer', 'Integer'),
    getter('Long', 'Long'),
    getter('Time', 'Time'),
    method('String getCurrentName()', (_runtime: ApexRuntime, self: ApexJsonParser) => self.currentName),
    method('JSONToken getCurrentToken()', (runtime: ApexRuntime, self: ApexJsonParser) =>
      tokenOf(runtime, self.current),
    ),
    method('JSONToken getLastClearedToken()', (runtime: ApexRuntime, self: ApexJsonParser) =>
      tokenOf(runtime, self.lastCleared),
    ),
    method('String getText()', (_runtime: ApexRuntime, self: ApexJsonParser) => self.current?.text ?? null),
    method(
      'Boolean hasCurrentToken()',
      (_runtime: ApexRuntime, self: ApexJsonParser) => self.current !== null,
    ),
    method('JSONToken nextToken()', (runtime: ApexRuntime, self: ApexJsonParser) =>
      tokenOf(runtime, self.next()),
    ),
    method('JSONToken nextValue()', nextValue),
    method('Object readValueAs(Type type)', reading(false)),
    method('Object readValueAsStrict(Type type)', reading(true)),
    method('void skipChildren()', (_runtime: ApexRuntime, self: ApexJsonParser) => {
      self.skipChildren();
    }),
  ],
};
