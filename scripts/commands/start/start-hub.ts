import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  writeConnectionFile,
  connectToOrg,
  type OrgChoice,
  type SalesforceIntegration,
} from '../../salesforce';
import { InterruptedError, SourceError } from '../../shared';
import { pushIntelligence } from '../intel';
import { migrate } from '../migrate';
import { interruptSignal } from '../run-command';
import { seed } from '../seed';
import { textProgress } from '../text-progress';
import { prepareClientApp, withClientPackage, type ClientApp } from './client-app';
import { scheduleDailyJobs } from './daily-jobs';
import { deploySolution } from './deploy-solution';
import { takeForecastSnapshot } from './forecast-snapshot';
import { LocalOrgProcess } from './local-org-process';
import { readOrgConfig, type OrgConfig } from './org-config';
import { setUpPeople } from './people';
import { SfCli } from './sf-cli';
import { printSummary, type Login, type StartSummary } from './summary';

export interface StartOptions {
  readonly exit: boolean;
  readonly json: boolean;
  readonly port: number;
  readonly state: string;
  readonly source: string;
  readonly targetOrg?: string;
}

const PROJECT = resolve(__dirname, '../../..');
const LOCAL_ALIAS = 'opportunity-hub-local';
const SEED_PLAN = 'data/data-plan.json';
const INTELLIGENCE = 'data/intelligence/sample-intelligence.json';

/** What every step works with. */
interface Hub {
  readonly options: StartOptions;
  /** Absolute path of the state folder. */
  readonly state: string;
  readonly signal: AbortSignal;
  /** Runs a step with its progress shown; refuses to begin one after Ctrl-C. */
  step<T>(title: string, run: () => Promise<T>, detail: (result: T) => string): Promise<T>;
}

/**
 * The main job. Every step can be repeated: what is done already stays as it is. Ctrl-C before the end stops after the
 * step at hand; the next start goes on from there.
 */
export async function startHub(options: StartOptions): Promise<void> {
  const startedAt = Date.now();
  const signal = interruptSignal();
  const hub = createHub(options, signal);
  let process: LocalOrgProcess | undefined;
  try {
    const config = readOrgConfig(join(PROJECT, 'config/local-org.json'));
    assertSource(resolve(PROJECT, options.source));
    if (options.targetOrg === undefined) process = await startLocalOrg(hub, config);
    const setUp = process
      ? await setUpLocalOrg(hub, config, process)
      : await setUpOrg(hub, options.targetOrg ?? '');
    const filled = await fill(hub, setUp.choice);
    await hub.step(
      'Take the forecast snapshot of today',
      () => takeForecastSnapshot(setUp.sf, setUp.alias, signal),
      () => 'done; from now on a daily job takes it',
    );
    const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
    printSummary({ ...setUp.summary, ...filled, seconds }, options.json);
    if (!options.exit && process) await stayUp(process, signal);
  } finally {
    await process?.stop();
  }
}

/** Said before anything is started, rather than after a deploy. */
function assertSource(path: string): void {
  if (existsSync(path)) return;
  throw new SourceError('SOURCE_MISSING', `${path} does not exist`, {
    actions: ['Check the path after --source'],
  });
}

function createHub(options: StartOptions, signal: AbortSignal): Hub {
  const progress = textProgress(true);
  return {
    options,
    state: resolve(PROJECT, options.state),
    signal,
    step: async (title, run, detail) => {
      if (signal.aborted) throw new InterruptedError();
      progress.start(title);
      const result = await run().catch((cause: unknown) => {
        throw signal.aborted ? new InterruptedError(undefined, { cause }) : cause;
      });
      progress.done(detail(result));
      return result;
    },
  };
}

function startLocalOrg(hub: Hub, config: OrgConfig): Promise<LocalOrgProcess> {
  return hub.step(
    'Start the local org',
    () =>
      LocalOrgProcess.start({
        projectDirectory: PROJECT,
        stateDirectory: hub.state,
        port: hub.options.port,
        name: config.organization.name,
        username: config.administrator.username,
        timeZone: config.organization.timeZone,
      }),
    ({ connection }) => connection.url,
  );
}

type SetUpSummary = Pick<
  StartSummary,
  'address' | 'deployed' | 'scheduled' | 'people' | 'users' | 'passwordFile'
>;

/** An org with the solution in it, ready to be filled. */
interface SetUp {
  readonly sf: SfCli;
  /** Name of the org in the Salesforce CLI. */
  readonly alias: string;
  readonly choice: OrgChoice;
  readonly summary: SetUpSummary;
}

/** Deploys to an org that people, permissions and logins are managed in by its own administrators. */
async function setUpOrg(hub: Hub, targetOrg: string): Promise<SetUp> {
  const sf = new SfCli(PROJECT);
  const deployed = await deploy(hub, sf, targetOrg, 'force-app');
  const scheduled = await schedule(hub, sf, targetOrg);
  return { sf, alias: targetOrg, choice: { targetOrg }, summary: { deployed, scheduled } };
}

/** Deploys to the local org, then makes its people and the login of the integration. */
async function setUpLocalOrg(hub: Hub, config: OrgConfig, { connection }: LocalOrgProcess): Promise<SetUp> {
  const sf = new SfCli(PROJECT, join(hub.state, 'sf-home'));
  const client = await prepareClientApp(hub.state);
  await hub.step(
    'Log sf in',
    () => sf.run(loginArguments(connection), hub.signal),
    () => connection.username,
  );
  const deployed = await withClientPackage(client, (folder) =>
    deploy(hub, sf, LOCAL_ALIAS, 'force-app', folder),
  );
  const scheduled = await schedule(hub, sf, LOCAL_ALIAS);
  const passwordFile = join(hub.state, 'passwords.json');
  const people = await hub.step(
    'Set up people and permissions',
    () => asAdministrator(hub, (org) => setUpPeople(org, config, passwordFile)),
    ({ users, created, assigned }) => `${users} users, ${created} created, ${assigned} permissions assigned`,
  );
  const choice = { connectionFile: join(hub.state, 'integration.json') };
  writeConnectionFile(choice.connectionFile, integrationLogin(connection.url, config, client));
  return {
    sf,
    alias: LOCAL_ALIAS,
    choice,
    summary: {
      address: connection.url,
      deployed,
      scheduled,
      people,
      users: logins(config),
      passwordFile,
    },
  };
}

function deploy(hub: Hub, sf: SfCli, targetOrg: string, ...sourceDirectories: string[]) {
  return hub.step(
    'Deploy the solution with sf',
    () => deploySolution(sf, targetOrg, sourceDirectories, hub.signal),
    ({ components, created, changed }) => `${components} components, ${created} created, ${changed} changed`,
  );
}

function schedule(hub: Hub, sf: SfCli, targetOrg: string): Promise<readonly string[]> {
  return hub.step(
    'Schedule the daily jobs',
    () => scheduleDailyJobs(sf, targetOrg, hub.signal),
    (names) => (names.length > 0 ? names.join(', ') : 'all were scheduled before'),
  );
}

async function asAdministrator<T>(hub: Hub, run: (org: SalesforceIntegration) => Promise<T>): Promise<T> {
  const org = await connectToOrg({ connectionFile: join(hub.state, 'local-org.json') });
  try {
    return await run(org);
  } finally {
    await org.close();
  }
}

type FillSummary = Pick<StartSummary, 'seeded' | 'migrated' | 'intelligence' | 'apiCalls'>;

async function fill(hub: Hub, choice: OrgChoice): Promise<FillSummary> {
  const { signal } = hub;
  const loaded = (summary: { created: number; updated: number }): string =>
    `${summary.created} created, ${summary.updated} updated`;
  const seeded = await hub.step(
    'Load seed records',
    () => seed({ ...choice, plan: join(PROJECT, SEED_PLAN), signal }),
    loaded,
  );
  const migrated = await hub.step(
    'Migrate the workbook',
    () =>
      migrate({
        ...choice,
        source: resolve(PROJECT, hub.options.source),
        mappingFolder: join(PROJECT, 'data/mapping'),
        resultsRoot: join(hub.state, 'migrations'),
        signal,
      }),
    ({ rows }) => `${rows.read} rows read, ${rows.loaded} loaded, ${rows.rejected} rejected`,
  );
  if (migrated.interrupted) throw new InterruptedError();
  const intelligence = await hub.step(
    'Push market intelligence',
    () => pushIntelligence({ ...choice, file: join(PROJECT, INTELLIGENCE), signal }),
    loaded,
  );
  const apiCalls = {
    seed: seeded.calls.calls,
    migration: migrated.calls.calls,
    intelligence: intelligence.calls.calls,
  };
  return { seeded, migrated, intelligence, apiCalls };
}

function loginArguments(connection: LocalOrgProcess['connection']): string[] {
  return [
    ...['org', 'login', 'jwt', '--username', connection.username],
    ...['--jwt-key-file', connection.jwtKeyFile, '--client-id', connection.clientId],
    ...['--instance-url', connection.url, '--alias', LOCAL_ALIAS],
  ];
}

function integrationLogin(url: string, config: OrgConfig, client: ClientApp) {
  const { clientId, jwtKeyFile } = client;
  return { loginUrl: url, username: config.externalClientApp.user, clientId, jwtKeyFile };
}

function logins(config: OrgConfig): Login[] {
  return config.users.map(({ username, firstName, lastName, title, role }) => ({
    username,
    name: `${firstName} ${lastName}`.trim(),
    role: title ?? role ?? '',
  }));
}

/** Settles at Ctrl-C, or when the local org ends by itself. */
async function stayUp(process: LocalOrgProcess, signal: AbortSignal): Promise<void> {
  const interrupted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([interrupted, process.ended]);
}
