import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { ConnectionError } from '../../shared';

/** What the local org prints when it is ready. */
export interface LocalOrgConnection {
  /** `http://127.0.0.1:7070` */
  readonly url: string;
  readonly username: string;
  readonly accessToken: string;
  readonly orgId: string;
  readonly clientId: string;
  readonly jwtKeyFile: string;
}

export interface LocalOrgProcessOptions {
  readonly projectDirectory: string;
  readonly stateDirectory: string;
  readonly port: number;
  readonly name: string;
  readonly username: string;
  readonly timeZone: string;
}

/** A local org that runs as a process of its own, as a real org is a machine of its own. */
export class LocalOrgProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly connection: LocalOrgConnection,
    /** Settles with the exit code when the process ends. */
    readonly ended: Promise<number | null>,
  ) {}

  /**
   * Starts the process and waits until it is ready.
   * @throws ConnectionError with the code that the process gave (`PORT_IN_USE`), else LOCAL_ORG_START with what it said
   */
  static async start(options: LocalOrgProcessOptions): Promise<LocalOrgProcess> {
    const child = spawn(
      process.execPath,
      [
        '-r',
        join(options.projectDirectory, 'scripts/register-typescript.cjs'),
        join(options.projectDirectory, 'local-org/src/cli/main.ts'),
        'start',
        '--json',
        ...['--port', String(options.port)],
        ...['--state', options.stateDirectory],
        ...['--name', options.name],
        ...['--username', options.username],
        ...['--time-zone', options.timeZone],
      ],
      // The channel tells the org when this process is gone, however it went. Its own process group keeps a Ctrl-C in
      // the terminal from stopping it before this process has finished what it is doing.
      { cwd: options.projectDirectory, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
    );
    const errors: string[] = [];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    const line = await Promise.race([firstLine(child), ended.then(() => undefined)]);
    if (line === undefined) throw startError(errors.join(''));
    child.stderr?.on('data', (text: string) => process.stderr.write(text));
    return new LocalOrgProcess(child, JSON.parse(line) as LocalOrgConnection, ended);
  }

  /** Asks the process to stop and waits until it has written everything. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).once('line', resolve);
  });
}

/** The local org says `CODE: message` with a line `  - action` for each next step; anything else is a fault of it. */
function startError(said: string): ConnectionError {
  const [, code, message, steps = ''] = /^([A-Z_]+): (.+)\n((?: {2}- .+\n)*)$/.exec(said) ?? [];
  if (code !== undefined && message !== undefined) {
    const actions = steps.split('\n').flatMap((step) => (step === '' ? [] : [step.replace('  - ', '')]));
    return new ConnectionError(code, message, { retryable: false, actions });
  }
  return new ConnectionError('LOCAL_ORG_START', `The local org did not start. ${said.trim()}`, {
    retryable: false,
    actions: ['Read the message above', 'If its state is damaged: npm run reset'],
  });
}
