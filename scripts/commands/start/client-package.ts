import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** The external client app that `force-app` brings; its key and certificate are made at set-up. */
const APP = 'Opportunity_Hub_Integration';
const PRIVATE_FILE_MODE = 0o600;
const CONSUMER_KEY_BYTES = 40;
const CERTIFICATE_YEARS = 2;
const KEY_BITS = 2048;

/** How the integration logs in through the solution's own external client app. */
export interface ClientPackage {
  /** Source folder to deploy: the app's global OAuth settings with the certificate. */
  readonly sourceDirectory: string;
  /** The consumer key. */
  readonly clientId: string;
  /** PEM of the private key that signs the JWTs. */
  readonly jwtKeyFile: string;
}

/**
 * Makes consumer key, private key and certificate of the external client app in the git-ignored state folder, or finds
 * those made before. They are secrets of one org: the solution in git holds the app without them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappglobaloauthsettings.htm
 */
export async function prepareClientPackage(stateDirectory: string): Promise<ClientPackage> {
  const folder = join(stateDirectory, 'client-app');
  const sourceDirectory = join(folder, 'source');
  const jwtKeyFile = join(folder, 'private-key.pem');
  const clientIdFile = join(folder, 'consumer-key.txt');
  if (!existsSync(clientIdFile)) {
    const clientId = `3MVG9${randomBytes(CONSUMER_KEY_BYTES).toString('hex')}`;
    const { private: privateKey, cert } = await makeCertificate();
    const settingsFolder = join(sourceDirectory, 'extlClntAppGlobalOauthSets');
    mkdirSync(settingsFolder, { recursive: true });
    writeFileSync(jwtKeyFile, privateKey, { mode: PRIVATE_FILE_MODE });
    writeFileSync(
      join(settingsFolder, `${APP}_glbloauth.ecaGlblOauth-meta.xml`),
      globalSettings(clientId, cert),
    );
    // Written last: its presence says that the others are whole.
    writeFileSync(clientIdFile, clientId, { mode: PRIVATE_FILE_MODE });
  }
  return { sourceDirectory, clientId: readFileSync(clientIdFile, 'utf8'), jwtKeyFile };
}

function makeCertificate(): Promise<{ private: string; cert: string }> {
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + CERTIFICATE_YEARS);
  return generate([{ name: 'commonName', value: APP }], {
    keySize: KEY_BITS,
    algorithm: 'sha256',
    notAfterDate,
  });
}

function globalSettings(clientId: string, certificate: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ExtlClntAppGlobalOauthSettings xmlns="http://soap.sforce.com/2006/04/metadata">
    <callbackUrl>http://localhost:1717/OauthRedirect</callbackUrl>
    <certificate>${certificate.replace(/\r/g, '')}</certificate>
    <consumerKey>${clientId}</consumerKey>
    <externalClientApplication>${APP}</externalClientApplication>
    <isConsumerSecretOptional>true</isConsumerSecretOptional>
    <isNamedUserJwtEnabled>true</isNamedUserJwtEnabled>
    <isPkceRequired>true</isPkceRequired>
    <label>${APP}_glbloauth</label>
    <shouldRotateConsumerKey>false</shouldRotateConsumerKey>
    <shouldRotateConsumerSecret>false</shouldRotateConsumerSecret>
</ExtlClntAppGlobalOauthSettings>
`;
}
