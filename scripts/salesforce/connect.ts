import { readConnectionFile, CONNECTION_FILE } from './connection-file';
import { SalesforceIntegration, type SalesforceOptions } from './salesforce-integration';

/** Which org a command works on. */
export interface OrgChoice {
  /** Alias or user name of the Salesforce CLI; without it the local org that `npm start` runs. */
  readonly targetOrg?: string | undefined;
  /** Connection file of the local org. Default `.local/local-org.json`. */
  readonly connectionFile?: string | undefined;
}

/**
 * Connects to the chosen org and logs in.
 * @throws ConfigurationError, AuthenticationError, ConnectionError
 */
export async function connectToOrg(
  choice: OrgChoice,
  options: SalesforceOptions = {},
): Promise<SalesforceIntegration> {
  const integration =
    choice.targetOrg === undefined
      ? SalesforceIntegration.withJwt(readConnectionFile(choice.connectionFile ?? CONNECTION_FILE), options)
      : SalesforceIntegration.withAlias(choice.targetOrg, options);
  await integration.connect();
  return integration;
}
