import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexList } from '../../runtime/values/apex-list';
import { listOf } from '../../runtime/values/make-collections';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { method, type PlatformMember } from '../platform-class';
import { splitByCharacterType } from '../text/characters';

/** @throws StringException when the index is out of bounds */
function checkIndex(runtime: ApexRuntime, index: number, length: number): number {
  // UNVERIFIED: the text of the exception for a character out of bounds, which is Java's.
  if (index >= 0 && index < length) return index;
  return runtime.throwNew('System.StringException', `String index out of range: ${index}`);
}

const codePointCount = (text: string): number => Array.from(text).length;

function offsetByCodePoints(
  runtime: ApexRuntime,
  self: string,
  index: Maybe<number>,
  offset: Maybe<number>,
): number {
  const start = checkIndex(runtime, required(runtime, index), self.length + 1);
  const count = required(runtime, offset, 2);
  if (count >= 0) return start + Array.from(self.slice(start)).slice(0, count).join('').length;
  return start - Array.from(self.slice(0, start)).slice(count).join('').length;
}

const characters = (runtime: ApexRuntime, self: string): ApexList =>
  listOf(
    runtime,
    'Integer',
    self.split('').map((character) => character.charCodeAt(0)),
  );

/** Methods of String for single characters. */
export const STRING_CHARACTERS: readonly PlatformMember[] = [
  method('Integer charAt(Integer index)', (runtime: ApexRuntime, self: string, index: Maybe<number>) =>
    self.charCodeAt(checkIndex(runtime, required(runtime, index), self.length)),
  ),
  method('Integer codePointAt(Integer index)', (runtime: ApexRuntime, self: string, index: Maybe<number>) =>
    self.codePointAt(checkIndex(runtime, required(runtime, index), self.length)),
  ),
  method(
    'Integer codePointBefore(Integer index)',
    (runtime: ApexRuntime, self: string, index: Maybe<number>) => {
      const end = checkIndex(runtime, required(runtime, index) - 1, self.length) + 1;
      return Array.from(self.slice(0, end)).at(-1)?.codePointAt(0) ?? 0;
    },
  ),
  method(
    'Integer codePointCount(Integer start, Integer end)',
    (runtime: ApexRuntime, self: string, start: Maybe<number>, end: Maybe<number>) => {
      const [from, to] = [required(runtime, start), required(runtime, end, 2)];
      checkIndex(runtime, from, self.length + 1);
      checkIndex(runtime, to, self.length + 1);
      return codePointCount(self.slice(from, to));
    },
  ),
  method('List<Integer> getChars()', characters),
  method('Integer offsetByCodePoints(Integer index, Integer offset)', offsetByCodePoints),
  method('List<String> splitByCharacterType()', (runtime: ApexRuntime, self: string) =>
    listOf(runtime, 'String', splitByCharacterType(self, false)),
  ),
  method('List<String> splitByCharacterTypeCamelCase()', (runtime: ApexRuntime, self: string) =>
    listOf(runtime, 'String', splitByCharacterType(self, true)),
  ),
  method('static String fromCharArray(List<Integer> codes)', (runtime: ApexRuntime, codes: Maybe<ApexList>) =>
    required(runtime, codes)
      .items.map((code) => String.fromCharCode(Number(code)))
      .join(''),
  ),
];
