import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** The external client app that `force-app` brings; its key and certificate are made at set-up. */
const APP = 'Opportunity_Hub_Integration';
const PRIVATE_FILE_MODE = 0o600;
const CONSUMER_KEY_BYTES = 40;
const CERTIFICATE_YEARS = 2;
const KEY_BITS = 2048;

/** How the integration logs in through the solution's own external client app. */
export interface ClientApp {
  /** The consumer key. */
  readonly clientId: string;
  /** PEM of the private key that signs the JWTs. */
  readonly jwtKeyFile: string;
  /** PEM of the certificate that goes into the org. */
  readonly certificate: string;
}

/**
 * Makes consumer key, private key and certificate of the external client app in the git-ignored state folder, or finds
 * those made before. They are secrets of one org: the solution in git holds the app without them.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappglobaloauthsettings.htm
 */
export async function prepareClientApp(stateDirectory: string): Promise<ClientApp> {
  const folder = join(stateDirectory, 'client-app');
  const jwtKeyFile = join(folder, 'private-key.pem');
  const certificateFile = join(folder, 'certificate.pem');
  const clientIdFile = join(folder, 'consumer-key.txt');
  if (!existsSync(clientIdFile)) {
    const { private: privateKey, cert } = await makeCertificate();
    mkdirSync(folder, { recursive: true });
    writeFileSync(jwtKeyFile, privateKey, { mode: PRIVATE_FILE_MODE });
    writeFileSync(certificateFile, cert.replace(/\r/g, ''));
    // Written last: its presence says that the others are whole.
    const clientId = `3MVG9${randomBytes(CONSUMER_KEY_BYTES).toString('hex')}`;
    writeFileSync(clientIdFile, clientId, { mode: PRIVATE_FILE_MODE });
  }
  const [clientId, certificate] = [clientIdFile, certificateFile].map((file) => readFileSync(file, 'utf8'));
  return { clientId: clientId ?? '', certificate: certificate ?? '', jwtKeyFile };
}

/**
 * Hands a source folder with the app's global OAuth settings to `deploy`, and removes it afterwards. The folder is a
 * temporary one because sf passes over everything below a folder whose name begins with a dot, as the state folder's does.
 */
export async function withClientPackage<T>(
  app: ClientApp,
  deploy: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'opportunity-hub-client-app-'));
  try {
    const settings = join(folder, 'extlClntAppGlobalOauthSets');
    mkdirSync(settings);
    writeFileSync(join(settings, `${APP}_glbloauth.ecaGlblOauth-meta.xml`), globalSettings(app));
    return await deploy(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

function globalSettings({ clientId, certificate }: ClientApp): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ExtlClntAppGlobalOauthSettings xmlns="http://soap.sforce.com/2006/04/metadata">
    <callbackUrl>http://localhost:1717/OauthRedirect</callbackUrl>
    <certificate>${certificate}</certificate>
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
