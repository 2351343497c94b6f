import type { LinkEntry } from '../codegen/link-entry';
import { CHARACTERS_PER_ROUND, type ApexRuntime } from './apex-runtime';
import { heapException } from './exceptions';
import type { Meter } from './meter';
import { ApexBlob } from './values/apex-blob';
import { ApexList } from './values/apex-list';
import { ApexMap } from './values/apex-map';
import { ApexSet } from './values/apex-set';

/** Characters from which on a text counts as work. */
export const LARGE_TEXT = 4_096;

/** A text that was made: a large one counts as work. @throws LimitException for one that alone exceeds the heap */
export function limitedText(runtime: ApexRuntime, meter: Meter, text: string): string {
  const { length } = text;
  if (length < LARGE_TEXT) return text;
  if (length > meter.maxTextLength) throw heapException(runtime, length) as unknown as Error;
  runtime.work(length / CHARACTERS_PER_ROUND);
  return text;
}

/** Classes of the platform that make or read large values; members of the others never do much at once. */
const OWNERS_OF_LARGE_VALUES: ReadonlySet<string> = new Set(
  ['String', 'Blob', 'List', 'Set', 'Map', 'JSON', 'JSONGenerator', 'EncodingUtil', 'Matcher', 'Crypto'].map(
    (name) => `System.${name}`,
  ),
);

/** Whether what a link stands for is platform code that may make or read much at once. */
export function mayDoMuch(entry: LinkEntry): boolean {
  return (entry.kind === 'method' || entry.kind === 'constructor') && OWNERS_OF_LARGE_VALUES.has(entry.owner);
}

/** What runs a method or constructor of the platform. */
export type PlatformCode = (...parts: unknown[]) => unknown;

/**
 * Platform code whose work is counted by the size of what it reads and makes, so that a few calls cannot exhaust the
 * machine between two looks at clock and memory.
 */
export function measured(run: PlatformCode, runtime: ApexRuntime, meter: Meter): PlatformCode {
  return (...parts) => {
    const result = run(...parts);
    if (typeof result === 'string') limitedText(runtime, meter, result);
    else if (typeof result === 'object' && result !== null) runtime.work(sizeOf(result));
    const subject = parts[1];
    if (typeof subject === 'string') {
      if (subject.length >= LARGE_TEXT) runtime.work(subject.length / CHARACTERS_PER_ROUND);
    } else if (typeof subject === 'object' && subject !== null)
      runtime.work(sizeOf(subject) / CHARACTERS_PER_ROUND);
    return result;
  };
}

/** Elements of a collection; the bytes of a Blob as rounds. */
function sizeOf(value: object): number {
  if (value instanceof ApexList) return value.items.length;
  if (value instanceof ApexSet || value instanceof ApexMap) return value.size;
  return value instanceof ApexBlob ? value.bytes.length / CHARACTERS_PER_ROUND : 0;
}
