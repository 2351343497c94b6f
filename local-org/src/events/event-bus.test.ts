import { FixedClock } from '../core';
import { TransactionManager } from '../execution';
import { ComponentStore } from '../metadata';
import { Schema, standardObjects } from '../schema';
import { RecordStore } from '../storage';
import { createEventBus } from './create-event-bus';
import { eventRecord } from './event-record';
import { RetryDelivery, type EventBus, type EventDelivery, type EventMessage } from './types';

const START_MS = Date.UTC(2026, 0, 15, 12);
const HOUR_MS = 60 * 60 * 1000;
const PUBLISHER = '005000000000001AAA';
const SCHEMA = new Schema(standardObjects());

function definition(name: string, publishBehavior: string): Parameters<typeof ComponentStore.of>[0] {
  const fileName = `objects/${name}.object`;
  return [{ type: 'CustomObject', fullName: name, fileName, content: { publishBehavior }, files: [] }];
}

const COMPONENTS = ComponentStore.of([
  ...definition('Told__e', 'PublishAfterCommit'),
  ...definition('Now__e', 'PublishImmediately'),
]);

describe('createEventBus', () => {
  let store: RecordStore;
  let clock: FixedClock;
  let transactions: TransactionManager;
  let bus: EventBus;
  let wakeUps: number[];
  let got: (string | number)[][];
  /** What the subscriber does with a batch, after it was noted. */
  let work: (events: readonly EventMessage[], delivery: EventDelivery) => void;

  const openBus = (): EventBus =>
    createEventBus({
      schema: () => SCHEMA,
      components: () => COMPONENTS,
      ...{ store, clock, transactions },
      wakeAt: (dueMs) => wakeUps.push(dueMs - START_MS),
    });
  const publish = (...texts: string[]): string[] =>
    bus.publish(
      'Told__e',
      texts.map((text) => ({ Text__c: text })),
      PUBLISHER,
    );
  const subscribe = (to: EventBus, name = 'S', batchSize?: number): void =>
    to.addSubscribers((topic) => {
      if (topic !== 'Told__e') return [];
      const deliver = (events: readonly EventMessage[], delivery: EventDelivery): void => {
        got.push(events.map(({ payload }) => payload['Text__c'] as string));
        work(events, delivery);
      };
      return [{ name, deliver, ...(batchSize !== undefined && { batchSize }) }];
    });
  const fail = (message: string): never => {
    throw new Error(message);
  };

  beforeEach(() => {
    store = RecordStore.open(':memory:');
    clock = new FixedClock(START_MS);
    transactions = new TransactionManager(store);
    wakeUps = [];
    got = [];
    work = () => undefined;
    bus = openBus();
  });
  afterEach(() => store.close());

  it('publish: keeps the message with its place, uuid, publisher and time', () => {
    clock.advance(1_234);
    const [uuid = ''] = publish('A');
    expect(uuid).toMatch(/^[0-9a-f]{8}-/);
    expect(bus.read()).toEqual([
      {
        replayId: 1,
        topic: 'Told__e',
        eventUuid: uuid,
        createdMs: START_MS + 1_234,
        createdById: PUBLISHER,
        payload: { Text__c: 'A' },
      },
    ]);
  });

  it('eventRecord: the fields of the event and of its message, the time in whole seconds', () => {
    clock.advance(1_234);
    const [uuid = ''] = publish('A');
    expect(bus.read().map(eventRecord)).toEqual([
      {
        Text__c: 'A',
        ReplayId: '1',
        EventUuid: uuid,
        CreatedDate: '2026-01-15T12:00:01.000+0000',
        CreatedById: PUBLISHER,
      },
    ]);
  });

  it('publish: an event is delivered after the commit, all of a transaction together', () => {
    subscribe(bus);
    transactions.run(() => {
      publish('A', 'B');
      publish('C');
      expect(got).toEqual([]);
    });
    expect(got).toEqual([['A', 'B', 'C']]);
  });

  it('publish: a rollback takes back what is published after the commit, not what is published immediately', () => {
    const undone = (): void =>
      transactions.run(() => {
        publish('A');
        bus.publish('Now__e', [{ Text__c: 'B' }], PUBLISHER);
        fail('no');
      });
    expect(undone).toThrow('no');
    expect(bus.read().map(({ payload }) => payload['Text__c'])).toEqual(['B']);
  });

  it('publish: a savepoint that is undone takes its events along', () => {
    subscribe(bus);
    transactions.run(() => {
      publish('A');
      expect(() =>
        transactions.savepoint(() => {
          publish('B');
          fail('no');
        }),
      ).toThrow('no');
    });
    expect(got).toEqual([['A']]);
  });

  it('read: events of topics, after a place, as long as they are kept', () => {
    publish('A', 'B');
    bus.publish('Now__e', [{ Text__c: 'C' }], PUBLISHER);
    clock.advance(72 * HOUR_MS);
    publish('D');
    const texts = (filter?: Parameters<EventBus['read']>[0]): unknown[] =>
      bus.read(filter).map(({ payload }) => payload['Text__c']);
    expect(texts()).toEqual(['A', 'B', 'C', 'D']);
    expect(texts({ topics: ['Told__e'], after: 1 })).toEqual(['B', 'D']);
    expect(texts({ limit: 1 })).toEqual(['A']);
    clock.advance(1);
    expect(texts()).toEqual(['D']);
  });

  it('positionOf: earliest, latest, a place, and none', () => {
    publish('A', 'B');
    expect([bus.positionOf('EARLIEST'), bus.positionOf('LATEST'), bus.positionOf(1)]).toEqual([0, 2, 1]);
    expect(() => bus.positionOf(3)).toThrow('The event bus gave out no ReplayId 3');
  });

  it('onPublished: tells topics after the commit until it is stopped', () => {
    const heard: (readonly string[])[] = [];
    const stop = bus.onPublished((topics) => heard.push(topics));
    transactions.run(() => {
      publish('A');
      publish('B');
      expect(heard).toEqual([]);
    });
    stop();
    publish('C');
    expect(heard).toEqual([['Told__e']]);
  });

  it('addSubscribers: a new subscriber begins with what is published from then on', () => {
    publish('A');
    subscribe(bus);
    publish('B');
    expect(got).toEqual([['B']]);
  });

  it('addSubscribers: a batch size divides what came together', () => {
    subscribe(bus, 'S', 2);
    publish('A', 'B', 'C');
    expect(got).toEqual([['A', 'B'], ['C']]);
  });

  it('deliver: a subscriber that throws is undone and goes on with the next events; the publisher hears nothing', () => {
    subscribe(bus);
    store.database.exec('CREATE TABLE "_note" (text TEXT)');
    work = () => {
      store.prepare('INSERT INTO "_note" VALUES (\'x\')').run();
      fail('broken');
    };
    publish('A');
    expect(bus.subscriptions()).toMatchObject([{ subscriber: 'S', position: 1, lastError: 'broken' }]);
    expect(store.prepare('SELECT * FROM "_note"').all()).toEqual([]);
    publish('B');
    expect(got).toEqual([['A'], ['B']]);
  });

  it('deliver: what a subscriber publishes comes in the next round', () => {
    subscribe(bus);
    work = ([event]) => event?.payload['Text__c'] === 'A' && publish('B');
    publish('A');
    expect(got).toEqual([['A'], ['B']]);
  });

  it('deliver: also works inside an open transaction, whose rollback takes back events and positions', () => {
    subscribe(bus);
    expect(() =>
      transactions.run(() => {
        publish('A');
        bus.deliver();
        expect(got).toEqual([['A']]);
        fail('end of the test');
      }),
    ).toThrow('end of the test');
    publish('B');
    expect(got).toEqual([['A'], ['B']]);
  });

  it('RetryDelivery: delivers the batch again when it is due, with what came meanwhile', () => {
    subscribe(bus);
    const told: [number, string | null][] = [];
    work = (_events, { retries, lastError }) => {
      told.push([retries, lastError]);
      if (retries < 2) throw new RetryDelivery('later');
    };
    publish('A');
    publish('B');
    expect(got).toEqual([['A']]);
    for (let due = wakeUps.shift(); due !== undefined; due = wakeUps.shift()) {
      clock.advance(START_MS + due - clock.now());
      transactions.run(() => bus.wake());
    }
    expect(got).toEqual([['A'], ['A', 'B'], ['A', 'B']]);
    expect(told).toEqual([
      [0, null],
      [1, 'later'],
      [2, 'later'],
    ]);
  });

  it('RetryDelivery: after nine retries the subscriber gets nothing, until it is resumed with the next event', () => {
    subscribe(bus);
    work = () => {
      throw new RetryDelivery('never');
    };
    publish('A');
    for (let due = wakeUps.shift(); due !== undefined; due = wakeUps.shift()) {
      clock.advance(START_MS + due - clock.now());
      transactions.run(() => bus.wake());
    }
    expect(got).toHaveLength(10);
    expect(bus.subscriptions()).toMatchObject([{ state: 'Error', position: 0, lastError: 'never' }]);
    publish('B');
    expect(got).toHaveLength(10);
    work = () => undefined;
    bus.resume('Told__e', 'S');
    publish('C');
    expect(got.slice(10)).toEqual([['C']]);
    expect(bus.subscriptions()).toMatchObject([{ state: 'Running', position: 3, lastError: null }]);
  });

  it.each([
    ['returns', () => undefined],
    ['throws', () => fail('limit')],
  ])('setResumeCheckpoint: the next batch starts after it when the subscriber %s', (_how, end) => {
    subscribe(bus);
    work = (events, delivery) => {
      delivery.setResumeCheckpoint(events[0]?.replayId ?? 0);
      end();
    };
    publish('A', 'B', 'C');
    expect(got).toEqual([['A', 'B', 'C'], ['B', 'C'], ['C']]);
  });

  it('setResumeCheckpoint: refuses an event that is none of the batch', () => {
    subscribe(bus);
    work = (_events, delivery) => delivery.setResumeCheckpoint(99);
    publish('A');
    expect(bus.subscriptions()).toMatchObject([{ lastError: 'The batch has no event with the ReplayId 99' }]);
  });

  it('subscriptions: a subscriber that is gone for a while has missed what came', () => {
    let there = true;
    bus.addSubscribers((topic) =>
      there && topic === 'Told__e'
        ? [{ name: 'S', deliver: (events) => got.push(events.map((event) => event.replayId)) }]
        : [],
    );
    publish('A');
    there = false;
    publish('B');
    there = true;
    publish('C');
    expect(got).toEqual([[1], [3]]);
  });

  it('goes on after a restart where deliveries stopped', () => {
    subscribe(bus);
    publish('A');
    // The process ends between the commit and the delivery.
    store.database.exec(
      `INSERT INTO "_event" (topic, uuid, created_ms, created_by, payload)
       VALUES ('Told__e', 'u', ${START_MS}, 'x', '{"Text__c":"B"}')`,
    );
    bus = openBus();
    subscribe(bus);
    bus.deliver();
    expect(got).toEqual([['A'], ['B']]);
  });
});
