import { Command } from 'commander';
import {
  previewMatches,
  pushReports,
  readIntelligenceFile,
  type IntelligencePreview,
  type IntelligenceResult,
} from '../market-intelligence';
import { recordSyncRun, reportOf } from '../pipelines';
import { CONNECTION_FILE, connectToOrg, type OrgChoice } from '../salesforce';
import type { Clock, IntegrationMetrics } from '../shared';
import { printOutcomes } from './print-outcomes';
import { EXIT, interruptSignal, runCommand } from './run-command';

/** Options of pushing market intelligence. */
export interface IntelligenceOptions extends OrgChoice {
  /** JSON file of reports. */
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/** What a push did. */
export interface IntelligenceSummary extends IntelligenceResult {
  readonly calls: IntegrationMetrics;
}

/**
 * Pushes reports and their links; running it again changes nothing more.
 * @throws IntegrationError with code and next steps
 */
export async function pushIntelligence(options: IntelligenceOptions): Promise<IntelligenceSummary> {
  const file = readIntelligenceFile(options.file);
  const org = await connectToOrg(options);
  try {
    const result = await recordSyncRun(org, {
      lane: 'Intelligence',
      clock: options.clock,
      run: () => pushReports(org, file, options.signal),
      report: reportOf,
    });
    return { ...result, calls: org.metrics() };
  } finally {
    await org.close();
  }
}

/**
 * Shows which accounts the org would link the reports of a file to; writes nothing.
 * @throws IntegrationError with code and next steps
 */
export async function previewIntelligence(
  options: Omit<IntelligenceOptions, 'signal' | 'clock'>,
): Promise<IntelligencePreview> {
  const file = readIntelligenceFile(options.file);
  const org = await connectToOrg(options);
  try {
    return await previewMatches(org, file);
  } finally {
    await org.close();
  }
}

interface CommandOptions {
  readonly targetOrg?: string;
  readonly connectionFile?: string;
  readonly json?: boolean;
}

async function preview(file: string, options: CommandOptions): Promise<void> {
  const found = await previewIntelligence({ ...options, file });
  process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : describePreview(found));
  if (found.invalid.length > 0) process.exitCode = EXIT.lost;
}

function describePreview({ accounts, reports, invalid }: IntelligencePreview): string {
  const lines = reports.flatMap(({ externalId, headline, matches }) => [
    `${externalId}: ${headline}`,
    ...matches.map(({ account, method, confidence, confirmed, reason }) => {
      const state = confirmed ? 'confirmed' : 'to be confirmed';
      return `  ${account.name} (${method}, ${Math.round(confidence * 100)} %, ${state}): ${reason}`;
    }),
    ...(matches.length === 0 ? ['  no account'] : []),
  ]);
  const faults = invalid.map(({ key, message }) => `${key}: INVALID_REPORT: ${message}`);
  const title = `Preview of ${reports.length} reports against ${accounts} accounts; nothing was written`;
  return `${[title, ...lines, ...faults].join('\n')}\n`;
}

async function run(file: string, options: CommandOptions): Promise<void> {
  const signal = interruptSignal();
  const summary = await pushIntelligence({ ...options, file, signal });
  const parts = [
    { name: 'Market_Intelligence_Report__c', counts: summary.reports },
    { name: 'Intelligence_Link__c', counts: summary.links },
  ];
  process.stdout.write(
    options.json ? `${JSON.stringify(summary)}\n` : printOutcomes('Market intelligence', parts, summary),
  );
  if (summary.rejected > 0) process.exitCode = EXIT.lost;
}

const program = new Command('npm run intel --').description('Market intelligence of this project.');

const command = (name: string): Command =>
  program
    .command(name)
    .argument('<file>', 'JSON file: { "reports": [...] }')
    .option('--target-org <alias>', `org of the Salesforce CLI (default: the local org)`)
    .option('--connection-file <path>', 'where the local org says how it is reached', CONNECTION_FILE)
    .option('--json', 'print the outcome as one JSON object');

command('preview')
  .description('Shows which accounts the org would link the reports to, by its match rules. Writes nothing.')
  .addHelpText('after', '\nExit codes: 0 done, 1 error, 2 reports have the wrong shape.')
  .action((file: string, options: CommandOptions) => runCommand(() => preview(file, options)));

command('push')
  .description(
    'Upserts reports from a JSON file and links them to accounts and opportunities. Safe to repeat.',
  )
  .addHelpText('after', '\nExit codes: 0 done, 1 error, 2 records were rejected, 130 stopped.')
  .action((file: string, options: CommandOptions) => runCommand(() => run(file, options)));

if (require.main === module) void program.parseAsync();
