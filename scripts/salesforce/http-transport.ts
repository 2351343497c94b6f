import { Transport } from 'jsforce/lib/transport';
import { ConnectionError } from '../shared';
import { NOT_SENT_NETWORK_CODES } from './error-taxonomy';

type HttpRequest = Parameters<Transport['httpRequest']>[0];
type HttpRequestOptions = NonNullable<Parameters<Transport['httpRequest']>[1]>;

/** What is known about an answer beside its parsed body. */
export interface AnswerHead {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

const LOOPBACK = /^https?:\/\/(127\.|localhost[:/]|localhost$|\[::1\])/;

/**
 * One HTTP exchange of jsforce with its own retries switched off (ours count, jitter and treat writes),
 * and the status and headers of the answer handed out.
 */
export class ObservedTransport extends Transport {
  constructor(private readonly onAnswer: (head: AnswerHead) => void) {
    super();
  }

  override httpRequest(
    request: HttpRequest,
    options: HttpRequestOptions = {},
  ): ReturnType<Transport['httpRequest']> {
    // A proxy from the environment must not see calls to this machine.
    const direct = LOOPBACK.test(request.url) ? { httpProxy: undefined } : {};
    const settings = { ...options, ...direct, retry: { methods: [] } } as HttpRequestOptions;
    const answer = super.httpRequest(request, settings);
    answer.then(
      (response) => this.onAnswer({ status: response.statusCode, headers: response.headers }),
      () => undefined,
    );
    return answer;
  }
}

/** When a failure below HTTP may be repeated: always, only when nothing was sent, or only when something was. */
export type Repeatable = 'always' | 'when-not-sent' | 'when-sent';

/** Turns a failure below HTTP (refused, unknown host, reset) into an error with next steps. */
export function toConnectionError(error: unknown, url: string, repeatable: Repeatable): ConnectionError {
  // Not by instanceof: the error may come from another realm of the JavaScript engine.
  const { cause = error } = error as { readonly cause?: unknown };
  const { code = '', message = String(cause) } = cause as {
    readonly code?: string;
    readonly message?: string;
  };
  const notSent = NOT_SENT_NETWORK_CODES.has(code);
  return new ConnectionError(
    'ORG_UNREACHABLE',
    `${new URL(url).origin} cannot be reached: ${message || code}`,
    {
      cause: error,
      retryable: repeatable === 'always' || notSent === (repeatable === 'when-not-sent'),
      actions: ['Check the address and the network', 'For the local org: npm start'],
    },
  );
}
