import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { submissionList } from '../pipelines';
import {
  checkSubmission,
  CONNECTION_FILE,
  connectToOrg,
  readStagePolicies,
  stageFaults,
  type OpportunitySubmission,
  type OrgChoice,
  type SubmissionResult,
} from '../salesforce';
import { SourceError, type IntegrationMetrics, type SaveError } from '../shared';
import { EXIT, runCommand } from './run-command';

/** Options of submitting opportunities. */
export interface SubmitOptions extends OrgChoice {
  /** JSON file of one submission or many. */
  readonly file: string;
}

/** What became of one submission of a file. */
export interface SubmittedOpportunity extends SubmissionResult {
  /** External id, or the position in the file when it has none. */
  readonly key: string;
}

/** What submitting a file did. */
export interface SubmitSummary {
  readonly read: number;
  readonly created: number;
  /** Were there already and stayed as they are. */
  readonly found: number;
  readonly rejected: number;
  readonly results: readonly SubmittedOpportunity[];
  readonly calls: IntegrationMetrics;
}

/**
 * Submits the opportunities of a file; running it again changes nothing more.
 * @throws IntegrationError with code and next steps
 */
export async function submitFile(options: SubmitOptions): Promise<SubmitSummary> {
  const submissions = readSubmissions(options.file);
  const org = await connectToOrg(options);
  try {
    const results = await org.submitOpportunities(submissions as readonly OpportunitySubmission[]);
    const named = results.map((result, index) => ({ key: keyOf(submissions[index], index), ...result }));
    const count = (holds: (result: SubmissionResult) => boolean): number => results.filter(holds).length;
    return {
      read: results.length,
      created: count(({ created }) => created),
      found: count(({ success, created }) => success && !created),
      rejected: count(({ success }) => !success),
      results: named,
      calls: org.metrics(),
    };
  } finally {
    await org.close();
  }
}

/** What the check of a file found. */
export interface SubmissionCheck {
  readonly read: number;
  readonly faulty: number;
  readonly results: readonly { readonly key: string; readonly errors: readonly SaveError[] }[];
}

/**
 * Checks the submissions of a file, by their shape and by the stage policies of the org, and sends none. Users who
 * bypass the rules of opportunities can submit what is at fault for its stage all the same.
 * @throws IntegrationError with code and next steps
 */
export async function checkFile(options: SubmitOptions): Promise<SubmissionCheck> {
  const submissions = readSubmissions(options.file);
  const org = await connectToOrg(options);
  try {
    const policies = await readStagePolicies(org);
    const results = submissions.map((submission, index) => {
      const checked = checkSubmission(submission);
      const errors = 'errors' in checked ? checked.errors : stageFaults(checked.submission, policies);
      return { key: keyOf(submission, index), errors };
    });
    const faulty = results.filter(({ errors }) => errors.length > 0).length;
    return { read: results.length, faulty, results };
  } finally {
    await org.close();
  }
}

function describeCheck({ read, faulty, results }: SubmissionCheck): string {
  const lines = results.flatMap(({ key, errors }) =>
    errors.map(({ code, message }) => `  ${key}: ${code}: ${message}`),
  );
  return `${[`Checked ${read} opportunities: ${faulty} with faults; nothing was sent`, ...lines].join('\n')}\n`;
}

function keyOf(submission: unknown, index: number): string {
  const key = (submission as { externalId?: unknown } | null)?.externalId;
  return typeof key === 'string' && key !== '' ? key : `submission ${index + 1}`;
}

function readSubmissions(path: string): readonly unknown[] {
  const list = submissionList(readJson(path));
  if (list) return list;
  throw new SourceError('SUBMISSIONS_INVALID', `${path} holds no submissions`, {
    actions: ['Give the file the shape { "submissions": [...] }'],
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SourceError(
      missing ? 'SUBMISSIONS_MISSING' : 'SUBMISSIONS_INVALID',
      `${path} ${missing ? 'does not exist' : 'is not JSON'}`,
      { cause, actions: ['Check the path after npm run submit --'] },
    );
  }
}

function describe({ read, created, found, rejected, results, calls }: SubmitSummary): string {
  const lines = results.flatMap(({ key, differences, errors }) => [
    ...errors.map(({ code, message }) => `  ${key}: ${code}: ${message}`),
    ...(differences.length > 0 ? [`  ${key}: left as it is; differs in ${differences.join(', ')}`] : []),
  ]);
  const counts = `${created} created, ${found} found, ${rejected} rejected`;
  return `${[`Submitted ${read} opportunities: ${counts}`, ...lines, `  ${calls.calls} API calls`].join('\n')}\n`;
}

interface CommandOptions {
  readonly targetOrg?: string;
  readonly connectionFile?: string;
  readonly json?: boolean;
  readonly check?: boolean;
}

async function check(file: string, options: CommandOptions): Promise<void> {
  const found = await checkFile({ ...options, file });
  process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : describeCheck(found));
  if (found.faulty > 0) process.exitCode = EXIT.lost;
}

async function run(file: string, options: CommandOptions): Promise<void> {
  const summary = await submitFile({ ...options, file });
  process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : describe(summary));
  if (summary.rejected > 0) process.exitCode = EXIT.lost;
}

const EXAMPLE = `
Example of a submission (account, name, stage, closeDate, amount, probability and owner are required):
  {
    "externalId": "ERP-4711",
    "account": { "externalId": "ACC-1", "name": "Acme" },
    "name": "Acme, 50 licences",
    "stage": "Qualification",
    "closeDate": "2027-03-31",
    "amount": 25000,
    "probability": 10,
    "owner": "USER-kevin-marsh",
    "primaryContact": {
      "externalId": "CON-1", "firstName": "Ada", "lastName": "Byron",
      "email": "ada@example.com", "role": "Decision Maker"
    }
  }

Exit codes: 0 done, 1 error, 2 submissions were rejected or have faults, 130 stopped.`;

const program = new Command('npm run submit --')
  .description(
    'Submits opportunities of internal systems by external id, with account and primary contact. Safe to repeat.',
  )
  .argument('<file>', 'JSON file: one submission, a list, or { "submissions": [...] }')
  .option('--target-org <alias>', `org of the Salesforce CLI (default: the local org)`)
  .option('--connection-file <path>', 'where the local org says how it is reached', CONNECTION_FILE)
  .option('--check', 'only check the submissions, also by the stage policies of the org; send none')
  .option('--json', 'print the summary as one JSON object')
  .addHelpText('after', EXAMPLE)
  .action((file: string, options: CommandOptions) =>
    runCommand(() => (options.check ? check(file, options) : run(file, options))),
  );

if (require.main === module) void program.parseAsync();
