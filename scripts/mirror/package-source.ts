import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseXml, type XmlElement } from '../shared';

/** A file of a package in source format. */
export interface SourceFile {
  /** Path from the root of the repository, with `/`: `force-app/main/default/classes/Deals.cls`. */
  readonly path: string;
  readonly text: string;
}

/** A metadata file with its name and content. */
export interface MetadataFile {
  readonly path: string;
  /** File name up to the suffix: `Waive_Gate`. */
  readonly name: string;
  readonly content: XmlElement;
}

/** Folders that hold nothing the mirror reads. */
const SKIPPED_FOLDERS = new Set(['__tests__', '__mocks__', 'node_modules']);
/** What the mirror reads: Apex, component sources and metadata. */
const READ = /\.(?:cls|ts|js|xml)$/;

/** The sources of a package, on disk or in memory. */
export class PackageSource {
  constructor(private readonly files: readonly SourceFile[]) {}

  /** Reads a folder below the root: `PackageSource.read(root, 'force-app')`. */
  static read(root: string, folder: string): PackageSource {
    return new PackageSource(
      pathsBelow(join(root, folder)).map((path) => ({
        path: relative(root, path).split(sep).join('/'),
        text: readFileSync(path, 'utf8'),
      })),
    );
  }

  /** The files whose path has what a pattern says, by path. */
  matching(pattern: RegExp): readonly SourceFile[] {
    return this.files.filter(({ path }) => pattern.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The metadata files of a suffix: `metadata('customPermission')`, by path. */
  metadata(suffix: string): readonly MetadataFile[] {
    const ending = `.${suffix}-meta.xml`;
    return this.matching(new RegExp(`\\.${suffix}-meta\\.xml$`)).map(({ path, text }) => ({
      path,
      name: path.slice(path.lastIndexOf('/') + 1, -ending.length),
      content: parseXml(text),
    }));
  }
}

function pathsBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : pathsBelow(path);
    return READ.test(entry.name) ? [path] : [];
  });
}
