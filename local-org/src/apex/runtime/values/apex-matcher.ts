import type { PatternMatch, SearchMode } from '../../regex/compiled-pattern';
import { nextStart } from '../../regex/replacement';
import type { ApexRuntime } from '../apex-runtime';
import type { ApexPattern } from './apex-pattern';
import { PlatformObject } from './platform-object';

/**
 * A System.Matcher: a pattern at work on a text, or on a region of it, which it takes for the whole.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_pattern_and_matcher_matcher_methods.htm
 */
export class ApexMatcher extends PlatformObject {
  regionStart = 0;
  regionEnd: number;
  private found: PatternMatch | null = null;
  /** How the match was found, to find it again with the positions of its groups. */
  private search: { readonly from: number; readonly mode: SearchMode } = { from: 0, mode: 'find' };
  private upcoming = 0;

  constructor(
    public pattern: ApexPattern,
    public text: string,
  ) {
    super();
    this.regionEnd = text.length;
  }

  override get typeName(): string {
    return 'Matcher';
  }

  /** Forgets the match and works on the whole of a text. */
  reset(text = this.text): void {
    this.text = text;
    this.setRegion(0, text.length);
  }

  /** Works on a part of the text. */
  setRegion(start: number, end: number): void {
    this.regionStart = start;
    this.regionEnd = end;
    this.found = null;
    this.upcoming = 0;
  }

  /** Whether the whole region matches, or its start. */
  match(runtime: ApexRuntime, mode: 'matches' | 'lookingAt'): boolean {
    return this.run(runtime, 0, mode);
  }

  /** The next match. */
  find(runtime: ApexRuntime): boolean {
    return this.upcoming <= this.regionEnd - this.regionStart && this.run(runtime, this.upcoming, 'find');
  }

  /** The first match at or behind a position of the text; the region is the whole text again. */
  findFrom(runtime: ApexRuntime, start: number): boolean {
    this.reset();
    return this.run(runtime, start, 'find');
  }

  /** The match. @throws StringException `No match found` */
  current(runtime: ApexRuntime): PatternMatch {
    // UNVERIFIED: the type of the exception of a Matcher without match; the text is that of java.util.regex.
    return this.found ?? runtime.throwNew('System.StringException', 'No match found');
  }

  /** Start and end of a group in the text, or null when it took no part. */
  positions(runtime: ApexRuntime, group: number): readonly [number, number] | null {
    const { start, end } = this.current(runtime);
    if (group === 0) return [this.regionStart + start, this.regionStart + end];
    const { from, mode } = this.search;
    const found = this.pattern.compiled.groupPositions(runtime, this.region, from, mode)[group];
    return found ? [this.regionStart + found[0], this.regionStart + found[1]] : null;
  }

  private get region(): string {
    return this.regionStart === 0 && this.regionEnd === this.text.length
      ? this.text
      : this.text.slice(this.regionStart, this.regionEnd);
  }

  private run(runtime: ApexRuntime, from: number, mode: SearchMode): boolean {
    this.found = this.pattern.compiled.search(runtime, this.region, from, mode);
    this.search = { from, mode };
    this.upcoming = this.found ? nextStart(this.found) : Infinity;
    return this.found !== null;
  }
}
