import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { API_VERSION, signJwt, type RunningOrg } from '../../testing/running-org';
import { startCopy } from '../../testing/shared-hub';
import { approvalRequest, messagesOf, type ProcessAnswer, type SaveAnswer } from './answers';
import { USERNAMES, type Person } from './people';

const CHUNK = 200;
const DAY_MS = 24 * 60 * 60 * 1_000;
const HOUR_MS = 60 * 60 * 1_000;
/** Writes a day as the API does, in the time zone of `config/local-org.json`. */
const DAY_OF = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' });
const DATA = `/services/data/v${API_VERSION}`;

/** Field values of a record, as the REST API takes and gives them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A message that the org would have sent. */
export interface OutboxMessage {
  readonly id: number;
  readonly kind: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly relatedRecordId: string | null;
  readonly source: string;
}

/** The org of one test file, and the people who work in it. */
export class ProcedureOrg {
  private readonly connections = new Map<Person, Promise<Connection>>();

  private accessToken: string;
  /** How far the org's clock has been moved. */
  private aheadMs = 0;

  private constructor(
    readonly org: RunningOrg,
    private readonly state: string,
  ) {
    this.accessToken = org.ready.accessToken;
  }

  /** Starts an org from a copy of the shared state. */
  static async start(folder: string): Promise<ProcedureOrg> {
    const state = join(folder, 'state');
    return new ProcedureOrg(await startCopy(state), state);
  }

  /** jsforce as the administrator. */
  administrator(): Connection {
    return new Connection({ instanceUrl: this.org.url, accessToken: this.accessToken, version: API_VERSION });
  }

  /** jsforce as a person, logged in by password once. */
  as(person: Person): Promise<Connection> {
    const known = this.connections.get(person);
    if (known) return known;
    const connecting = this.logIn(USERNAMES[person]);
    this.connections.set(person, connecting);
    return connecting;
  }

  /** Id of a person's user. */
  async idOf(person: Person): Promise<string> {
    return (await this.as(person)).userInfo?.id ?? '';
  }

  /** Creates records in the order given; fails when one is refused. Returns their ids. */
  async insert(person: Person, type: string, records: readonly Fields[]): Promise<string[]> {
    const answers = await this.save('POST', person, type, records);
    const refused = answers.flatMap(messagesOf);
    if (refused.length > 0) throw new Error(`${type}: ${[...new Set(refused)].join('\n')}`);
    return answers.map(({ id }) => id ?? '');
  }

  /** Creates one record. */
  async create(person: Person, type: string, record: Fields): Promise<string> {
    return (await this.insert(person, type, [record]))[0] ?? '';
  }

  /** Updates records; answers for each the messages of its refusal, empty when it was saved. */
  async update(person: Person, type: string, records: readonly Fields[]): Promise<string[][]> {
    return (await this.save('PATCH', person, type, records)).map(messagesOf);
  }

  /** Updates one record; answers the messages of a refusal. */
  async change(person: Person, type: string, id: string, fields: Fields): Promise<string[]> {
    return (await this.update(person, type, [{ Id: id, ...fields }]))[0] ?? [];
  }

  /** Tries to create one record; answers the messages of a refusal. */
  async tryCreate(person: Person, type: string, record: Fields): Promise<string[]> {
    return (await this.save('POST', person, type, [record])).flatMap(messagesOf);
  }

  /** Deletes one record; fails when it is refused. */
  async delete(person: Person, type: string, id: string): Promise<void> {
    const { success } = await (await this.as(person)).sobject(type).destroy(id);
    if (!success) throw new Error(`${type} ${id} was not deleted`);
  }

  /** All rows of a query as a person sees them, default the administrator. */
  async query<T extends Fields>(soql: string, person?: Person): Promise<T[]> {
    const connection = person ? await this.as(person) : this.administrator();
    const rows: T[] = [];
    let page = await connection.query<T>(soql);
    rows.push(...page.records);
    while (!page.done) {
      page = await connection.queryMore<T>(page.nextRecordsUrl ?? '');
      rows.push(...page.records);
    }
    return rows;
  }

  /** Reads fields of one record as the administrator. */
  async read(type: string, id: string, ...fields: readonly string[]): Promise<Fields> {
    const [row] = await this.query<Fields>(`SELECT ${fields.join(', ')} FROM ${type} WHERE Id = '${id}'`);
    return Object.fromEntries(fields.map((field) => [field, row?.[field]]));
  }

  /** Submits records for approval. */
  submit(person: Person, ids: readonly string[]): Promise<ProcessAnswer[]> {
    return this.process(
      person,
      ids.map((id) => approvalRequest('Submit', id)),
    );
  }

  /** Answers the pending work items of records: `Approve`, `Reject` or `Removed`, which recalls. */
  async decide(person: Person, action: string, ids: readonly string[]): Promise<ProcessAnswer[]> {
    const list = ids.map((id) => `'${id}'`).join(',');
    const items = await this.query<{ Id: string }>(
      `SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId IN (${list})`,
    );
    return this.process(
      person,
      items.map((item) => approvalRequest(action, item.Id)),
    );
  }

  /** Moves the org's clock; what falls due on the way runs at its time. */
  async advance({ days = 0, hours = 0 }: { days?: number; hours?: number }): Promise<void> {
    const durationMs = days * DAY_MS + hours * HOUR_MS;
    await this.control('/local-org/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: durationMs }),
    });
    this.aheadMs += durationMs;
    await this.renewSessions();
  }

  /** Day of the org's clock where its people are, some days on: `2026-11-22`. */
  async day(offset = 0): Promise<string> {
    const { now } = (await this.control('/local-org/clock')) as { now: string };
    return DAY_OF.format(new Date(Date.parse(now) + offset * DAY_MS));
  }

  /** Messages of the outbox after one, about a record if given. */
  async messages(since: number, relatedRecordId?: string): Promise<OutboxMessage[]> {
    const about = relatedRecordId ? `&relatedRecordId=${relatedRecordId}` : '';
    const answer = await this.control(`/local-org/outbox?since=${since}${about}`);
    return (answer as { messages: OutboxMessage[] }).messages;
  }

  /** Id of the last message there is. */
  async lastMessage(): Promise<number> {
    return (await this.messages(0)).at(-1)?.id ?? 0;
  }

  private async control(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { ...init.headers, authorization: `Bearer ${this.accessToken}` };
    const response = await this.org.fetch(path, { ...init, headers });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  /** Sessions end with the org's time, so everybody logs in again. */
  private async renewSessions(): Promise<void> {
    this.connections.clear();
    const { exp, ...claims } = this.org.claims();
    const renewed = { ...claims, exp: exp + Math.round(this.aheadMs / 1_000) };
    const { body } = await this.org.logIn(signJwt(renewed, this.org.ready.jwtKeyFile));
    this.accessToken = (body as { access_token: string }).access_token;
  }

  private async logIn(username: string): Promise<Connection> {
    const passwords = JSON.parse(readFileSync(join(this.state, 'passwords.json'), 'utf8')) as Fields;
    const connection = new Connection({ loginUrl: this.org.url, version: API_VERSION });
    await connection.login(username, String(passwords[username]));
    return connection;
  }

  private async save(method: 'POST' | 'PATCH', person: Person, type: string, records: readonly Fields[]) {
    const connection = await this.as(person);
    const answers: SaveAnswer[] = [];
    for (let at = 0; at < records.length; at += CHUNK) {
      const chunk = records.slice(at, at + CHUNK).map(({ Id, ...fields }) => ({
        attributes: { type },
        ...(Id !== undefined && { id: Id }),
        ...fields,
      }));
      const body = JSON.stringify({ allOrNone: false, records: chunk });
      const url = `${DATA}/composite/sobjects`;
      const headers = { 'content-type': 'application/json' };
      answers.push(...(await connection.request<SaveAnswer[]>({ method, url, body, headers })));
    }
    return answers;
  }

  private async process(person: Person, requests: readonly Fields[]): Promise<ProcessAnswer[]> {
    const connection = await this.as(person);
    return connection.requestPost<ProcessAnswer[]>(`${DATA}/process/approvals`, { requests });
  }
}

/** Subject of the mails of the intelligence digest begins so; they have a test of their own. */
const INTELLIGENCE_DIGEST = 'Market intelligence about your accounts and deals';

/** What the procedure sent, without the digests of market intelligence that come on the same day. */
export function ofProcedure(messages: readonly OutboxMessage[]): OutboxMessage[] {
  return messages.filter(({ subject }) => !subject.startsWith(INTELLIGENCE_DIGEST));
}
