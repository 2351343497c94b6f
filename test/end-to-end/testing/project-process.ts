import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Folder of the project. */
export const PROJECT = resolve(__dirname, '../../..');

/** Time that a process has to end by itself before its whole group is killed. */
const GRACE_MS = 15_000;
/** Time between two looks at what a process has done so far. */
const ROUND_MS = 50;

/** How a process ended. */
export interface Ended {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process is started with besides its arguments. */
export interface ProcessOptions {
  /** Added to the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Working folder; default the project. */
  readonly cwd?: string;
}

const running = new Set<ProjectProcess>();

/** A process of its own, in a process group of its own, with its output kept. */
export class ProjectProcess {
  /** Settles when the process has ended and its output is whole. */
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly output = { stdout: '', stderr: '' };
  private readonly watchers = new Set<() => void>();

  constructor(script: string, args: readonly string[], { env = {}, cwd = PROJECT }: ProcessOptions = {}) {
    this.child = spawn(process.execPath, [join(PROJECT, script), ...args], {
      cwd,
      env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(this);
    for (const name of ['stdout', 'stderr'] as const) {
      this.child[name]?.setEncoding('utf8').on('data', (text: string) => {
        this.output[name] += text;
        this.notify();
      });
    }
    this.ended = new Promise((settle) => {
      this.child.once('close', (code) => {
        running.delete(this);
        settle({ code, ...this.output });
        this.notify();
      });
    });
  }

  /** Waits until its output matches, and returns the match. Fails when it ends without. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output.stdout) ?? pattern.exec(this.output.stderr);
      if (match) return match;
      if (!running.has(this)) throw new Error(`Ended without ${String(pattern)}: ${this.text()}`);
      await new Promise<void>((resolve) => this.watchers.add(resolve));
    }
  }

  /** What it has written so far. */
  get stdout(): string {
    return this.output.stdout;
  }

  /** Asks again and again until the answer is yes, or the process has ended. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (running.has(this) && !(await holds())) await delay(ROUND_MS);
  }

  /** Ctrl-C. */
  interrupt(): void {
    this.child.kill('SIGINT');
  }

  /** Ends it, and the processes of its group, as a machine that is switched off does. */
  kill(): void {
    if (!running.has(this) || this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
  }

  /** Stops it: asked first, killed when it does not listen. */
  async stop(): Promise<Ended> {
    this.child.kill('SIGTERM');
    const killer = setTimeout(() => this.kill(), GRACE_MS);
    const ended = await this.ended;
    clearTimeout(killer);
    return ended;
  }

  private text(): string {
    return `${this.output.stdout}\n${this.output.stderr}`;
  }

  private notify(): void {
    for (const watcher of this.watchers) watcher();
    this.watchers.clear();
  }
}

/** Stops every process that is still running; for `afterAll`. */
export async function stopProcesses(): Promise<void> {
  await Promise.all([...running].map((started) => started.stop()));
}

/** Starts a command of package.json, as `npm run` does: `hub('migrate', '--source', path)`. */
export function hub(command: string, ...args: readonly string[]): ProjectProcess {
  return new ProjectProcess('scripts/bootstrap.mjs', [command, ...args]);
}

/** Starts a command of package.json and waits for its end. */
export function runHub(command: string, ...args: readonly string[]): Promise<Ended> {
  return hub(command, ...args).ended;
}
