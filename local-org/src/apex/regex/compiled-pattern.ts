import type { ApexRuntime } from '../runtime/apex-runtime';
import { execWithinLimit } from './match-guard';
import { PatternError } from './pattern-error';
import type { TranslatedPattern } from './translate-pattern';
import { translatePattern } from './translate-pattern';

/** `find` looks anywhere, `lookingAt` at the start, `matches` wants the whole text. */
export type SearchMode = 'find' | 'lookingAt' | 'matches';

/** What a search found. Positions count UTF-16 units, as Java's do. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** By group from 0; null for one that took no part. */
  readonly groups: readonly (string | null)[];
}

const MODE_SOURCES: Readonly<Record<SearchMode, (source: string) => string>> = {
  find: (source) => source,
  lookingAt: (source) => `(?<![^])(?:${source})`,
  matches: (source) => `(?<![^])(?:${source})(?![^])`,
};

/** Characters of a text that `split` and `replaceFirst` take. */
export const MAX_SPLIT_CHARACTERS = 500_000;
/** Characters of a text that `replaceAll`, `matches` and matchers take. */
export const MAX_MATCH_CHARACTERS = 1_000_000;
const MAX_CACHED_PATTERNS = 1000;
const cache = new Map<string, CompiledPattern>();

/** A pattern ready to search. */
export class CompiledPattern {
  private readonly regexes: Partial<Record<SearchMode, RegExp>> = {};
  private readonly indexed: Partial<Record<SearchMode, RegExp>> = {};

  constructor(
    /** As Apex wrote it. */
    readonly pattern: string,
    private readonly translated: TranslatedPattern,
  ) {}

  get groupCount(): number {
    return this.translated.groups.length;
  }

  /** Number of a named group, or undefined. */
  groupNamed(name: string): number | undefined {
    return this.translated.names.get(name);
  }

  /**
   * Searches a text from a position on.
   * @throws LimitException `Regex too complicated`
   */
  search(runtime: ApexRuntime, text: string, from: number, mode: SearchMode): PatternMatch | null {
    const found = this.run(runtime, (this.regexes[mode] ??= this.regex(mode, 'gv')), text, from);
    if (!found) return null;
    const groups = [0, ...this.translated.groups].map((group) => found[group] ?? null);
    return { start: found.index, end: found.index + found[0].length, groups };
  }

  /** Start and end of every group of the match that such a search finds; null for groups that took no part. */
  groupPositions(
    runtime: ApexRuntime,
    text: string,
    from: number,
    mode: SearchMode,
  ): readonly (readonly [number, number] | null)[] {
    const found = this.run(runtime, (this.indexed[mode] ??= this.regex(mode, 'dgv')), text, from);
    return [0, ...this.translated.groups].map((group) => found?.indices?.[group] ?? null);
  }

  private regex(mode: SearchMode, flags: string): RegExp {
    return new RegExp(
      MODE_SOURCES[mode](this.translated.source),
      this.translated.ignoresCase ? `${flags}i` : flags,
    );
  }

  private run(runtime: ApexRuntime, regex: RegExp, text: string, from: number): RegExpExecArray | null {
    regex.lastIndex = from;
    const found = execWithinLimit(regex, text);
    return found === 'tooComplicated' ? tooComplicated(runtime) : found;
  }
}

/**
 * A pattern ready to search; those used last are kept.
 * @throws StringException for a pattern that is not valid
 * @throws UnsupportedFeatureError for what the local org cannot translate
 */
export function compilePattern(runtime: ApexRuntime, pattern: string): CompiledPattern {
  const known = cache.get(pattern);
  if (known) return known;
  if (cache.size >= MAX_CACHED_PATTERNS) cache.clear();
  const compiled = compile(runtime, pattern);
  cache.set(pattern, compiled);
  return compiled;
}

function compile(runtime: ApexRuntime, pattern: string): CompiledPattern {
  try {
    const translated = translatePattern(pattern);
    // Built once here, so that what JavaScript refuses is an error of the pattern.
    void new RegExp(translated.source, 'v');
    return new CompiledPattern(pattern, translated);
  } catch (error) {
    if (error instanceof PatternError || error instanceof SyntaxError) {
      // UNVERIFIED: the text of the exception for a pattern that is not valid; the description is that of java.util.regex.
      return runtime.throwNew('System.StringException', `Invalid regex: ${error.message}: ${pattern}`);
    }
    throw error;
  }
}

/** Refuses a text that is too long for a search. @throws LimitException `Regex too complicated` */
export function checkLength(runtime: ApexRuntime, text: string, most: number): void {
  if (text.length > most) tooComplicated(runtime);
}

function tooComplicated(runtime: ApexRuntime): never {
  return runtime.throwNew('System.LimitException', 'Regex too complicated');
}
