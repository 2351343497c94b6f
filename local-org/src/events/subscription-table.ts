import type { RecordStore, SqlValue } from '../storage';
import type { Subscription, SubscriptionState } from './types';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_event_subscription" (
    topic TEXT NOT NULL, subscriber TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL,
    retries INTEGER NOT NULL, last_error TEXT, due_ms INTEGER, PRIMARY KEY (topic, subscriber)
  ) WITHOUT ROWID`;

interface SubscriptionRow {
  readonly topic: string;
  readonly subscriber: string;
  readonly position: number;
  readonly state: string;
  readonly retries: number;
  readonly last_error: string | null;
  readonly due_ms: number | null;
}

/** What a delivery leaves at a subscription. */
export type SubscriptionChange = Pick<Subscription, 'position' | 'state' | 'retries' | 'lastError' | 'dueMs'>;

/** Where subscribers stand, in the org's database. */
export class SubscriptionTable {
  constructor(private readonly store: RecordStore) {
    store.database.exec(TABLE);
  }

  /**
   * Brings the subscriptions of a topic in line with who subscribes now: those of others go, new ones begin after
   * `position`.
   */
  sync(topic: string, subscribers: readonly string[], position: number): void {
    this.store
      .prepare(
        'DELETE FROM "_event_subscription" WHERE topic = ? AND subscriber NOT IN (SELECT value FROM json_each(?))',
      )
      .run(topic, JSON.stringify(subscribers));
    const statement = this.store.prepare(
      `INSERT INTO "_event_subscription" (topic, subscriber, position, state, retries) VALUES (?, ?, ?, 'Running', 0)
       ON CONFLICT DO NOTHING`,
    );
    for (const subscriber of subscribers) statement.run(topic, subscriber, position);
  }

  find(topic: string, subscriber: string): Subscription | undefined {
    return this.rows('WHERE topic = ? AND subscriber = ?', topic, subscriber)[0];
  }

  /** By topic and name. */
  all(): Subscription[] {
    return this.rows('ORDER BY topic, subscriber');
  }

  /** Topics with events that a running subscriber is to get by that time. */
  waitingTopics(nowMs: number): string[] {
    const rows = this.store
      .prepare(
        `SELECT DISTINCT s.topic AS topic FROM "_event_subscription" s
         WHERE s.state = 'Running' AND (s.due_ms IS NULL OR s.due_ms <= ?)
           AND EXISTS (SELECT 1 FROM "_event" e WHERE e.topic = s.topic AND e.replay_id > s.position)`,
      )
      .all(nowMs) as { topic: string }[];
    return rows.map(({ topic }) => topic);
  }

  update(topic: string, subscriber: string, change: SubscriptionChange): void {
    this.store
      .prepare(
        `UPDATE "_event_subscription" SET position = ?, state = ?, retries = ?, last_error = ?, due_ms = ?
         WHERE topic = ? AND subscriber = ?`,
      )
      .run(change.position, change.state, change.retries, change.lastError, change.dueMs, topic, subscriber);
  }

  private rows(condition: string, ...parameters: SqlValue[]): Subscription[] {
    const rows = this.store.prepare(`SELECT * FROM "_event_subscription" ${condition}`).all(...parameters);
    return (rows as unknown as SubscriptionRow[]).map(toSubscription);
  }
}

function toSubscription(row: SubscriptionRow): Subscription {
  return {
    topic: row.topic,
    subscriber: row.subscriber,
    position: row.position,
    state: row.state as SubscriptionState,
    retries: row.retries,
    lastError: row.last_error,
    dueMs: row.due_ms,
  };
}
