import { Command } from 'commander';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalOrgError } from '../../core';
import { createLocalOrg } from '../../org';
import { generatedDocuments } from '../parity/documents';

const ROOT = join(__dirname, '../../../..');

/** `parity [--check]`: writes the generated documents of `docs`, or says which of them are stale. */
export const parityCommand = new Command('parity')
  .description('write the parity tables and the other generated documents')
  .option('--check', 'change nothing; fail when a document is stale', false)
  .action(async ({ check }: { readonly check: boolean }) => {
    const org = createLocalOrg({ location: ':memory:' });
    try {
      const stale = (await generatedDocuments(org, ROOT))
        .map(({ file, text }) => ({ path: join(ROOT, 'docs', file), text }))
        .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
      if (check && stale.length > 0) throw staleDocuments(stale.map(({ path }) => path));
      for (const { path, text } of stale) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      process.stdout.write(`${check ? 'current' : `${stale.length} written`}\n`);
    } finally {
      org.close();
    }
  });

function staleDocuments(paths: readonly string[]): LocalOrgError {
  return new LocalOrgError('DOCUMENTS_STALE', `Stale: ${paths.join(', ')}`, {
    actions: ['Run `npm run docs` and commit the result'],
  });
}
