import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AuthenticationError } from '../shared';
import type { Session, SessionSource } from './session';

const run = promisify(execFile);

/** Time the CLI gets for its answer, in milliseconds. */
const CLI_TIMEOUT_MS = 120_000;

/** Runs `sf` with arguments and gives its standard output; replaced in tests. */
export type SfCli = (args: readonly string[]) => Promise<string>;

interface CliOrg {
  readonly accessToken?: string;
  readonly instanceUrl?: string;
}

const runSf: SfCli = async (args) => {
  const env = { ...process.env, SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' };
  const { stdout } = await run('sf', [...args], { env, timeout: CLI_TIMEOUT_MS, maxBuffer: 16_000_000 });
  return stdout;
};

/** Takes the session of an org that the Salesforce CLI is logged in to. */
export class AliasSession implements SessionSource {
  constructor(
    /** Alias or user name, as `sf org login --alias` stored it. */
    private readonly alias: string,
    private readonly sf: SfCli = runSf,
  ) {}

  get description(): string {
    return `the org with alias ${this.alias}`;
  }

  async open(): Promise<Session> {
    const result = await this.display();
    if (!result.accessToken || !result.instanceUrl) throw this.refusal(new Error('no session in the answer'));
    return { accessToken: result.accessToken, instanceUrl: result.instanceUrl.replace(/\/+$/, '') };
  }

  /** Newer CLIs hide the token in `org display` and show it by a command of its own. */
  private async display(): Promise<CliOrg> {
    try {
      const org = await this.ask(['org', 'display']);
      if (org.accessToken && !/redacted/i.test(org.accessToken)) return org;
      return { ...org, ...(await this.ask(['org', 'auth', 'show-access-token'])) };
    } catch (error) {
      throw this.refusal(error);
    }
  }

  private async ask(command: readonly string[]): Promise<CliOrg> {
    const output = await this.sf([...command, '--target-org', this.alias, '--json']);
    return (JSON.parse(output) as { result?: CliOrg }).result ?? {};
  }

  private refusal(cause: unknown): AuthenticationError {
    return new AuthenticationError(
      'ALIAS_UNKNOWN',
      `The Salesforce CLI has no usable login for ${this.alias}`,
      {
        cause,
        actions: [`sf org login jwt --alias ${this.alias} ...`, 'sf org list shows the aliases it knows'],
      },
    );
  }
}
