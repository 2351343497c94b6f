import { createHash } from 'node:crypto';
import { parseAnonymous, parseClass, parseTrigger, type ParseResult } from './parse-apex';
import type { SourceKind } from './source-limits';

/** Where trees outlive the process: text by key. */
export interface SyntaxStorage {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** Changes with every change of the trees' shape, so that old ones are not read. */
const TREE_FORMAT = 1;

const PARSERS: Readonly<Record<SourceKind, (source: string) => ParseResult>> = {
  class: parseClass,
  trigger: parseTrigger,
  anonymous: parseAnonymous,
};

/**
 * Parses each source once. The parser's first minutes are slow (it learns the grammar as it goes), so the trees of
 * classes and triggers are also kept in the org's database, filed under a hash of their source.
 */
export class SyntaxCache {
  private readonly results = new Map<string, ParseResult>();

  constructor(private readonly storage: SyntaxStorage | null = null) {}

  parse(kind: SourceKind, source: string): ParseResult {
    const key = `${TREE_FORMAT}:${kind}:${createHash('sha256').update(source).digest('hex')}`;
    let result = this.results.get(key);
    if (!result) {
      result = this.stored(key) ?? this.parsed(key, kind, source);
      if (kind !== 'anonymous') this.results.set(key, result);
    }
    return result;
  }

  private stored(key: string): ParseResult | undefined {
    const text = this.storage?.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as ParseResult);
  }

  private parsed(key: string, kind: SourceKind, source: string): ParseResult {
    const result = PARSERS[kind](source);
    if (result.unit && kind !== 'anonymous') this.storage?.put(key, JSON.stringify(result));
    return result;
  }
}
