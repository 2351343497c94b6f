import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RequestRejectedError } from '../../shared';

/** The part of every `sf --json` answer that is always there. */
interface SfAnswer {
  readonly status: number;
  readonly name?: string;
  readonly message?: string;
  readonly result?: unknown;
}

/**
 * The unmodified Salesforce CLI of this project.
 * Telemetry and version checks are off: nothing but the org is contacted.
 */
export class SfCli {
  constructor(
    private readonly projectDirectory: string,
    /** Home folder for its logins; absent to use the logins of the person who runs this. */
    private readonly homeDirectory?: string,
  ) {
    if (homeDirectory) mkdirSync(homeDirectory, { recursive: true });
  }

  /**
   * Runs a command with `--json` and returns its `result`.
   * @throws RequestRejectedError SF_FAILED with the CLI's message; `cause` is its whole answer
   */
  async run(args: readonly string[], signal?: AbortSignal): Promise<unknown> {
    const { stdout, stderr } = await this.execute([...args, '--json'], signal);
    const answer = parseAnswer(stdout);
    if (answer?.status === 0) return answer.result;
    throw new RequestRejectedError(
      'SF_FAILED',
      answer?.message ?? `sf ${args.join(' ')}: ${stderr.trim()}`,
      0,
      {
        cause: answer,
        actions: [`Run it yourself for details: npx sf ${args.join(' ')}`],
      },
    );
  }

  private execute(
    args: readonly string[],
    signal?: AbortSignal,
  ): Promise<{ stdout: string; stderr: string }> {
    const home = this.homeDirectory ? { HOME: this.homeDirectory, USERPROFILE: this.homeDirectory } : {};
    const child = spawn(
      process.execPath,
      [join(this.projectDirectory, 'node_modules/@salesforce/cli/bin/run.js'), ...args],
      {
        cwd: this.projectDirectory,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          ...home,
          SF_DISABLE_TELEMETRY: 'true',
          SF_SKIP_NEW_VERSION_CHECK: 'true',
          SF_DOMAIN_RETRY: '0',
          NODE_NO_WARNINGS: '1',
        },
        ...(signal ? { signal } : {}),
      },
    );
    return new Promise((resolve, reject) => {
      const output = { stdout: '', stderr: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
      child.once('error', reject);
      child.once('close', () => resolve(output));
    });
  }
}

function parseAnswer(stdout: string): SfAnswer | undefined {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf('{'))) as SfAnswer;
  } catch {
    return undefined;
  }
}
