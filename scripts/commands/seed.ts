import { Command } from 'commander';
import { loadDataPlan, readDataPlan, type SeedResult } from '../migration';
import { recordSyncRun, reportOf } from '../pipelines';
import { CONNECTION_FILE, connectToOrg, type OrgChoice } from '../salesforce';
import type { Clock, IntegrationMetrics } from '../shared';
import { printOutcomes } from './print-outcomes';
import { EXIT, interruptSignal, runCommand } from './run-command';

/** Options of loading seed records. */
export interface SeedOptions extends OrgChoice {
  /** Plan in the format of `sf data import tree`. Default `data/data-plan.json`. */
  readonly plan?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/** What seeding did. */
export interface SeedSummary extends SeedResult {
  readonly calls: IntegrationMetrics;
}

/**
 * Loads the records of a plan; running it again changes nothing more.
 * @throws IntegrationError with code and next steps
 */
export async function seed(options: SeedOptions): Promise<SeedSummary> {
  const plan = readDataPlan(options.plan ?? 'data/data-plan.json');
  const org = await connectToOrg(options);
  try {
    const result = await recordSyncRun(org, {
      lane: 'Seed',
      clock: options.clock,
      run: () => loadDataPlan(org, plan, options.signal),
      report: reportOf,
    });
    return { ...result, calls: org.metrics() };
  } finally {
    await org.close();
  }
}

async function run(options: SeedOptions & { readonly json?: boolean }): Promise<void> {
  const signal = interruptSignal();
  const summary = await seed({ ...options, signal });
  const text = printOutcomes(
    'Seed',
    summary.objects.map((counts) => ({ name: counts.object, counts })),
    summary,
  );
  process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : text);
  if (summary.rejected > 0) process.exitCode = EXIT.lost;
}

const program = new Command('npm run seed --')
  .description('Loads the records of a data plan, parents first, by external id. Safe to repeat.')
  .option('--plan <file>', 'plan in the format of sf data import tree', 'data/data-plan.json')
  .option('--target-org <alias>', `org of the Salesforce CLI (default: the local org)`)
  .option('--connection-file <path>', 'where the local org says how it is reached', CONNECTION_FILE)
  .option('--json', 'print the summary as one JSON object')
  .addHelpText('after', '\nExit codes: 0 done, 1 error, 2 records were rejected, 130 stopped.')
  .action((options: SeedOptions) => runCommand(() => run(options)));

if (require.main === module) void program.parseAsync();
