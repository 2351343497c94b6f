import { Command } from 'commander';
import type { BenchCase, BenchOptions } from './bench-case';
import { apex } from './cases/apex';
import { automation } from './cases/automation';
import { bulk } from './cases/bulk';
import { conversion } from './cases/conversion';
import { duplicates } from './cases/duplicates';
import { formula } from './cases/formula';
import { growth } from './cases/growth';
import { hub } from './cases/hub';
import { migrate } from './cases/migrate';
import { pages } from './cases/pages';
import { query } from './cases/query';
import { soql } from './cases/soql';
import { start } from './cases/start';
import { trigger } from './cases/trigger';
import { meetsTarget, ratio, type Figure } from './figure';
import { figureTable } from './print-figures';
import { Workspace } from './workspace';

/** In the order in which they run. */
const CASES: readonly BenchCase[] = [
  formula,
  apex,
  trigger,
  soql,
  start,
  hub,
  migrate,
  query,
  pages,
  bulk,
  growth,
  automation,
  conversion,
  duplicates,
];

/** Runs the named cases, all of them when none is named. */
async function runBench(names: readonly string[], json: boolean, options: BenchOptions): Promise<void> {
  const unknown = names.filter((name) => !CASES.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `Unknown case ${unknown.join(', ')}. Known: ${CASES.map((each) => each.name).join(', ')}`,
    );
  }
  const workspace = new Workspace();
  const interrupt = (): void => void workspace.close().then(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const figures: Figure[] = [];
  const failures: string[] = [];
  try {
    for (const each of CASES.filter(({ name }) => names.length === 0 || names.includes(name))) {
      process.stderr.write(`${each.name}: ${each.description}\n`);
      try {
        const measured = await each.run(workspace, options);
        figures.push(...measured.map((figure) => ({ case: each.name, ...figure })));
      } catch (error) {
        failures.push(
          `${each.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
  } finally {
    await workspace.close();
  }
  process.stdout.write(
    json ? `${JSON.stringify({ figures: figures.map(withRatio), failures })}\n` : figureTable(figures),
  );
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  if (failures.length > 0) process.exitCode = 1;
}

function withRatio(figure: Figure): object {
  return { ...figure, ratio: ratio(figure), met: meetsTarget(figure) };
}

const program = new Command('npm run bench --')
  .description('Measures the parts that must be fast, each against a baseline of the same run.')
  .argument('[cases...]', `which ones: ${CASES.map(({ name }) => name).join(', ')} (default: all)`)
  .option('--json', 'print the figures as one JSON object', false)
  .option('--largest <rows>', 'rows of the last load of growth and automation', Number)
  .addHelpText(
    'after',
    `\n${CASES.map(({ name, description }) => `  ${name.padEnd(8)} ${description}`).join('\n')}`,
  )
  .action((names: string[], { json, ...options }: { json: boolean } & BenchOptions) =>
    runBench(names, json, options),
  );

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
