import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIRROR_FOLDER } from './mirror-files';
import { staleFiles, writeMirror } from './stale-files';

const FILES = [
  { name: 'a.d.ts', text: 'a' },
  { name: 'b.d.ts', text: 'b' },
];

describe('staleFiles', () => {
  let root = '';
  const folder = (): string => join(root, MIRROR_FOLDER);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mirror-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('names what is missing, differs or is left over', () => {
    expect(staleFiles(root, FILES)).toEqual(['a.d.ts', 'b.d.ts']);
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), 'a.d.ts'), 'a');
    writeFileSync(join(folder(), 'b.d.ts'), 'old');
    writeFileSync(join(folder(), 'c.d.ts'), 'c');
    expect(staleFiles(root, FILES)).toEqual(['b.d.ts', 'c.d.ts']);
  });

  it('is empty after writeMirror, which removes what is left over', () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), 'c.d.ts'), 'c');
    expect(writeMirror(root, FILES)).toEqual(['a.d.ts', 'b.d.ts', 'c.d.ts']);
    expect(readdirSync(folder()).sort()).toEqual(['a.d.ts', 'b.d.ts']);
    expect(staleFiles(root, FILES)).toEqual([]);
    expect(writeMirror(root, FILES)).toEqual([]);
  });
});
