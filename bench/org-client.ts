import { Agent, request as httpRequest } from 'node:http';

const API = '/services/data/v67.0';

/** What is sent: JSON as a rule, or CSV. */
export interface Content {
  readonly type: 'application/json' | 'text/csv';
  readonly text: string;
}

/** The least client that can measure: one connection that is kept open. */
export class OrgClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly connection: { readonly url: string; readonly accessToken: string }) {}

  /**
   * Sends a request and returns the answer's bytes.
   * @param path below `/services/data/v67.0`: `/limits`
   * @throws Error with status and text when the answer is an error
   */
  receive(method: string, path: string, content?: Content): Promise<Buffer> {
    const { url, accessToken } = this.connection;
    return new Promise((settle, reject) => {
      const request = httpRequest(
        `${url}${API}${path}`,
        {
          method,
          agent: this.agent,
          headers: {
            authorization: `Bearer ${accessToken}`,
            ...(content && {
              'content-type': content.type,
              'content-length': Buffer.byteLength(content.text),
            }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const body = Buffer.concat(chunks);
            const status = response.statusCode ?? 0;
            if (status < 400) settle(body);
            else reject(new Error(`${method} ${path} was answered ${status} ${body.toString()}`));
          });
        },
      );
      request.once('error', reject);
      request.end(content?.text);
    });
  }

  /** Sends a request and returns the answer's text. */
  async send(method: string, path: string, content?: Content): Promise<string> {
    return (await this.receive(method, path, content)).toString();
  }

  /** Sends JSON and returns the parsed answer. */
  async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const content =
      body === undefined ? undefined : ({ type: 'application/json', text: JSON.stringify(body) } as const);
    const text = await this.send(method, path, content);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Sends a file with JSON that tells what to do with it. */
  async upload<T>(path: string, file: Uint8Array, json: unknown): Promise<T> {
    const { url, accessToken } = this.connection;
    const body = new FormData();
    body.append('json', new Blob([JSON.stringify(json)], { type: 'application/json' }));
    body.append('file', new Blob([new Uint8Array(file)], { type: 'application/zip' }), 'package.zip');
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${url}${API}${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** The first page of a query. */
  async query<T>(soql: string): Promise<readonly T[]> {
    const answer = await this.request<{ records: readonly T[] }>('GET', queryPath(soql));
    return answer.records;
  }
}

export function queryPath(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}
