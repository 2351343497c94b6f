import { Command } from 'commander';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { LocalOrgError } from '../../core';
import { runFormulaConformance } from '../../formula';
import { runApexSuite } from '../conformance/apex-suite';
import type { OpenedPage } from '../conformance/opened-page';
import { runPageSuite } from '../conformance/page-suite';

interface ApexSuiteOptions {
  readonly folder?: string[];
  readonly needs?: string[];
  readonly permissionSet?: string[];
  readonly failures: boolean;
}

interface PageSuiteArguments {
  readonly permissionSet?: string[];
  readonly data?: string[];
  readonly screenshots?: string;
}

/**
 * `conformance formula FILE`: compares formula rows with recorded results and prints one JSON line.
 * `conformance apex-suite PATH`: deploys a public project, runs its tests and prints one JSON line.
 * `conformance pages PATH`: deploys a public project, opens its pages in a browser and prints what each shows.
 */
export const conformanceCommand = new Command('conformance')
  .description('compare the org with recorded results')
  .addCommand(
    new Command('formula')
      .description('evaluate rows of a JSONL file (formula, leaf, input, expected) in both blank modes')
      .argument('<file>')
      .option('--failures', 'print the rows that failed, one JSON line each', false)
      .action(async (file: string, options: { readonly failures: boolean }) => {
        const { failures, ...summary } = runFormulaConformance(await readLines(file));
        if (options.failures)
          for (const failure of failures) process.stdout.write(`${JSON.stringify(failure)}\n`);
        process.stdout.write(`${JSON.stringify(summary)}\n`);
      }),
  )
  .addCommand(
    new Command('apex-suite')
      .description('deploy a checkout of a Salesforce DX project to a fresh org by sf and run its Apex tests')
      .argument('<path>')
      .option(
        '--folder <path...>',
        'folders to deploy (default: the package directories of sfdx-project.json)',
      )
      .option('--needs <path...>', 'checkouts that the project needs')
      .option('--permission-set <name...>', 'permission sets to assign before the tests')
      .option('--failures', 'print the tests that failed, one JSON line each', false)
      .action(async (path: string, { folder, needs, permissionSet, ...options }: ApexSuiteOptions) => {
        const { failures, ...summary } = await runApexSuite(path, {
          folders: folder,
          needs,
          permissionSets: permissionSet,
        });
        if (options.failures)
          for (const failure of failures) process.stdout.write(`${JSON.stringify(failure)}\n`);
        process.stdout.write(`${JSON.stringify(summary)}\n`);
      }),
  )
  .addCommand(
    new Command('pages')
      .description(
        'deploy a checkout of a Salesforce DX project to a fresh org by sf and open its pages in a browser; fails for errors, and for components that docs/parity does not list',
      )
      .argument('<path>')
      .option('--permission-set <name...>', 'permission sets to assign before the pages are opened')
      .option('--data <plan...>', 'plans of sample data in the checkout')
      .option('--screenshots <folder>', 'save a picture of every page')
      .action(async (path: string, { permissionSet, data, screenshots }: PageSuiteArguments) => {
        const { pages, ...summary } = await runPageSuite(path, {
          permissionSets: permissionSet,
          dataPlans: data,
          screenshots,
          opened: printPage,
        });
        process.stdout.write(`${JSON.stringify({ ...summary, pages: pages.length })}\n`);
        if (!summary.passed) process.exitCode = 1;
      }),
  );

/** `/lightning/n/Explorer: 4 components`, then what is missing or failed, a line each. */
function printPage({ path, components, placeholders, errors, blocked }: OpenedPage): void {
  const lines = [
    `${path}: ${components.join(', ') || 'no components'}`,
    ...placeholders.map((name) => `  placeholder ${name}`),
    ...errors.map((error) => `  error ${error}`),
    ...blocked.map((origin) => `  kept out: ${origin}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function readLines(file: string): Promise<string[]> {
  if (!existsSync(file)) {
    throw new LocalOrgError('FILE_MISSING', `${file} does not exist`, {
      actions: ['Check the path of the JSONL file'],
    });
  }
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim()) lines.push(line);
  return lines;
}
