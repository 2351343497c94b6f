import { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { createLocalOrg } from '../../org';
import { startServer } from '../../server';
import { stateOption } from '../options';
import { StateFolder } from '../state-folder';

/** Signals that come within this time are one Ctrl-C. */
const SAME_INTERRUPT_MS = 1000;
const EXIT_INTERRUPTED = 130;

interface StartOptions {
  readonly port: string;
  readonly db?: string;
  readonly state: string;
  readonly username: string;
  readonly name: string;
  readonly timeZone: string;
  readonly json: boolean;
}

/** `start`: starts an org with no solution in it and stays up until it is interrupted. */
export const startCommand = new Command('start')
  .description('start an org with no solution in it; prints one JSON line when ready')
  .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', '7070')
  .option('--db <file>', 'database file, or :memory: (default: org.db in the state folder)')
  .addOption(stateOption())
  .option('--username <name>', 'username of the administrator', 'admin@local.org')
  .option('--name <text>', 'name of the organization', 'Local Org')
  .option('--time-zone <zone>', 'time zone of the organization', 'America/Los_Angeles')
  .option('--json', 'print nothing but the JSON line', false)
  .action(async (options: StartOptions) => {
    const state = new StateFolder(options.state);
    mkdirSync(state.path, { recursive: true });
    const keys = state.clientKeys();
    const org = createLocalOrg({
      location: options.db ?? state.databaseFile,
      name: options.name,
      adminUsername: options.username,
      timeZone: options.timeZone,
      localClient: { clientId: keys.clientId, publicKeyPem: keys.publicKeyPem },
    });
    const server = await startServer(org, { port: Number(options.port) }).catch((error: unknown) => {
      org.close();
      throw error;
    });
    const connection = {
      url: server.url,
      username: options.username,
      accessToken: server.createAccessToken(options.username),
      orgId: org.info.id,
      clientId: keys.clientId,
      jwtKeyFile: keys.jwtKeyFile,
    };
    state.writeConnection(connection);
    if (!options.json) {
      process.stderr.write(`${org.info.name} is ready at ${server.url}. Ctrl-C stops it.\n`);
    }
    process.stdout.write(`${JSON.stringify(connection)}\n`);
    await interrupted();
    state.removeConnection();
    await server.close();
    org.close();
    // The channel to the process that started this one would keep it alive.
    if (process.connected) process.disconnect();
  });

/**
 * Settles at the first Ctrl-C or termination, or when the process that started this one goes away. One Ctrl-C may come
 * twice, from the terminal and from a parent: the second must not end the process while it closes the database.
 * A later one does.
 */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const interrupt = (): void => {
      if (firstAt !== undefined && Date.now() - firstAt > SAME_INTERRUPT_MS) process.exit(EXIT_INTERRUPTED);
      firstAt ??= Date.now();
      resolve();
    };
    for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, interrupt);
  });
}
