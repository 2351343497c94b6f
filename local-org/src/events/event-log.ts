import { EVENT_RETENTION_MS, MAX_EVENTS_PER_DELIVERY, type Clock } from '../core';
import type { RecordStore, SqlValue } from '../storage';
import type { EventFilter, EventMessage, EventPayload } from './types';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_event" (
    replay_id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, uuid TEXT NOT NULL, created_ms INTEGER NOT NULL,
    created_by TEXT NOT NULL, payload TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS "_event_topic" ON "_event" (topic, replay_id);
  CREATE INDEX IF NOT EXISTS "_event_created" ON "_event" (created_ms)`;

interface EventRow {
  readonly replay_id: number;
  readonly topic: string;
  readonly uuid: string;
  readonly created_ms: number;
  readonly created_by: string;
  readonly payload: string;
}

/** An event before it has its place in the log. */
export interface NewEvent {
  readonly topic: string;
  readonly eventUuid: string;
  readonly createdById: string;
  readonly payload: EventPayload;
}

/**
 * The log of event messages in the org's database. What a transaction appends is there once it has committed and gone
 * when it is rolled back. One sequence serves all topics, so that channels of several topics have one order.
 */
export class EventLog {
  constructor(
    private readonly store: RecordStore,
    private readonly clock: Clock,
  ) {
    store.database.exec(TABLE);
  }

  /** Adds events, and drops those that are older than the bus keeps them. */
  append(events: readonly NewEvent[]): void {
    const now = this.clock.now();
    this.store.prepare('DELETE FROM "_event" WHERE created_ms < ?').run(now - EVENT_RETENTION_MS);
    const statement = this.store.prepare(
      'INSERT INTO "_event" (topic, uuid, created_ms, created_by, payload) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { topic, eventUuid, createdById, payload } of events)
      statement.run(topic, eventUuid, now, createdById, JSON.stringify(payload));
  }

  /** Events by ReplayId, without those that are too old. */
  read({ topics, after = 0, through, limit = MAX_EVENTS_PER_DELIVERY }: EventFilter): EventMessage[] {
    const conditions = ['replay_id > ?', 'created_ms >= ?'];
    const parameters: SqlValue[] = [after, this.clock.now() - EVENT_RETENTION_MS];
    if (topics) {
      conditions.push('topic IN (SELECT value FROM json_each(?))');
      parameters.push(JSON.stringify(topics));
    }
    if (through !== undefined) {
      conditions.push('replay_id <= ?');
      parameters.push(through);
    }
    const rows = this.store
      .prepare(`SELECT * FROM "_event" WHERE ${conditions.join(' AND ')} ORDER BY replay_id LIMIT ?`)
      .all(...parameters, limit);
    return (rows as unknown as EventRow[]).map(toMessage);
  }

  /** The last ReplayId given out that still stands; 0 before the first. */
  tip(): number {
    const row = this.store
      .prepare('SELECT max(seq) AS tip FROM sqlite_sequence WHERE name = ?')
      .get('_event') as { tip: number | null };
    return row.tip ?? 0;
  }
}

function toMessage(row: EventRow): EventMessage {
  return {
    replayId: row.replay_id,
    topic: row.topic,
    eventUuid: row.uuid,
    createdMs: row.created_ms,
    createdById: row.created_by,
    payload: JSON.parse(row.payload) as EventPayload,
  };
}
