import { RunningApi, type Answer } from '../../testing/running-api';
import { UI_PACKAGE } from './ui-package';

/** JSON of an answer, as tests look into it. */
export type Json = Readonly<Record<string, unknown>>;

/** An org with {@link UI_PACKAGE}, an administrator who sees all of it, and a user who sees some. */
export class UiOrg {
  private constructor(
    readonly api: RunningApi,
    /** Session of a standard user with the permission set `Some_Fields`. */
    readonly userToken: string,
    readonly userId: string,
  ) {}

  static async start(): Promise<UiOrg> {
    const api = await RunningApi.start();
    await api.deploy(UI_PACKAGE);
    const admin = await idOf(api, "User WHERE Username = 'admin@local.org'");
    await assign(api, admin, 'All_Sites');
    const userId = await api.create('User', {
      Username: 'rep@test.org',
      LastName: 'Rep',
      FirstName: 'Rita',
      Alias: 'rrep',
      Email: 'rep@test.org',
      ProfileId: await idOf(api, "Profile WHERE Name = 'Standard User'"),
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    await assign(api, userId, 'Some_Fields');
    return new UiOrg(api, await api.login({ sub: 'rep@test.org' }), userId);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** Calls a resource below `/ui-api` as the administrator. */
  call(method: string, path: string, json?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.api.call(method, `/ui-api${path}`, json, headers);
  }

  /** Calls a resource below `/ui-api` as the user who sees some of it. */
  callAsUser(method: string, path: string, json?: unknown): Promise<Answer> {
    return this.api.call(method, `/ui-api${path}`, json, { authorization: `Bearer ${this.userToken}` });
  }

  /** The body of a GET that must succeed. */
  async get(path: string): Promise<Json> {
    const { status, body } = await this.call('GET', path);
    if (status !== 200) throw new Error(`${path} answers ${status}: ${JSON.stringify(body)}`);
    return body as Json;
  }

  /** The id of a record type of Site__c. */
  recordTypeId(name: string): Promise<string> {
    return idOf(this.api, `RecordType WHERE SobjectType = 'Site__c' AND DeveloperName = '${name}'`);
  }
}

async function idOf(api: RunningApi, from: string): Promise<string> {
  const { records } = await api.query(`SELECT Id FROM ${from}`);
  return String(records[0]?.['Id']);
}

async function assign(api: RunningApi, userId: string, permissionSet: string): Promise<void> {
  await api.create('PermissionSetAssignment', {
    AssigneeId: userId,
    PermissionSetId: await idOf(api, `PermissionSet WHERE Name = '${permissionSet}'`),
  });
}
