import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LocalOrgError } from '../../core';

/** Name of the org in the Salesforce CLI. */
const ALIAS = 'suite';

/** What a command answers with `--json`. */
export interface CliAnswer<T> {
  readonly status: number;
  readonly result: T;
  readonly message?: string;
}

/** How to log in to an org. */
export interface CliLogin {
  readonly url: string;
  readonly username: string;
  readonly clientId: string;
  readonly jwtKeyFile: string;
}

/** The unmodified Salesforce CLI of this project, with a home folder of its own. */
export class SalesforceCli {
  constructor(
    private readonly home: string,
    /** Folder in which commands run. */
    private readonly folder: string,
  ) {
    mkdirSync(home, { recursive: true });
  }

  /** Logs in by JWT. */
  async logIn({ url, username, clientId, jwtKeyFile }: CliLogin): Promise<void> {
    await this.json(
      ...['org', 'login', 'jwt', '--username', username, '--jwt-key-file', jwtKeyFile],
      ...['--client-id', clientId, '--instance-url', url, '--alias', ALIAS],
    );
  }

  /** Runs a command against the org and reads its answer, whatever its exit code. */
  onOrg<T>(...args: readonly string[]): Promise<CliAnswer<T>> {
    return this.json<T>(...args, '--target-org', ALIAS);
  }

  private async json<T>(...args: readonly string[]): Promise<CliAnswer<T>> {
    const output = await this.run([...args, '--json']);
    try {
      return JSON.parse(output) as CliAnswer<T>;
    } catch (cause) {
      throw new LocalOrgError('SALESFORCE_CLI', `sf ${args.join(' ')}: ${output}`, {
        cause,
        actions: ['Read the message above'],
      });
    }
  }

  /** @returns standard output, or standard error when there is none */
  private run(args: readonly string[]): Promise<string> {
    const main = createRequire(__filename).resolve('@salesforce/cli');
    const script = join(dirname(main), '../bin/run.js');
    const env = {
      ...process.env,
      HOME: this.home,
      USERPROFILE: this.home,
      SF_DISABLE_TELEMETRY: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_DOMAIN_RETRY: '0',
      NODE_NO_WARNINGS: '1',
      FORCE_COLOR: '0',
    };
    return new Promise((settle, fail) => {
      const child = spawn(process.execPath, [script, ...args], {
        cwd: this.folder,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const output = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const) {
        child[name].setEncoding('utf8').on('data', (text: string) => {
          output[name] += text;
        });
      }
      child.once('error', fail);
      child.once('close', () => {
        settle(output.stdout.trim() === '' ? output.stderr : output.stdout);
      });
    });
  }
}
