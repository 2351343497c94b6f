import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LocalOrgError } from '../core';

/** How to reach a running org; written at start and read by every other command. */
export interface ConnectionFile {
  /** `http://127.0.0.1:7070` */
  readonly url: string;
  readonly username: string;
  readonly accessToken: string;
  /** 18 characters. */
  readonly orgId: string;
  /** Consumer key of the client that the org made for its own tools. */
  readonly clientId: string;
  /** PEM of the private key that signs that client's JWTs. */
  readonly jwtKeyFile: string;
}

/** Keys that the org makes for its own tools at first start. */
export interface LocalClientKeys {
  readonly clientId: string;
  readonly publicKeyPem: string;
  readonly jwtKeyFile: string;
}

const PRIVATE_FILE_MODE = 0o600;

/** The git-ignored folder that holds database, keys, snapshots and the connection file of one local org. */
export class StateFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  get databaseFile(): string {
    return join(this.path, 'org.db');
  }

  snapshotFile(name: string): string {
    if (!/^[\w.-]+$/.test(name)) {
      throw new LocalOrgError('SNAPSHOT_NAME', `'${name}' cannot name a snapshot`, {
        actions: ['Use letters, digits, dots, hyphens and underscores'],
      });
    }
    return join(this.path, 'snapshots', `${name}.db`);
  }

  /** Reads the keys, or makes them when there are none yet. */
  clientKeys(): LocalClientKeys {
    const jwtKeyFile = join(this.path, 'keys', 'local-client.key');
    const clientIdFile = join(this.path, 'keys', 'local-client.id');
    if (!existsSync(jwtKeyFile) || !existsSync(clientIdFile)) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      writePrivate(jwtKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
      writePrivate(clientIdFile, `3MVG9${randomBytes(40).toString('hex')}`);
    }
    const publicKey = createPublicKey(createPrivateKey(readFileSync(jwtKeyFile)));
    return {
      clientId: readFileSync(clientIdFile, 'utf8'),
      publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      jwtKeyFile,
    };
  }

  writeConnection(connection: ConnectionFile): void {
    writePrivate(this.connectionFile, `${JSON.stringify(connection, null, 2)}\n`);
  }

  removeConnection(): void {
    rmSync(this.connectionFile, { force: true });
  }

  /** @throws LocalOrgError ORG_NOT_RUNNING when no org was started from this folder */
  readConnection(): ConnectionFile {
    try {
      return JSON.parse(readFileSync(this.connectionFile, 'utf8')) as ConnectionFile;
    } catch (cause) {
      throw new LocalOrgError('ORG_NOT_RUNNING', `No local org is running from ${this.path}`, {
        cause,
        actions: ['Start one: npm run local-org -- start', 'Or name its folder with --state'],
      });
    }
  }

  /** Whether a started org still answers. */
  async isRunning(): Promise<boolean> {
    if (!existsSync(this.connectionFile)) return false;
    try {
      const response = await fetch(`${this.readConnection().url}/services/data`);
      return response.ok;
    } catch {
      return false;
    }
  }

  private get connectionFile(): string {
    return join(this.path, 'local-org.json');
  }
}

function writePrivate(file: string, text: string): void {
  mkdirSync(resolve(file, '..'), { recursive: true });
  writeFileSync(file, text, { mode: PRIVATE_FILE_MODE });
}
