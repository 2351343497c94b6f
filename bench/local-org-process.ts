import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const PROJECT = resolve(__dirname, '..');
/** Loads TypeScript; what every child process is started with. */
export const REGISTER = join(PROJECT, 'scripts/register-typescript.cjs');
const KILOBYTES_PER_MEGABYTE = 1024;
/** Unit of processor times under /proc. */
const MILLISECONDS_PER_TICK = 10;
/** Fields of /proc/PID/stat after the name: user and system time. */
const USER_TIME = 11;
const SYSTEM_TIME = 12;

/** What the local org prints when it is ready. */
interface Connection {
  readonly url: string;
  readonly accessToken: string;
}

/** A local org in a process of its own, on a free port of 127.0.0.1. */
export class LocalOrgProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly connection: Connection,
    /** From the start of the process to its line of JSON. */
    readonly startMilliseconds: number,
  ) {}

  /** @throws Error with what the process said when it ends before it is ready */
  static async start(stateFolder: string, username: string): Promise<LocalOrgProcess> {
    const startedAt = performance.now();
    const child = spawn(
      process.execPath,
      [
        ...['-r', REGISTER, join(PROJECT, 'local-org/src/cli/main.ts'), 'start', '--json', '--port', '0'],
        ...['--state', stateFolder, '--username', username],
      ],
      // The channel ends the org when this process is gone, however it went.
      {
        cwd: PROJECT,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, NODE_NO_WARNINGS: '1' },
      },
    );
    const errors: string[] = [];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    const line = await firstLine(child);
    if (line === undefined) throw new Error(`The local org did not start. ${errors.join('')}`);
    return new LocalOrgProcess(child, JSON.parse(line) as Connection, performance.now() - startedAt);
  }

  /** Memory that the process holds now, in MB; undefined where the system does not tell. */
  residentMegabytes(): number | undefined {
    const status = this.readSystemFile('status');
    return status === undefined
      ? undefined
      : Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / KILOBYTES_PER_MEGABYTE;
  }

  /** Processor time that the process has used; undefined where the system does not tell. */
  processorMilliseconds(): number | undefined {
    const fields = this.readSystemFile('stat')?.split(') ')[1]?.split(' ');
    return fields && (Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME])) * MILLISECONDS_PER_TICK;
  }

  private readSystemFile(name: string): string | undefined {
    const file = `/proc/${this.child.pid ?? 0}/${name}`;
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((settle) => this.child.once('exit', settle));
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** The first line that a process prints; undefined when it ends without one. */
function firstLine(child: ChildProcess): Promise<string | undefined> {
  return new Promise((settle) => {
    child.once('exit', () => settle(undefined));
    if (child.stdout) createInterface({ input: child.stdout }).once('line', settle);
  });
}
