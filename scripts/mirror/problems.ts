import { SourceError } from '../shared';

/** Where something stands in the sources. */
export interface Place {
  /** Path from the root of the repository. */
  readonly file: string;
  /** From 1; left out for metadata files. */
  readonly line?: number;
}

/** What cannot be mirrored. All of it is collected, so that one run shows everything. */
export class Problems {
  private readonly found = new Set<string>();

  /** @param message what is wrong, by name: `Unknown type 'Heath'` */
  add({ file, line }: Place, message: string): void {
    this.found.add(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }

  /** @throws SourceError `MIRROR_SOURCE_INVALID` with one line for each problem */
  throwIfAny(): void {
    if (this.found.size === 0) return;
    throw new SourceError('MIRROR_SOURCE_INVALID', `cannot be mirrored:\n${[...this.found].join('\n')}`, {
      actions: ['Correct the lines that are named, or add the type to scripts/mirror'],
    });
  }
}
