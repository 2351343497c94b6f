import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalOrgProcess, PROJECT, REGISTER } from './local-org-process';
import { OrgClient } from './org-client';

/** What `npm start -- --exit --json` answers, as far as it is measured. */
export interface HubSummary {
  readonly seconds: number;
  readonly migrated: {
    readonly rows: { readonly read: number; readonly loaded: number; readonly rejected: number };
    readonly reconciled: boolean;
    readonly calls: { readonly calls: number };
    readonly durationMs: number;
  };
}

/** A finished `npm start -- --exit`: its summary, how long it took, and the state folder that it left. */
export interface HubRun {
  readonly summary: HubSummary;
  readonly seconds: number;
  readonly stateFolder: string;
}

/** A running org that has the solution deployed, and a client of its administrator. */
export interface SolutionOrg {
  readonly client: OrgClient;
  readonly process: LocalOrgProcess;
  readonly databaseFile: string;
}

const ADMINISTRATOR = 'admin@opportunity-hub.example';
const BYPASSING_PERMISSION_SET = 'Opportunity_Hub_Migration';

/** Temporary folders and processes of a run; `close` removes all of them. */
export class Workspace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'opportunity-hub-bench-'));
  private readonly processes = new Set<LocalOrgProcess>();
  private folders = 0;
  private hub: Promise<HubRun> | undefined;
  private withoutFlows: Promise<HubRun> | undefined;
  private hubProcess: ChildProcess | undefined;

  newFolder(): string {
    return join(this.folder, String(this.folders++));
  }

  async startLocalOrg(stateFolder: string, username: string): Promise<LocalOrgProcess> {
    const process = await LocalOrgProcess.start(stateFolder, username);
    this.processes.add(process);
    return process;
  }

  async stopLocalOrg(process: LocalOrgProcess): Promise<void> {
    await process.stop();
    this.processes.delete(process);
  }

  /** `npm start -- --exit` on an empty state folder; run once, by the first case that needs it. */
  solution(): Promise<HubRun> {
    return (this.hub ??= this.runHub(this.newFolder()));
  }

  /** The same for a copy of the project in which no flow is active; begins when the other run is through. */
  async solutionWithoutFlows(): Promise<HubRun> {
    await this.solution();
    return (this.withoutFlows ??= this.runHub(this.newFolder(), copyWithoutFlows(this.newFolder())));
  }

  /**
   * Starts an org with the solution on a copy of its state, for one piece of work. The administrator who does the
   * work may not bypass validation rules.
   */
  async withSolutionOrg<T>(
    work: (org: SolutionOrg) => Promise<T>,
    solution: Promise<HubRun> = this.solution(),
  ): Promise<T> {
    const { stateFolder } = await solution;
    const copy = this.newFolder();
    cpSync(stateFolder, copy, { recursive: true, filter: (path) => !path.includes('sf-home') });
    const process = await this.startLocalOrg(copy, ADMINISTRATOR);
    try {
      const client = new OrgClient(process.connection);
      await removeBypass(client);
      return await work({ client, process, databaseFile: join(copy, 'org.db') });
    } finally {
      await this.stopLocalOrg(process);
    }
  }

  async close(): Promise<void> {
    if (this.hubProcess?.exitCode === null) {
      this.hubProcess.kill('SIGTERM');
      await this.hub?.catch(() => undefined);
    }
    await Promise.all([...this.processes].map((process) => process.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private runHub(stateFolder: string, project = PROJECT): Promise<HubRun> {
    const startedAt = performance.now();
    const child = spawn(
      process.execPath,
      [
        ...['-r', REGISTER, join(project, 'scripts/commands/start.ts'), '--exit', '--json', '--port', '0'],
        ...['--state', stateFolder],
      ],
      { cwd: project, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_NO_WARNINGS: '1' } },
    );
    const output = { stdout: '', stderr: '' };
    this.hubProcess = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    return new Promise((settle, reject) => {
      child.once('close', (code) => {
        if (code !== 0) return reject(new Error(`npm start -- --exit failed. ${output.stderr}`));
        const seconds = (performance.now() - startedAt) / 1000;
        settle({ summary: JSON.parse(output.stdout) as HubSummary, seconds, stateFolder });
      });
    });
  }
}

async function removeBypass(client: OrgClient): Promise<void> {
  const assignments = await client.query<{ Id: string }>(
    `SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = '${BYPASSING_PERMISSION_SET}'` +
      ` AND Assignee.Username = '${ADMINISTRATOR}'`,
  );
  for (const { Id } of assignments) {
    await client.request('DELETE', `/sobjects/PermissionSetAssignment/${Id}`);
  }
}

/** What `npm start` reads of the project. */
const COPIED = ['config', 'data', 'force-app', 'local-org', 'scripts', 'package.json', 'sfdx-project.json'];

/** Copies the project and makes every flow of it a draft; packages are shared. */
function copyWithoutFlows(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of [...COPIED, 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const flows = join(folder, 'force-app/main/default/flows');
  for (const name of readdirSync(flows)) {
    const text = readFileSync(join(flows, name), 'utf8');
    writeFileSync(join(flows, name), text.replace('<status>Active</status>', '<status>Draft</status>'));
  }
  return folder;
}
