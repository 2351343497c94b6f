import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, ProjectProcess, type Ended } from './project-process';
import type { RunningOrg } from './running-org';

/** Name that the tests' org has in the Salesforce CLI. */
export const ALIAS = 'end-to-end';

/** Answer of `sf --json`. */
export interface SfAnswer<T = unknown> {
  readonly status: number;
  readonly result: T;
  readonly name?: string;
  readonly message?: string;
}

/** The unmodified Salesforce CLI with a home folder of its own. */
export class Sf {
  constructor(
    private readonly home: string,
    /** Folder that commands run in; default the project. */
    private readonly cwd: string = PROJECT,
  ) {
    mkdirSync(home, { recursive: true });
  }

  /** The same logins in another folder. */
  in(cwd: string): Sf {
    return new Sf(this.home, cwd);
  }

  /** Runs a command as people do. */
  run(...args: readonly string[]): Promise<Ended> {
    return this.start(...args).ended;
  }

  /** Starts a command that goes on until it is stopped. */
  start(...args: readonly string[]): ProjectProcess {
    const env = {
      HOME: this.home,
      USERPROFILE: this.home,
      SF_DISABLE_TELEMETRY: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_DOMAIN_RETRY: '0',
      FORCE_COLOR: '0',
    };
    return new ProjectProcess('node_modules/@salesforce/cli/bin/run.js', args, { env, cwd: this.cwd });
  }

  /** Runs a command against the org with `--json` and reads its answer, whatever its exit code. */
  async json<T = unknown>(...args: readonly string[]): Promise<SfAnswer<T>> {
    const { stdout, stderr } = await this.run(...args, '--target-org', ALIAS, '--json');
    try {
      return JSON.parse(stdout) as SfAnswer<T>;
    } catch {
      throw new Error(`sf ${args.join(' ')}: ${stdout}${stderr}`);
    }
  }

  /** Runs a command that has to succeed and returns its result. */
  async result<T = unknown>(...args: readonly string[]): Promise<T> {
    const { status, result, message } = await this.json<T>(...args);
    if (status !== 0) throw new Error(`sf ${args.join(' ')}: ${message ?? JSON.stringify(result)}`);
    return result;
  }

  /** `sf org login jwt` as the administrator of an org. */
  logIn({ ready }: RunningOrg): Promise<Ended> {
    return this.run(
      ...['org', 'login', 'jwt', '--username', ready.username, '--jwt-key-file', ready.jwtKeyFile],
      ...['--client-id', ready.clientId, '--instance-url', ready.url, '--alias', ALIAS, '--set-default'],
    );
  }
}

/** Path inside a folder, its parents made. */
export function fileIn(folder: string, ...path: readonly string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  return file;
}
