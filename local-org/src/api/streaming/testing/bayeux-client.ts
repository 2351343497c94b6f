import type { RunningApi } from '../../testing/running-api';

/** A message as tests read it. */
export type Message = Readonly<Record<string, unknown>>;

/** Speaks the Bayeux protocol message by message, so that tests decide when a connect is sent. */
export class BayeuxClient {
  clientId = '';

  constructor(
    private readonly api: RunningApi,
    private readonly token = api.token,
    private readonly path = '/cometd/67.0',
  ) {}

  /** Sends messages in one request and returns the answers. */
  async send(...messages: readonly Message[]): Promise<Message[]> {
    const { body } = await this.api.send('POST', this.path, {
      json: messages,
      headers: this.token === '' ? {} : { authorization: `OAuth ${this.token}` },
    });
    return body as Message[];
  }

  handshake(): Promise<Message[]> {
    return this.send({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
      id: '1',
    });
  }

  /** Shakes hands, connects for the first time and subscribes. */
  async open(channel: string, replayId?: number): Promise<this> {
    const [{ clientId } = {}] = await this.handshake();
    this.clientId = String(clientId);
    await this.connect();
    const [answer] = await this.subscribe(channel, replayId);
    if (answer?.['successful'] !== true) throw new Error(JSON.stringify(answer));
    return this;
  }

  /** `timeout` is how long the answer may wait, in milliseconds. */
  connect(timeout?: number): Promise<Message[]> {
    return this.send({
      ...{ channel: '/meta/connect', connectionType: 'long-polling', clientId: this.clientId },
      ...(timeout !== undefined && { advice: { timeout } }),
    });
  }

  subscribe(channel: string, replayId?: unknown): Promise<Message[]> {
    return this.send({
      ...{ channel: '/meta/subscribe', clientId: this.clientId, subscription: channel },
      ...(replayId !== undefined && { ext: { replay: { [channel]: replayId } } }),
    });
  }

  /** What has happened so far on the channels, without waiting. */
  async events(): Promise<Message[]> {
    return (await this.connect(0)).filter(({ channel }) => channel !== '/meta/connect');
  }
}
