import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { checkProcedure, procedureDocuments, readProcedure } from '../procedure';
import { EXIT, runCommand } from './run-command';

const ROOT = join(__dirname, '../..');
const PACKAGE_FOLDER = 'force-app/main/default';

/** Writes the pages of the procedure, or only says which are stale; contradictions of the metadata fail both. */
function run({ check = false }: { readonly check?: boolean }): void {
  const procedure = readProcedure(join(ROOT, PACKAGE_FOLDER));
  const problems = checkProcedure(procedure);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  let stale = 0;
  for (const { file, text } of procedureDocuments(procedure)) {
    const path = join(ROOT, file);
    const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (!isCurrent) stale += 1;
    if (!isCurrent && !check) writeFileSync(path, text);
    process.stdout.write(`${file}: ${isCurrent ? 'current' : check ? 'stale' : 'written'}\n`);
  }
  if (problems.length > 0 || (check && stale > 0)) process.exitCode = EXIT.failed;
}

const program = new Command('npm run procedure --')
  .description(
    'Writes the standard operating procedure and the catalogue of notifications from the metadata, and reports contradictions.',
  )
  .option('--check', 'write nothing, say which page is stale')
  .addHelpText('after', '\nExit codes: 0 done, 1 stale with --check, or contradictions in the metadata.')
  .action((options: { readonly check?: boolean }) =>
    runCommand(() => Promise.resolve().then(() => run(options))),
  );

if (require.main === module) void program.parseAsync();
