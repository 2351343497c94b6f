import { FixedClock, type RecordValues } from '../../core';
import type { RunningUser } from '../../execution';
import type { DeployOptions, DeployResult } from '../../metadata';
import { createLocalOrg, type LocalOrgOptions } from '../local-org';
import type { LocalOrg } from '../types';
import { packageZip, type Deletes, type PackageEntries } from './package-zip';

const START_MS = Date.UTC(2026, 0, 15, 12);
const DEFAULT_ADMIN = 'admin@local.org';
/** Options of an ordinary deploy. */
export const DEPLOY_OPTIONS: DeployOptions = {
  checkOnly: false,
  rollbackOnError: true,
  ignoreWarnings: false,
  singlePackage: true,
  purgeOnDelete: false,
  testLevel: null,
  runTests: [],
};

/** What a test user has. */
export interface TestUser {
  readonly profile?: string;
  readonly role?: string;
  readonly permissionSets?: readonly string[];
  readonly permissionSetGroups?: readonly string[];
}

/** A real org for tests: deploys packages, makes users and records, asks questions. */
export class TestOrg {
  readonly org: LocalOrg;
  readonly admin: RunningUser;

  constructor(options: Partial<LocalOrgOptions> = {}) {
    this.org = createLocalOrg({ location: ':memory:', clock: new FixedClock(START_MS), ...options });
    this.admin = this.user(options.adminUsername ?? DEFAULT_ADMIN);
  }

  user(username: string): RunningUser {
    const user = this.org.users.findByUsername(username);
    if (!user) throw new Error(`There is no user ${username}`);
    return user;
  }

  /** Deploys and waits for the result. */
  async tryDeploy(
    files: PackageEntries,
    options: Partial<DeployOptions> = {},
    deletes: Deletes = {},
  ): Promise<DeployResult> {
    return this.tryDeployZip(packageZip(files, deletes), options);
  }

  /** Deploys a zip that is there already and waits for the result. */
  async tryDeployZip(zip: Uint8Array, options: Partial<DeployOptions> = {}): Promise<DeployResult> {
    const id = this.org.metadata.deploy(zip, { ...DEPLOY_OPTIONS, ...options }, this.admin);
    await this.org.metadata.idle();
    return this.org.metadata.deployResult(id);
  }

  /** Deploys what must succeed. */
  async deploy(files: PackageEntries, deletes: Deletes = {}): Promise<DeployResult> {
    const result = await this.tryDeploy(files, {}, deletes);
    if (result.status !== 'Succeeded')
      throw new Error(JSON.stringify({ message: result.errorMessage, failures: result.failures }, null, 1));
    return result;
  }

  /** Problems of a deploy: `CustomField Thing__c.X__c: text`. */
  async problems(
    files: PackageEntries,
    options: Partial<DeployOptions> = {},
    deletes: Deletes = {},
  ): Promise<string[]> {
    const { failures, errorMessage } = await this.tryDeploy(files, options, deletes);
    const rows = failures.map(
      ({ componentType, fullName, problem = '' }) => `${componentType} ${fullName}: ${problem}`,
    );
    return errorMessage === undefined ? rows : [...rows, errorMessage];
  }

  /** Saves new records in system mode as a user; answers their ids. */
  insert(objectName: string, records: readonly RecordValues[], user = this.admin): string[] {
    const context = { user, mode: 'system', apiVersion: 67 } as const;
    return this.org.dml.insert(objectName, records, { context, allOrNone: true }).map(({ id, errors }) => {
      if (id === null || errors.length > 0) throw new Error(`${objectName}: ${JSON.stringify(errors)}`);
      return id;
    });
  }

  /** Makes a user `name@test.org` and gives the permission sets. */
  addUser(name: string, { profile = 'Standard User', role, ...sets }: TestUser): RunningUser {
    const username = `${name}@test.org`;
    const [id = ''] = this.insert('User', [
      {
        Username: username,
        LastName: name,
        Alias: name.slice(0, 8),
        Email: username,
        ProfileId: this.idOf('Profile', 'Name', profile),
        UserRoleId: role === undefined ? null : this.idOf('UserRole', 'DeveloperName', role),
        TimeZoneSidKey: 'America/Los_Angeles',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
      },
    ]);
    this.assign(id, 'PermissionSetId', 'PermissionSet', 'Name', sets.permissionSets);
    this.assign(id, 'PermissionSetGroupId', 'PermissionSetGroup', 'DeveloperName', sets.permissionSetGroups);
    return this.user(username);
  }

  /** Id of the first row of an object with that value. */
  idOf(objectName: string, field: string, value: string): string {
    const row = this.org.store
      .prepare(`SELECT "Id" AS id FROM "${objectName}" WHERE "${field}" = ?`)
      .get(value);
    if (!row) throw new Error(`There is no ${objectName} with ${field} ${value}`);
    return row['id'] as string;
  }

  /** Rows of a query as an administrator sees them, without their ids. */
  query(soql: string, user = this.admin): RecordValues[] {
    const context = { user, mode: 'user', apiVersion: 67 } as const;
    return this.org.query.query(soql, { context }).records.map(({ fields }) => fields as RecordValues);
  }

  /** Everything the database holds, table by table, but for sequences that count requests. */
  dump(): Record<string, unknown[]> {
    const { store } = this.org;
    const tables = store
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all() as { name: string; sql: string }[];
    const rows = tables.map(({ name }): [string, unknown[]] => {
      const all = store.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all() as Record<string, unknown>[];
      return [name, name === '_sequence' ? all.filter((row) => row['name'] !== 'id:0Af') : all];
    });
    return { definitions: tables, ...Object.fromEntries(rows) };
  }

  private assign(
    assigneeId: string,
    field: string,
    objectName: string,
    nameField: string,
    names: readonly string[] = [],
  ): void {
    this.insert(
      'PermissionSetAssignment',
      names.map((name) => ({ AssigneeId: assigneeId, [field]: this.idOf(objectName, nameField, name) })),
    );
  }
}
