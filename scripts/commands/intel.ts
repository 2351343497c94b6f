import { Command } from 'commander';
import { pushReports, readIntelligenceFile, type IntelligenceResult } from '../market-intelligence';
import { CONNECTION_FILE, connectToOrg, type OrgChoice } from '../salesforce';
import type { IntegrationMetrics } from '../shared';
import { printOutcomes } from './print-outcomes';
import { EXIT, interruptSignal, runCommand } from './run-command';

/** Options of pushing market intelligence. */
export interface IntelligenceOptions extends OrgChoice {
  /** JSON file of reports. */
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
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
    return { ...(await pushReports(org, file, options.signal)), calls: org.metrics() };
  } finally {
    await org.close();
  }
}

async function run(
  file: string,
  options: { readonly targetOrg?: string; readonly connectionFile?: string; readonly json?: boolean },
): Promise<void> {
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

program
  .command('push')
  .description(
    'Upserts reports from a JSON file and links them to accounts and opportunities. Safe to repeat.',
  )
  .argument('<file>', 'JSON file: { "reports": [...] }')
  .option('--target-org <alias>', `org of the Salesforce CLI (default: the local org)`)
  .option('--connection-file <path>', 'where the local org says how it is reached', CONNECTION_FILE)
  .option('--json', 'print the summary as one JSON object')
  .addHelpText('after', '\nExit codes: 0 done, 1 error, 2 records were rejected, 130 stopped.')
  .action(
    (
      file: string,
      options: { readonly targetOrg?: string; readonly connectionFile?: string; readonly json?: boolean },
    ) => runCommand(() => run(file, options)),
  );

if (require.main === module) void program.parseAsync();
