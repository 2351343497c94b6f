import { createLocalOrg, type LocalOrg } from '../org';
import { startServer, type OrgServer } from './server';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('automation of a running org', () => {
  let org: LocalOrg;
  let server: OrgServer;
  beforeAll(async () => {
    org = createLocalOrg({ location: ':memory:' });
    server = await startServer(org, { port: 0 });
  });
  afterAll(async () => {
    await server.close();
    org.close();
  });

  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const token = server.createAccessToken('admin@local.org');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request =
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(server.url + path, request)).json();
  };

  it('moving the clock runs each job at its own time; the outbox shows what was sent', async () => {
    const times: number[] = [];
    org.jobs.handle('test.mail', () => {
      times.push(org.clock.now());
      const message = { subject: `Day ${times.length}`, body: '', relatedRecordId: null, source: 'test' };
      org.outbox.send({ kind: 'email', recipients: ['a@example.com'], ...message });
    });
    const startMs = org.clock.now() + DAY_MS;
    const recurrence = { frequency: 'Daily', startMs, timeZone: 'UTC' } as const;
    org.jobs.scheduleRecurring({ kind: 'test.mail', key: 'daily', recurrence });
    await call('/local-org/clock', { advanceMs: 3 * DAY_MS + 1000 });
    const days = times.map((time) => Math.round((time - startMs) / DAY_MS));
    expect(days).toEqual([0, 1, 2]);
    const { messages } = (await call('/local-org/outbox?since=1')) as { messages: { subject: string }[] };
    expect(messages.map(({ subject }) => subject)).toEqual(['Day 2', 'Day 3']);
  });

  it('the events that were published are shown after a place, of one topic', async () => {
    for (const text of ['A', 'B']) org.events.publish('Told__e', [{ Text__c: text }], '005000000000001AAA');
    org.events.publish('Other__e', [{}], '005000000000001AAA');
    const { events } = (await call('/local-org/events?after=1&topic=Told__e')) as { events: unknown[] };
    expect(events).toMatchObject([{ replayId: 2, topic: 'Told__e', payload: { Text__c: 'B' } }]);
  });
});
