import { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming';
import { RunningApi } from '../testing/running-api';
import { CHANGES_PACKAGE } from './testing/streaming-package';

interface PlatformEvent {
  readonly payload: { readonly Text__c: string };
  readonly event: { readonly replayId: number };
}

/** The types of the client leave this out. */
type StreamingClient = ReturnType<Connection['streaming']['createClient']> & { disconnect(): void };

/** Streaming as an unmodified client sees it. */
describe('jsforce: streaming', () => {
  let api: RunningApi;
  let connection: Connection;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(CHANGES_PACKAGE);
    connection = new Connection({ instanceUrl: api.url, accessToken: api.token, version: '67.0' });
  });
  afterAll(() => api.stop());

  /** Subscribes, does the work and returns that many messages. */
  async function messages<T>(
    channel: string,
    count: number,
    options: { readonly replayId: number; readonly work?: () => Promise<unknown> },
  ): Promise<T[]> {
    const replay = new StreamingExtension.Replay(channel, options.replayId);
    const client = connection.streaming.createClient([replay]) as StreamingClient;
    const got: T[] = [];
    await new Promise<void>((resolve, reject) => {
      const subscription = client.subscribe(channel, (message: T) => {
        got.push(message);
        if (got.length < count) return;
        // At once, before the client connects again: the timer of that would outlive the test.
        client.disconnect();
        resolve();
      });
      void subscription.then(() => options.work?.().catch(reject), reject);
    });
    return got;
  }

  const tell = (Text__c: string): Promise<unknown> => connection.sobject('Told__e').create({ Text__c });

  it('gets platform events as they are published, and those since an event', async () => {
    const channel = '/event/Told__e';
    const [first] = await messages<PlatformEvent>(channel, 1, { replayId: -1, work: () => tell('A') });
    expect(first?.payload).toMatchObject({ Text__c: 'A' });
    await tell('B');
    await tell('C');
    const later = await messages<PlatformEvent>(channel, 2, { replayId: first?.event.replayId ?? 0 });
    expect(later.map(({ payload }) => payload.Text__c)).toEqual(['B', 'C']);
  });

  it('gets change events', async () => {
    const create = (): Promise<unknown> => connection.sobject('Account').create({ Name: 'New' });
    const changes = await messages('/data/AccountChangeEvent', 1, { replayId: -1, work: create });
    expect(changes).toMatchObject([
      { payload: { Name: 'New', ChangeEventHeader: { entityName: 'Account', changeType: 'CREATE' } } },
    ]);
  });

  it('is told when its session is over', async () => {
    const stale = new Connection({ instanceUrl: api.url, accessToken: '00Dxx!stale', version: '67.0' });
    const failure = new Promise((resolve) => {
      const client = stale.streaming.createClient([new StreamingExtension.AuthFailure(resolve)]);
      client.subscribe('/event/Told__e', () => undefined);
    });
    expect(await failure).toMatchObject({
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason: '401::Authentication invalid' } },
    });
  });
});
