import { FixedClock } from '../core';
import { TransactionManager } from '../execution';
import { RecordStore } from '../storage';
import { mergeFields } from './merge-fields';
import { createOutbox } from './outbox';
import type { NewMessage, Outbox } from './types';

const EMAIL: NewMessage = {
  kind: 'email',
  recipients: ['005000000000001AAA', 'cc@example.com', 'cc@example.com'],
  subject: 'Review',
  body: 'Please review',
  relatedRecordId: '006000000000001AAA',
  source: 'test',
};

describe('createOutbox', () => {
  let store: RecordStore;
  let outbox: Outbox;
  beforeEach(() => {
    store = RecordStore.open(':memory:');
    outbox = createOutbox({ store, clock: new FixedClock(0) });
  });
  afterEach(() => store.close());

  it('send: keeps the message with its time, each recipient once', () => {
    expect(outbox.send(EMAIL)).toBe(1);
    expect(outbox.list()).toEqual([
      {
        ...EMAIL,
        id: 1,
        sentDate: '1970-01-01T00:00:00.000+0000',
        recipients: ['005000000000001AAA', 'cc@example.com'],
      },
    ]);
  });

  it('send: a transaction that rolls back sends nothing', () => {
    const transactions = new TransactionManager(store);
    const work = (): void =>
      transactions.run(() => {
        outbox.send(EMAIL);
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(outbox.list()).toEqual([]);
  });

  it('list: filters by id, kind, recipient, record and count', () => {
    outbox.send(EMAIL);
    outbox.send({ ...EMAIL, kind: 'notification', recipients: ['u2'], relatedRecordId: null });
    outbox.send(EMAIL);
    const ids = (filter: Parameters<Outbox['list']>[0]): number[] => outbox.list(filter).map(({ id }) => id);
    expect(ids({ since: 1 })).toEqual([2, 3]);
    expect(ids({ kind: 'notification' })).toEqual([2]);
    expect(ids({ recipient: 'cc@example.com' })).toEqual([1, 3]);
    expect(ids({ relatedRecordId: '006000000000001AAA', limit: 1 })).toEqual([1]);
  });
});

describe('mergeFields', () => {
  it('fills classic and Lightning merge fields, unknown ones with nothing', () => {
    const read = (path: readonly string[]): string | undefined =>
      path[1] === 'Name' ? 'Big deal' : undefined;
    expect(mergeFields('{!Opportunity.Name}/{{{Opportunity.Name}}}/{!A.B}.', read)).toBe(
      'Big deal/Big deal/.',
    );
  });
});
