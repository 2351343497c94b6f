import type { Component, MetadataObject } from '../component';
import { booleanOf, objectOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/** Who may use an app without approving it first. */
export type PermittedUsers = 'AdminApprovedPreAuthorized' | 'AllSelfAuthorized';

/**
 * An OAuth client as metadata describes it: an external client app with its settings and policies together, or a
 * connected app.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_externalclientapplication.htm
 */
export interface OAuthClientDefinition {
  readonly name: string;
  readonly label: string;
  /** Null when metadata states none: the org must make one. */
  readonly consumerKey: string | null;
  readonly consumerSecret: string | null;
  readonly isSecretOptional: boolean;
  readonly callbackUrls: readonly string[];
  /** As metadata names them: `Api`, `RefreshToken`, `Web`. */
  readonly scopes: readonly string[];
  /** PEM of the certificate that verifies JWTs, or the name of a Certificate component; null without one. */
  readonly certificate: string | null;
  readonly isPkceRequired: boolean;
  readonly isClientCredentialsFlowEnabled: boolean;
  readonly clientCredentialsUser: string | null;
  readonly permittedUsers: PermittedUsers;
  /** Names of the permission sets and profiles that pre-authorise their users. */
  readonly permissionSets: readonly string[];
  readonly profiles: readonly string[];
  readonly isEnabled: boolean;
}

/** All OAuth clients of the org's metadata. */
export function oauthClients(store: ComponentStore): OAuthClientDefinition[] {
  return [
    ...store.all('ExternalClientApplication').map((app) => externalClientApp(app, store)),
    ...store.all('ConnectedApp').map(connectedApp),
  ];
}

function externalClientApp(app: Component, store: ComponentStore): OAuthClientDefinition {
  const part = (type: string): MetadataObject =>
    store.all(type).find(({ content }) => textOf(content, 'externalClientApplication') === app.fullName)
      ?.content ?? {};
  const global = part('ExtlClntAppGlobalOauthSettings');
  const oauth = part('ExtlClntAppOauthSettings');
  const policies = part('ExtlClntAppOauthConfigurablePolicies');
  const general = part('ExtlClntAppConfigurablePolicies');
  return {
    name: app.fullName,
    label: textOf(app.content, 'label') ?? app.fullName,
    consumerKey: textOf(global, 'consumerKey') ?? null,
    consumerSecret: textOf(global, 'consumerSecret') ?? null,
    isSecretOptional: booleanOf(global, 'isConsumerSecretOptional'),
    callbackUrls: lines(textOf(global, 'callbackUrl')),
    scopes: commaSeparated(textOf(oauth, 'commaSeparatedOauthScopes')),
    certificate: textOf(global, 'certificate') ?? textOf(oauth, 'clientAssertionCertificate') ?? null,
    isPkceRequired: booleanOf(global, 'isPkceRequired'),
    isClientCredentialsFlowEnabled:
      booleanOf(global, 'isClientCredentialsFlowEnabled') ||
      booleanOf(policies, 'isClientCredentialsFlowEnabled'),
    clientCredentialsUser: textOf(policies, 'clientCredentialsFlowUser') ?? null,
    permittedUsers:
      textOf(policies, 'permittedUsersPolicyType') === 'AdminApprovedPreAuthorized'
        ? 'AdminApprovedPreAuthorized'
        : 'AllSelfAuthorized',
    permissionSets: commaSeparated(textOf(policies, 'commaSeparatedPermissionSet')),
    profiles: commaSeparated(textOf(policies, 'commaSeparatedProfile')),
    isEnabled: booleanOf(general, 'isEnabled', true),
  };
}

function connectedApp({ content, fullName }: Component): OAuthClientDefinition {
  const oauth = objectOf(content, 'oauthConfig') ?? {};
  return {
    name: fullName,
    label: textOf(content, 'label') ?? fullName,
    consumerKey: textOf(oauth, 'consumerKey') ?? null,
    consumerSecret: textOf(oauth, 'consumerSecret') ?? null,
    isSecretOptional: booleanOf(oauth, 'isConsumerSecretOptional'),
    callbackUrls: lines(textOf(oauth, 'callbackUrl')),
    scopes: textsOf(oauth, 'scopes'),
    certificate: textOf(oauth, 'certificate') ?? null,
    isPkceRequired: booleanOf(oauth, 'isPkceRequired'),
    isClientCredentialsFlowEnabled: booleanOf(oauth, 'isClientCredentialEnabled'),
    clientCredentialsUser: textOf(oauth, 'oauthClientCredentialUser') ?? null,
    permittedUsers: booleanOf(oauth, 'isAdminApproved') ? 'AdminApprovedPreAuthorized' : 'AllSelfAuthorized',
    permissionSets: textsOf(content, 'permissionSetName'),
    profiles: textsOf(content, 'profileName'),
    isEnabled: true,
  };
}

function commaSeparated(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || []);
}

function lines(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((line) => line !== '');
}
