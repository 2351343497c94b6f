import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived, body as text. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What is answered. */
export interface PlannedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is text. */
  readonly body?: unknown;
}

/** Decides the answer to a request; undefined means 404. */
export type Responder = (request: RecordedRequest, position: number) => PlannedAnswer | undefined;

/** An HTTP server for tests: records what arrives and answers what the test says. */
export class RecordingServer {
  readonly requests: RecordedRequest[] = [];
  private readonly server: Server;
  private port = 0;

  private constructor(private readonly respond: Responder) {
    this.server = createServer((incoming, outgoing) => {
      void readBody(incoming).then((body) => {
        const request = {
          method: incoming.method ?? '',
          path: incoming.url ?? '',
          headers: incoming.headers,
          body,
        };
        this.requests.push(request);
        const answer = this.answerTo(request);
        const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
        const type = typeof answer.body === 'string' ? 'text/csv' : 'application/json;charset=UTF-8';
        const status = answer.status ?? 200;
        outgoing.writeHead(status, { 'content-type': type, ...answer.headers });
        outgoing.end(status === 204 ? undefined : text);
      });
    });
  }

  /** Starts on a free port of this machine. Token requests are answered with a session of their own. */
  static async start(respond: Responder): Promise<RecordingServer> {
    const server = new RecordingServer(respond);
    await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
    server.port = (server.server.address() as AddressInfo).port;
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Requests without logins, as `GET /query`. */
  get calls(): string[] {
    return this.requests
      .filter(({ path }) => !path.startsWith('/services/oauth2/'))
      .map(
        ({ method, path }) =>
          `${method} ${path.replace(/^\/services\/data\/v[\d.]+/, '').split('?')[0] ?? ''}`,
      );
  }

  /** Number of logins. */
  get logins(): number {
    return this.requests.filter(({ path }) => path === '/services/oauth2/token').length;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answerTo(request: RecordedRequest): PlannedAnswer {
    const planned = this.respond(request, this.requests.length - 1);
    if (planned) return planned;
    if (request.path === '/services/oauth2/token') {
      return {
        body: { access_token: `00D!token${this.logins}`, instance_url: this.url, token_type: 'Bearer' },
      };
    }
    return {
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    };
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
