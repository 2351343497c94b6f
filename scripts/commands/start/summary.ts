import type { MigrationSummary } from '../../migration';
import type { IntegrationMetrics } from '../../shared';
import type { DeploySummary } from './deploy-solution';
import type { PeopleSummary } from './people';

/** A person who can log in. */
export interface Login {
  readonly username: string;
  readonly name: string;
  readonly role: string;
}

/** Records written by one of the loaders. */
export interface LoadSummary {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly calls: IntegrationMetrics;
}

/** What `npm start` did, as `--json` prints it. Parts that only a local org has are absent for other orgs. */
export interface StartSummary {
  readonly address?: string;
  readonly deployed: DeploySummary;
  /** Names of the daily jobs that were scheduled now; those of earlier runs are not among them. */
  readonly scheduled: readonly string[];
  readonly people?: PeopleSummary;
  readonly seeded: LoadSummary;
  readonly migrated: MigrationSummary;
  readonly intelligence: LoadSummary;
  /** Calls that count against the daily API limit, by what they were made for. */
  readonly apiCalls: Readonly<Record<string, number>>;
  readonly users?: readonly Login[];
  /** Git-ignored file with the passwords made at first set-up. */
  readonly passwordFile?: string;
  readonly seconds: number;
}

/** Prints the summary for people, or as one line of JSON. */
export function printSummary(summary: StartSummary, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(summary)}\n` : `${describe(summary).join('\n')}\n`);
}

function describe(summary: StartSummary): string[] {
  const { deployed, migrated, intelligence, seeded } = summary;
  const { rows } = migrated;
  return [
    '',
    'Opportunity Hub is ready',
    `  Deployed      ${deployed.components} components (${deployed.created} created, ${deployed.changed} changed, ${deployed.unchanged} unchanged)`,
    `  Seed records  ${load(seeded)}`,
    `  Migration     ${rows.read} rows read, ${rows.loaded} loaded, ${rows.unchanged} unchanged, ${rows.rejected} rejected`,
    ...Object.entries(rows.rejectedByReason).map(([reason, count]) => `                  ${count} ${reason}`),
    `                ${migrated.reconciled ? 'counts and sums reconcile' : 'COUNTS OR SUMS DO NOT RECONCILE'}; every row: ${migrated.resultsFolder}`,
    `  Intelligence  ${load(intelligence)}`,
    `  API calls     ${Object.entries(summary.apiCalls)
      .map(([use, count]) => `${use} ${count}`)
      .join(', ')}`,
    `  Took          ${summary.seconds} s`,
    ...(summary.address ? [`  Address       ${summary.address}`] : []),
    ...describeUsers(summary),
    '',
  ];
}

function describeUsers({ users = [], passwordFile }: StartSummary): string[] {
  if (users.length === 0) return [];
  const width = Math.max(...users.map((user) => user.username.length));
  return [
    `  Users         passwords are in ${passwordFile ?? ''}`,
    ...users.map((user) => `                ${user.username.padEnd(width)}  ${user.name}, ${user.role}`),
  ];
}

function load(summary: LoadSummary): string {
  return `${summary.created} created, ${summary.updated} updated, ${summary.unchanged} unchanged, ${summary.rejected} rejected`;
}
