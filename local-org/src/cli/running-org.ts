import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LocalOrgError } from '../core';
import { StateFolder, type ConnectionFile } from './state-folder';

const JWT_LIFETIME_SECONDS = 180;

/** Sends a request to the control routes of the org that runs from a state folder. */
export async function controlRequest(
  statePath: string,
  method: 'GET' | 'POST',
  route: string,
  body?: unknown,
): Promise<unknown> {
  return request(statePath, method, `/local-org/${route}`, body);
}

/**
 * Sends a request as the administrator. A session that has expired, as after moving the clock, is renewed.
 * @throws LocalOrgError ORG_NOT_RUNNING when nothing answers, ORG_REFUSED when the answer is an error
 */
export async function request(
  statePath: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const state = new StateFolder(statePath);
  const connection = state.readConnection();
  let response = await send(connection, method, path, body);
  if (response.status === 401) {
    const renewed = { ...connection, accessToken: await logIn(connection) };
    state.writeConnection(renewed);
    response = await send(renewed, method, path, body);
  }
  const answer: unknown = await response.json();
  if (!response.ok) throw refusal(answer);
  return answer;
}

/** The org's own error: `INVALID_FIELD: No such column ...`. */
function refusal(answer: unknown): LocalOrgError {
  const [error] = Array.isArray(answer) ? (answer as { errorCode?: string; message?: string }[]) : [];
  const text = error ? `${error.errorCode ?? ''}: ${error.message ?? ''}` : JSON.stringify(answer);
  return new LocalOrgError('ORG_REFUSED', text, { actions: ['Correct the command and run it again'] });
}

async function send(
  connection: ConnectionFile,
  method: string,
  path: string,
  body: unknown,
): Promise<Response> {
  try {
    return await fetch(connection.url + path, {
      method,
      headers: { authorization: `Bearer ${connection.accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new LocalOrgError('ORG_NOT_RUNNING', `Nothing answers at ${connection.url}`, {
      cause,
      actions: ['Start the org: npm run local-org -- start'],
    });
  }
}

/** Logs in by JWT bearer with the key of the org's own tools. */
async function logIn(connection: ConnectionFile): Promise<string> {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: connection.clientId,
    sub: connection.username,
    aud: connection.url,
    exp: Math.floor(Date.now() / 1000) + JWT_LIFETIME_SECONDS,
  };
  const content = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = createSign('RSA-SHA256')
    .update(content)
    .sign(readFileSync(connection.jwtKeyFile), 'base64url');
  const response = await fetch(`${connection.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${content}.${signature}`,
    }),
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (!answer.access_token)
    throw new LocalOrgError('ORG_REFUSED', answer.error_description ?? 'The login was refused');
  return answer.access_token;
}
