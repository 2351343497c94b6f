import { createHash } from 'node:crypto';
import type { GeneratedUnit } from '../codegen/link-entry';
import type { SyntaxStorage } from '../syntax/syntax-cache';

/** Changes with every change of what is generated, so that texts of an older engine are not run. */
const TEXT_FORMAT = 2;

/**
 * Keeps generated texts, so that a second start generates nothing. A text holds as long as its source and the
 * declarations of all types that it may refer to are the same.
 */
export class GeneratedCache {
  constructor(private readonly storage: SyntaxStorage | null) {}

  /** @param parts what the text was made from: source, version, signatures */
  key(parts: readonly string[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part).update('\0');
    return `generated:${TEXT_FORMAT}:${hash.digest('hex')}`;
  }

  find(key: string): GeneratedUnit | undefined {
    const text = this.storage?.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as GeneratedUnit);
  }

  keep(key: string, unit: GeneratedUnit): void {
    this.storage?.put(key, JSON.stringify(unit));
  }
}
