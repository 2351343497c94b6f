import { Command } from 'commander';
import { runMigration, type MigrationSummary, type Progress, type RecordRun } from '../migration';
import { readMapping, readMappings, recordSyncRun, reportOf } from '../pipelines';
import { CONNECTION_FILE, connectToOrg, type OrgChoice, type SalesforceIntegration } from '../salesforce';
import { ConfigurationError, type Clock } from '../shared';
import { printMigration } from './print-migration';
import { EXIT, interruptSignal, runCommand } from './run-command';
import { textProgress } from './text-progress';

/** Options of a migration. */
export interface MigrateOptions extends OrgChoice {
  /** Workbook, `.csv` file or folder of `.csv` files. */
  readonly source: string;
  /** Mapping file; without it the mapping whose columns fit is taken. */
  readonly mapping?: string | undefined;
  /** Validate and report only; nothing is written. */
  readonly dryRun?: boolean | undefined;
  /** Folder of the mapping files. Default `data/mapping`. */
  readonly mappingFolder?: string | undefined;
  /** Folder for results. Default `.local/migrations`. */
  readonly resultsRoot?: string | undefined;
  readonly progress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Migrates a list into an org; running it again changes nothing more.
 * @throws IntegrationError with code and next steps
 */
export function migrate(options: MigrateOptions): Promise<MigrationSummary> {
  const { mapping, mappingFolder = 'data/mapping', resultsRoot = '.local/migrations' } = options;
  return runMigration({
    source: options.source,
    mappings: mapping === undefined ? readMappings(mappingFolder) : [readMapping(mapping)],
    connect: () => connect(options),
    dryRun: options.dryRun === true,
    resultsRoot,
    ...(options.progress ? { progress: options.progress } : {}),
    signal: options.signal,
    ...(options.clock ? { clock: options.clock } : {}),
    recordRun: recordMigration,
  });
}

/** Keeps a migration as a Sync Run of the org. */
const recordMigration: RecordRun = (org, run, clock) =>
  recordSyncRun(org, {
    lane: 'Migration',
    clock,
    run,
    report: ({ rows, batch, interrupted, reconciled }) => {
      const report = reportOf(rows);
      const status = interrupted ? 'Stopped' : reconciled ? report.status : 'Partly Failed';
      const outcome = `${batch}: counts and sums ${reconciled ? 'reconcile' : 'do not reconcile'}`;
      return { ...report, status, summary: [outcome, report.summary].filter(Boolean).join('\n') };
    },
  });

/** A dry run does without a local org that is not running. */
async function connect(options: MigrateOptions): Promise<SalesforceIntegration | null> {
  try {
    return await connectToOrg(options);
  } catch (error) {
    const optional = options.dryRun === true && options.targetOrg === undefined;
    if (optional && error instanceof ConfigurationError && error.code === 'LOCAL_ORG_NOT_STARTED')
      return null;
    throw error;
  }
}

interface CommandLine {
  readonly source: string;
  readonly targetOrg?: string;
  readonly connectionFile?: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly results: string;
  readonly json?: boolean;
}

/** Runs the command and prints its summary. */
async function run(options: CommandLine): Promise<void> {
  const signal = interruptSignal();
  const summary = await migrate({
    ...options,
    resultsRoot: options.results,
    signal,
    progress: textProgress(options.json !== true),
  });
  process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : printMigration(summary));
  if (summary.interrupted) process.exitCode = EXIT.interrupted;
  else if (!summary.reconciled) process.exitCode = EXIT.lost;
}

const program = new Command('npm run migrate --')
  .description(
    'Loads a spreadsheet list into Salesforce: profile, map, validate, load, reconcile. Safe to repeat.',
  )
  .requiredOption('--source <path>', 'workbook (.xlsx), .csv file or folder of .csv files')
  .option('--target-org <alias>', `org of the Salesforce CLI (default: the local org)`)
  .option('--connection-file <path>', 'where the local org says how it is reached', CONNECTION_FILE)
  .option('--mapping <file>', 'mapping file (default: the one in data/mapping whose columns fit)')
  .option('--dry-run', 'check every row and write nothing')
  .option('--results <dir>', 'folder for the results, one folder a batch', '.local/migrations')
  .option('--json', 'print the summary as one JSON object')
  .addHelpText(
    'after',
    `
Exit codes: 0 everything is accounted for, 1 error, 2 rows or amounts were lost, 130 stopped.
Row by row results: <results>/<batch>/results.csv`,
  )
  .action((options: CommandLine) => runCommand(() => run(options)));

if (require.main === module) void program.parseAsync();
