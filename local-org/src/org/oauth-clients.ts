import { createHash } from 'node:crypto';
import { certificates, oauthClients, type ComponentStore, type OAuthClientDefinition } from '../metadata';
import type { RunningUser } from '../execution';
import type { RecordStore } from '../storage';
import type { OAuthClient } from './types';

/** The client that the org's own tools log in with. Every user may use it. */
export interface LocalClient {
  /** Its consumer key. */
  readonly clientId: string;
  /** PEM. */
  readonly publicKeyPem: string;
}

/** OAuth scopes by their metadata names. */
const SCOPES: Readonly<Record<string, string>> = {
  Api: 'api',
  Full: 'full',
  RefreshToken: 'refresh_token',
  Web: 'web',
  OpenID: 'openid',
  Profile: 'profile',
  Email: 'email',
};
const DEFAULT_SCOPES: readonly string[] = ['api', 'web', 'refresh_token'];
const CLI_CALLBACK = 'http://localhost:1717/OauthRedirect';
/** Consumer key of the Salesforce CLI's own app, which every org knows. */
const CLI_CLIENT_ID = 'PlatformCLI';

/** Finds OAuth clients: external client apps that were deployed, the CLI's, and the org's own. */
export class OAuthClients {
  private readonly own: ReadonlyMap<string, OAuthClient>;

  constructor(
    private readonly components: () => ComponentStore,
    private readonly store: RecordStore,
    localClient: LocalClient | undefined,
  ) {
    const clients = [ownClient(CLI_CLIENT_ID, 'Salesforce CLI', null)];
    if (localClient)
      clients.push(ownClient(localClient.clientId, 'Local Org Tools', localClient.publicKeyPem));
    this.own = new Map(clients.map((client) => [client.clientId, client]));
  }

  /** The client of a consumer key; undefined when there is none, or when its app is switched off. */
  find(clientId: string): OAuthClient | undefined {
    const own = this.own.get(clientId);
    if (own) return own;
    const definition = oauthClients(this.components()).find((client) => client.consumerKey === clientId);
    return definition?.isEnabled ? this.deployedClient(clientId, definition) : undefined;
  }

  private deployedClient(clientId: string, definition: OAuthClientDefinition): OAuthClient {
    const { consumerSecret, isClientCredentialsFlowEnabled, permittedUsers, permissionSets } = definition;
    return {
      clientId,
      label: definition.label,
      secretHash: consumerSecret === null ? null : createHash('sha256').update(consumerSecret).digest('hex'),
      certificate: this.certificatePem(definition.certificate),
      callbackUrls: definition.callbackUrls,
      clientCredentialsUser: isClientCredentialsFlowEnabled ? definition.clientCredentialsUser : null,
      scopes: definition.scopes.map((scope) => SCOPES[scope] ?? scope.toLowerCase()),
      isPreauthorized: (user) =>
        permittedUsers === 'AdminApprovedPreAuthorized' &&
        (this.hasAnyPermissionSet(user, permissionSets) || this.hasAnyProfile(user, definition.profiles)),
    };
  }

  /** The certificate stands in the app itself, or the app names one that was deployed. */
  private certificatePem(certificate: string | null): string | null {
    const named = certificates(this.components()).find(({ name }) => name === certificate);
    return named?.pem ?? certificate;
  }

  private hasAnyProfile(user: RunningUser, names: readonly string[]): boolean {
    const row = this.store.prepare('SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?').get(user.profileId);
    return names.includes(String(row?.['name']));
  }

  private hasAnyPermissionSet(user: RunningUser, names: readonly string[]): boolean {
    const row = this.store
      .prepare(
        `SELECT 1 FROM "PermissionSetAssignment" a
         LEFT JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
         JOIN "PermissionSet" s ON s."Id" = coalesce(a."PermissionSetId", c."PermissionSetId")
         WHERE a."AssigneeId" = ? AND s."Name" IN (SELECT value FROM json_each(?)) LIMIT 1`,
      )
      .get(user.id, JSON.stringify(names));
    return row !== undefined;
  }
}

function ownClient(clientId: string, label: string, certificate: string | null): OAuthClient {
  return {
    clientId,
    label,
    secretHash: null,
    certificate,
    callbackUrls: [CLI_CALLBACK],
    clientCredentialsUser: null,
    scopes: DEFAULT_SCOPES,
    isPreauthorized: () => true,
  };
}
