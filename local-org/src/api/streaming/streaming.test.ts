import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { CHANGES_PACKAGE } from './testing/streaming-package';
import { BayeuxClient, type Message } from './testing/bayeux-client';
import { ADMIN, RunningApi } from '../testing/running-api';

const REPLAY_TEXT =
  'you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.';

describe('Streaming API', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.deploy(CHANGES_PACKAGE);
  });
  afterAll(() => api.stop());

  const tell = (Text__c: string): Promise<string> => api.create('Told__e', { Text__c });
  const tooling = async (object: string, values: Message): Promise<string> => {
    const { body } = await api.call('POST', `/tooling/sobjects/${object}`, values);
    return (body as { id: string }).id;
  };
  const textsOf = (messages: readonly Message[]): unknown[] =>
    messages.map(({ data }) => (data as { payload: Message }).payload['Text__c']);

  it('handshake: gives a client id, and replay', async () => {
    expect(await new BayeuxClient(api).handshake()).toEqual([
      {
        ext: { replay: true, 'payload.format': true },
        minimumVersion: '1.0',
        clientId: expect.stringMatching(/^[0-9a-z]{20,}$/),
        supportedConnectionTypes: ['long-polling'],
        channel: '/meta/handshake',
        id: '1',
        version: '1.0',
        successful: true,
      },
    ]);
  });

  it('connect: the first is answered at once with the advice, the next waits for an event', async () => {
    const client = new BayeuxClient(api);
    client.clientId = String((await client.handshake())[0]?.['clientId']);
    expect(await client.connect()).toEqual([
      {
        clientId: client.clientId,
        advice: { interval: 0, timeout: 110_000, reconnect: 'retry' },
        channel: '/meta/connect',
        successful: true,
      },
    ]);
    await client.subscribe('/event/Told__e');
    const waiting = client.connect();
    await tell('later');
    const [event, reply] = await waiting;
    expect(event).toEqual({
      channel: '/event/Told__e',
      data: {
        schema: expect.stringMatching(/^[\w-]{22}$/),
        payload: {
          CreatedDate: '2026-01-15T12:00:00Z',
          CreatedById: expect.stringMatching(/^005/),
          Text__c: 'later',
          At__c: null,
        },
        event: { EventUuid: expect.any(String), replayId: expect.any(Number) },
      },
    });
    expect(reply).toEqual({ clientId: client.clientId, channel: '/meta/connect', successful: true });
  });

  it('connect: waits no longer than the client wants', async () => {
    const client = await new BayeuxClient(api).open('/event/Told__e');
    expect(await client.connect(1)).toMatchObject([{ channel: '/meta/connect', successful: true }]);
  });

  it('connect: what was published for a client that hung up comes with its next connect', async () => {
    const client = await new BayeuxClient(api).open('/event/Told__e');
    const closed = once(api.app.server, 'connection').then(([socket]) => once(socket as Socket, 'close'));
    const waiting = request(`${api.url}/cometd/67.0`, {
      method: 'POST',
      agent: false,
      headers: { authorization: `OAuth ${api.token}`, 'content-type': 'application/json' },
    });
    waiting.on('error', () => undefined);
    waiting.end(
      JSON.stringify([
        { channel: '/meta/connect', connectionType: 'long-polling', clientId: client.clientId },
      ]),
    );
    // Sent after it, so that the connect waits by now.
    await client.subscribe('/event/Told__e');
    waiting.destroy();
    await closed;
    await tell('kept');
    expect(textsOf(await client.events())).toEqual(['kept']);
  });

  it('subscribe: replays all that is kept, what follows an event, or only new events', async () => {
    const all = await new BayeuxClient(api).open('/event/Told__e', -2);
    const before = (await all.events()).length;
    await tell('one');
    await tell('two');
    const [one] = await all.events();
    const { replayId } = (one?.['data'] as { event: { replayId: number } }).event;
    const after = await new BayeuxClient(api).open('/event/Told__e', replayId);
    const fresh = await new BayeuxClient(api).open('/event/Told__e', -1);
    expect(textsOf(await after.events())).toEqual(['two']);
    expect(await fresh.events()).toEqual([]);
    const again = await new BayeuxClient(api).open('/event/Told__e', -2);
    expect(await again.events()).toHaveLength(before + 2);
  });

  it('subscribe: a client of several channels gets their events in order, each under its channel', async () => {
    const client = await new BayeuxClient(api).open('/data/ChangeEvents');
    await client.subscribe('/event/Told__e');
    const id = await api.create('Account', { Name: 'Seen' });
    await tell('between');
    await api.call('PATCH', `/sobjects/Account/${id}`, { Name: 'Changed' });
    const events = await client.events();
    expect(events.map(({ channel }) => channel)).toEqual([
      '/data/ChangeEvents',
      '/event/Told__e',
      '/data/ChangeEvents',
    ]);
    expect(events[2]?.['data']).toMatchObject({
      payload: {
        Name: 'Changed',
        LastModifiedDate: '2026-01-15T12:00:00Z',
        ChangeEventHeader: {
          entityName: 'Account',
          recordIds: [id],
          changeType: 'UPDATE',
          changedFields: ['Name', 'LastModifiedDate'],
        },
      },
    });
    expect(JSON.stringify(events[2])).not.toContain('nulledFields');
  });

  it('unsubscribe and disconnect: end it', async () => {
    const client = await new BayeuxClient(api).open('/event/Told__e');
    const waiting = client.connect();
    const ofClient = { clientId: client.clientId };
    const subscription = '/event/Told__e';
    expect(await client.send({ channel: '/meta/unsubscribe', ...ofClient, subscription })).toEqual([
      { channel: '/meta/unsubscribe', ...ofClient, subscription, successful: true },
    ]);
    expect(await client.send({ channel: '/meta/disconnect', ...ofClient })).toEqual([
      { channel: '/meta/disconnect', ...ofClient, successful: true },
    ]);
    expect(await waiting).toMatchObject([{ channel: '/meta/connect' }]);
    expect(await client.connect()).toMatchObject([{ error: '403::Unknown client' }]);
  });

  it('a client that does not come back within 40 seconds is unknown', async () => {
    const client = await new BayeuxClient(api).open('/event/Told__e');
    api.clock.advance(40_000);
    expect(await client.connect(0)).toMatchObject([{ successful: true }]);
    api.clock.advance(40_001);
    expect(await client.connect(0)).toEqual([
      {
        advice: { interval: 0, reconnect: 'handshake' },
        channel: '/meta/connect',
        error: '403::Unknown client',
        successful: false,
      },
    ]);
  });

  it.each([
    ['Told__e', undefined, "400::Channel subscriptions must start with a leading '/'"],
    ['', undefined, '400::Channel name not specified'],
    [
      '/event/No__e',
      undefined,
      '400::The channel you requested to subscribe to does not exist {/event/No__e}',
    ],
    [
      '/data/LeadChangeEvent',
      undefined,
      '400::The channel you requested to subscribe to does not exist {/data/LeadChangeEvent}',
    ],
    ['/event/Told__e', 999_999, `400::The replayId {999999} ${REPLAY_TEXT}`],
    ['/event/Told__e', 'x', `400::The replayId {x} ${REPLAY_TEXT}`],
    ['/topic/Old', undefined, '501::Streaming API: PushTopic channels is not supported by the local org'],
  ])('subscribe to %j from %j is refused', async (channel, replayId, error) => {
    const client = await new BayeuxClient(api).open('/event/Told__e');
    const [answer] = await client.subscribe(channel, replayId);
    expect([answer?.['successful'], answer?.['error']]).toEqual([false, error]);
  });

  it('system topics: name the debug logs and test runs to be read', async () => {
    const client = await new BayeuxClient(api).open('/systemTopic/Logging');
    await client.subscribe('/systemTopic/TestResult');
    const DebugLevelId = await tooling('DebugLevel', { DeveloperName: 'Fine', ApexCode: 'FINE' });
    const { records } = await api.query(`SELECT Id FROM User WHERE Username = '${ADMIN}'`);
    await tooling('TraceFlag', {
      ...{ TracedEntityId: records[0]?.['Id'], LogType: 'DEVELOPER_LOG', DebugLevelId },
      ExpirationDate: api.clock.now() + 60_000,
    });
    await api.call('GET', '/tooling/executeAnonymous?anonymousBody=System.debug(1);');
    const { records: logs } = await api.query('SELECT Id FROM ApexLog');
    expect(await client.events()).toEqual([
      {
        channel: '/systemTopic/Logging',
        data: {
          event: {
            createdDate: expect.stringMatching(/^2026-/),
            replayId: expect.any(Number),
            type: 'created',
          },
          sobject: { Id: logs[0]?.['Id'] },
        },
      },
    ]);
    await tooling('ApexClass', { Body: '@IsTest private class Empty { @IsTest static void works() {} }' });
    const { body: runId } = await api.call('POST', '/tooling/runTestsAsynchronous', { classNames: 'Empty' });
    api.org.jobs.runDue();
    const told = (await client.events()).filter(({ channel }) => channel === '/systemTopic/TestResult');
    expect(told.map(({ data }) => (data as { sobject: unknown }).sobject)).toEqual([
      { Id: runId },
      { Id: runId },
    ]);
  });

  it('without a live session: the handshake tells why it is denied, a connect that it is over', async () => {
    const denied = await new BayeuxClient(api, '00Dxx!wrong').handshake();
    expect(denied).toEqual([
      {
        ext: { sfdc: { failureReason: '401::Authentication invalid' }, replay: true, 'payload.format': true },
        advice: { reconnect: 'none' },
        channel: '/meta/handshake',
        id: '1',
        error: '403::Handshake denied',
        successful: false,
      },
    ]);
    const token = await api.login();
    const client = await new BayeuxClient(api, token).open('/event/Told__e');
    await api.send('POST', '/services/oauth2/revoke', { form: { token } });
    expect(await client.connect()).toMatchObject([
      { advice: { reconnect: 'none', interval: 0 }, error: '401::Authentication invalid' },
    ]);
    expect(await new BayeuxClient(api, '').connect()).toMatchObject([
      { error: '401::Request requires authentication' },
    ]);
  });

  it('subscribe: needs to see the event, or all records of the object; the channel of all changes shows what one may see', async () => {
    const client = await new BayeuxClient(api, await api.loginAs('rep@local.org', 'Standard User')).open(
      '/data/ChangeEvents',
    );
    for (const channel of ['/event/Told__e', '/data/AccountChangeEvent', '/systemTopic/Logging']) {
      expect(await client.subscribe(channel)).toMatchObject([
        { error: `403::User not allowed to subscribe to channel {${channel}}` },
      ]);
    }
    await api.create('Account', { Name: 'Unseen' });
    expect(await client.events()).toEqual([]);
  });

  it.each([
    ['/cometd', "400::API version in the URI is mandatory. URI format: '/cometd/67.0'"],
    [
      '/cometd/20.0',
      "400::Unsupported API version. Only API versions '36.0' and above are supported. URI format: '/cometd/67.0'",
    ],
  ])('handshake at %s is refused', async (path, error) => {
    expect(await new BayeuxClient(api, api.token, path).handshake()).toMatchObject([
      { successful: false, error },
    ]);
  });

  it('what is no message is a bad request, as is the look for a web socket', async () => {
    expect((await api.send('GET', '/cometd/67.0')).status).toBe(400);
    expect((await api.send('POST', '/cometd/67.0', { json: [{}] })).status).toBe(400);
  });
});
