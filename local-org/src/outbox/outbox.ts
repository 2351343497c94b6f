import { formatDatetime, type Clock } from '../core';
import type { RecordStore } from '../storage';
import type { Message, MessageFilter, NewMessage, Outbox } from './types';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_outbox" (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, sent TEXT NOT NULL, recipients TEXT NOT NULL,
    subject TEXT NOT NULL, body TEXT NOT NULL, related TEXT, source TEXT NOT NULL
  )`;
const DEFAULT_LIMIT = 2_000;

/** Filters by what they compare; each takes one parameter. */
const CONDITIONS = {
  since: 'id > ?',
  kind: 'kind = ?',
  relatedRecordId: 'related = ?',
  recipient: 'EXISTS (SELECT 1 FROM json_each(recipients) WHERE value = ?)',
} as const satisfies Partial<Record<keyof MessageFilter, string>>;

interface MessageRow {
  readonly id: number;
  readonly kind: Message['kind'];
  readonly sent: string;
  readonly recipients: string;
  readonly subject: string;
  readonly body: string;
  readonly related: string | null;
  readonly source: string;
}

/** Makes the outbox of an org; its messages are in the org's database. */
export function createOutbox({
  store,
  clock,
}: {
  readonly store: RecordStore;
  readonly clock: Clock;
}): Outbox {
  store.database.exec(TABLE);
  return {
    send: (message) => insert(store, message, formatDatetime(clock.now())),
    list: (filter = {}) => select(store, filter),
  };
}

function insert(store: RecordStore, message: NewMessage, sentDate: string): number {
  const { lastInsertRowid } = store
    .prepare(
      'INSERT INTO "_outbox" (kind, sent, recipients, subject, body, related, source) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      message.kind,
      sentDate,
      JSON.stringify([...new Set(message.recipients)]),
      message.subject,
      message.body,
      message.relatedRecordId,
      message.source,
    );
  return Number(lastInsertRowid);
}

function select(store: RecordStore, filter: MessageFilter): Message[] {
  const conditions: string[] = [];
  const parameters: (string | number)[] = [];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = filter[name as keyof typeof CONDITIONS];
    if (value === undefined) continue;
    conditions.push(condition);
    parameters.push(value);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const rows = store
    .prepare(`SELECT * FROM "_outbox" ${where} ORDER BY id LIMIT ?`)
    .all(...parameters, filter.limit ?? DEFAULT_LIMIT);
  return (rows as unknown as MessageRow[]).map(({ sent, related, recipients, ...row }) => ({
    ...row,
    sentDate: sent,
    relatedRecordId: related,
    recipients: JSON.parse(recipients) as string[],
  }));
}
