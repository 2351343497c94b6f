import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocuments } from '../../local-org/src/cli/parity/documents';
import type { ParityDocument } from '../../local-org/src/cli/parity/parity-row';
import { createLocalOrg } from '../../local-org/src/org';

const root = join(__dirname, '../..');

describe('generated documents', () => {
  let documents: readonly ParityDocument[] = [];

  beforeAll(async () => {
    const org = createLocalOrg({ location: ':memory:' });
    documents = await generatedDocuments(org, root);
    org.close();
  });

  it('are what the code says: run `npm run docs` when they are not', () => {
    const stale = documents.filter(
      ({ file, text }) => readFileSync(join(root, 'docs', file), 'utf8') !== text,
    );
    expect(stale.map(({ file }) => file)).toEqual([]);
  });

  it('name tests and case files that exist', () => {
    const paths = documents.flatMap(({ text }) => [
      ...text.matchAll(/`((?:local-org|scripts|test)\/[^`]+)`/g),
    ]);
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('show a test for everything that is supported', () => {
    const shown = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/^\| `([^`]+)` +\| supported .*\| - /gm)].map(([, feature]) => `${file}: ${feature}`),
    );
    expect(shown).toEqual([]);
  });
});
