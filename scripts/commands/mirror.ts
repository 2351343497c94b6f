import { join } from 'node:path';
import { Command } from 'commander';
import { MIRROR_FOLDER, mirrorFiles, PackageSource, staleFiles, writeMirror } from '../mirror';
import { EXIT, runCommand } from './run-command';

const ROOT = join(__dirname, '../..');
const PACKAGE_FOLDER = 'force-app';

/** Writes the declarations that mirror the package, or only lists those that are stale. */
function run({ check = false }: { readonly check?: boolean }): void {
  const files = mirrorFiles(PackageSource.read(ROOT, PACKAGE_FOLDER));
  const changed = check ? staleFiles(ROOT, files) : writeMirror(ROOT, files);
  const outcome = check ? 'stale' : 'updated';
  for (const name of changed) process.stdout.write(`${MIRROR_FOLDER}/${name}: ${outcome}\n`);
  if (changed.length === 0) process.stdout.write(`${MIRROR_FOLDER}: current\n`);
  if (check && changed.length > 0) process.exitCode = EXIT.failed;
}

const program = new Command('npm run mirror --')
  .description('Writes TypeScript declarations of the Apex, the objects and the other metadata of force-app.')
  .option('--check', 'write nothing, list the files that are stale')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 stale with --check, or something in the sources that cannot be mirrored.',
  )
  .action((options: { readonly check?: boolean }) =>
    runCommand(() => Promise.resolve().then(() => run(options))),
  );

if (require.main === module) void program.parseAsync();
