import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../shared';
import type { JwtSettings } from './jwt-session';

/** Where `npm start` says how integrations reach the local org: the external client app and its user. */
export const CONNECTION_FILE = '.local/integration.json';

const connectionSchema = z.object({
  url: z.url(),
  username: z.string().min(1),
  clientId: z.string().min(1),
  jwtKeyFile: z.string().min(1),
});

/** Writes the connection of the local org. The key itself stays in its own file. */
export function writeConnectionFile(path: string, settings: JwtSettings): void {
  const { loginUrl: url, username, clientId, jwtKeyFile } = settings;
  writeFileSync(path, `${JSON.stringify({ url, username, clientId, jwtKeyFile }, null, 2)}\n`);
}

/**
 * Reads the connection of the local org.
 * @throws ConfigurationError `LOCAL_ORG_NOT_STARTED` when the file is missing, `CONNECTION_FILE_INVALID` when it is damaged
 */
export function readConnectionFile(path: string = CONNECTION_FILE): JwtSettings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigurationError('LOCAL_ORG_NOT_STARTED', `${path} does not exist: no local org is running`, {
      cause,
      actions: ['npm start', 'Or name an org of the Salesforce CLI: --target-org ALIAS'],
    });
  }
  const parsed = connectionSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new ConfigurationError(
      'CONNECTION_FILE_INVALID',
      `${path} is damaged: ${z.prettifyError(parsed.error)}`,
      {
        actions: ['npm run reset, then npm start'],
      },
    );
  }
  const { url, username, clientId, jwtKeyFile } = parsed.data;
  return { loginUrl: url, username, clientId, jwtKeyFile };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
