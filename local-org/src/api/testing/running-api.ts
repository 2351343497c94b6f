import { createSign, generateKeyPairSync } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { FastifyInstance } from 'fastify';
import { FixedClock } from '../../core';
import { createLocalOrg, type LocalOrg } from '../../org';
import type { ApiOptions } from '../api-deps';
import { createApi } from '../create-api';

/** Consumer key of the client that the fixture's org knows. */
export const CLIENT_ID = 'TEST_CLIENT';
/** Username of the administrator. */
export const ADMIN = 'admin@local.org';
const START_MS = Date.UTC(2026, 0, 15, 12);
const JWT_LIFETIME_MS = 180_000;

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Claims of a JWT; those left out get values that the org accepts. */
export interface Claims {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  readonly exp?: number;
}

/** An answer, its JSON parsed; a text that is no JSON stays a text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What a request may carry besides method and path. */
export interface RequestParts {
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An API that listens on a free port over an empty org in memory, with a clock that stands still. */
export class RunningApi {
  /** Session of the administrator. */
  token = '';

  private constructor(
    readonly org: LocalOrg,
    readonly clock: FixedClock,
    readonly app: FastifyInstance,
    /** `http://127.0.0.1:PORT` */
    readonly url: string,
  ) {}

  /** Starts an API and logs the administrator in. */
  static async start(options: ApiOptions = {}): Promise<RunningApi> {
    const clock = new FixedClock(START_MS);
    const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const org = createLocalOrg({
      location: ':memory:',
      clock,
      adminUsername: ADMIN,
      localClient: { clientId: CLIENT_ID, publicKeyPem },
    });
    const app = createApi(org, { clientClock: clock, ...options });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const api = new RunningApi(org, clock, app, url);
    try {
      api.token = await api.login();
    } catch (error) {
      await api.stop();
      throw error;
    }
    return api;
  }

  async stop(): Promise<void> {
    await this.app.close();
    this.org.close();
  }

  /** Logs in by JWT and returns the token. */
  async login(claims: Claims = {}): Promise<string> {
    const { status, body } = await this.requestToken(this.jwt(claims));
    if (status !== 200) throw new Error(`Login failed: ${JSON.stringify(body)}`);
    return (body as { access_token: string }).access_token;
  }

  /** Creates a user of a profile and logs it in. Returns the token. */
  async loginAs(username: string, profileName: string): Promise<string> {
    const { records } = await this.query(`SELECT Id FROM Profile WHERE Name = '${profileName}'`);
    const [Alias = ''] = username.split('@');
    await this.create('User', {
      Username: username,
      LastName: Alias,
      Alias,
      Email: username,
      ProfileId: records[0]?.['Id'],
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    return this.login({ sub: username });
  }

  requestToken(assertion: string): Promise<Answer> {
    return this.send('POST', '/services/oauth2/token', {
      form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion },
    });
  }

  /** A signed JWT. */
  jwt(claims: Claims = {}, algorithm = 'RS256'): string {
    const {
      iss = CLIENT_ID,
      sub = ADMIN,
      aud = `${this.url}/`,
      exp = this.clock.now() + JWT_LIFETIME_MS,
    } = claims;
    const text = `${base64url({ alg: algorithm, typ: 'JWT' })}.${base64url({ iss, sub, aud, exp })}`;
    const signature =
      algorithm === 'RS256' ? createSign('RSA-SHA256').update(text).sign(keys.privateKey) : '';
    return `${text}.${Buffer.from(signature).toString('base64url')}`;
  }

  /** Sends a request to a resource of version 67 with the administrator's session. */
  call(
    method: string,
    path: string,
    json?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.send(method, `/services/data/v67.0${path}`, {
      ...(json === undefined ? {} : { json }),
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
  }

  /** Sends any request, without a session unless the headers bring one. */
  async send(method: string, path: string, parts: RequestParts = {}): Promise<Answer> {
    const response = await fetch(this.url + path, { method, redirect: 'manual', ...bodyOf(parts) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parseBody(text) };
  }

  /** Creates a record and returns its id. */
  async create(object: string, values: Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await this.call('POST', `/sobjects/${object}`, values);
    if (status !== 201) throw new Error(`${object} was not created: ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  }

  /** Runs a query and returns the whole answer. */
  async query(soql: string): Promise<QueryAnswer> {
    const { status, body } = await this.call('GET', `/query?q=${encodeURIComponent(soql)}`);
    if (status !== 200) throw new Error(`${soql} failed: ${JSON.stringify(body)}`);
    return body as QueryAnswer;
  }

  /**
   * Deploys custom fields of an object with a permission set that grants them, and assigns that to the administrator.
   * `fields` is the XML of the `<fields>` elements.
   */
  async deployFields(object: string, fields: string): Promise<void> {
    const names = [...fields.matchAll(/<fullName>([^<]+)/g)].map(([, name]) => `${object}.${name}`);
    const permissionSet = `Fields_Of_${object}`;
    await this.deploy({
      'package.xml': packageXml({ CustomField: names, PermissionSet: [permissionSet] }),
      [`objects/${object}.object`]: `<CustomObject ${METADATA_NAMESPACE}>${fields}</CustomObject>`,
      [`permissionsets/${permissionSet}.permissionset`]: permissionSetXml(permissionSet, names),
    });
    const { records } = await this.query(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
    const { records: users } = await this.query(`SELECT Id FROM User WHERE Username = '${ADMIN}'`);
    await this.create('PermissionSetAssignment', {
      AssigneeId: users[0]?.['Id'],
      PermissionSetId: records[0]?.['Id'],
    });
  }

  /** Deploys a package of files by path. */
  async deploy(files: Readonly<Record<string, string>>): Promise<void> {
    const zip = zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, strToU8(text)]),
      ),
    );
    const admin = this.org.users.findByUsername(ADMIN);
    if (!admin) throw new Error('The org has no administrator');
    const id = this.org.metadata.deploy(zip, DEPLOY_OPTIONS, admin);
    await this.org.metadata.idle();
    const { success, failures } = this.org.metadata.deployResult(id);
    if (!success) throw new Error(`Deploy failed: ${JSON.stringify(failures)}`);
  }
}

/** A query's answer, as tests read it. */
export interface QueryAnswer {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

const DEPLOY_OPTIONS = {
  checkOnly: false,
  rollbackOnError: true,
  ignoreWarnings: false,
  singlePackage: true,
  purgeOnDelete: false,
  testLevel: null,
  runTests: [],
} as const;

const METADATA_NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function packageXml(members: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(members).map(
    ([type, names]) =>
      `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`,
  );
  return `<Package ${METADATA_NAMESPACE}>${types.join('')}<version>67.0</version></Package>`;
}

function permissionSetXml(label: string, fields: readonly string[]): string {
  const permissions = fields.map(
    (field) =>
      `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`,
  );
  return `<PermissionSet ${METADATA_NAMESPACE}>${permissions.join('')}<label>${label}</label></PermissionSet>`;
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function bodyOf({ json, form, text, headers = {} }: RequestParts): {
  headers: Record<string, string>;
  body?: string;
} {
  if (json !== undefined) {
    return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(json) };
  }
  if (form !== undefined) {
    const body = new URLSearchParams(form).toString();
    return { headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body };
  }
  return text === undefined ? { headers: { ...headers } } : { headers: { ...headers }, body: text };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
