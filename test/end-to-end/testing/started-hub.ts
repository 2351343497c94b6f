import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { hub, type Ended } from './project-process';
import { API_VERSION, type ReadyLine } from './running-org';
import { jsonLine, type StartSummary } from './start-summary';

const COUNTED = ['Account', 'Contact', 'Opportunity', 'Product2', 'User', 'PermissionSetAssignment'] as const;

/** Numbers of records by object. */
export type RecordCounts = Readonly<Record<string, number>>;

/** A start that was stopped when everything was done. */
export interface StartedHub {
  readonly ended: Ended;
  readonly summary: StartSummary;
  readonly counts: RecordCounts;
}

/** Number of records of an object. */
export async function count(connection: Connection, object: string): Promise<number> {
  return (await connection.query(`SELECT COUNT() FROM ${object}`)).totalSize;
}

/** Numbers of records of the objects that a start fills. */
export async function countAll(connection: Connection): Promise<RecordCounts> {
  const counts: Record<string, number> = {};
  for (const object of COUNTED) counts[object] = await count(connection, object);
  return counts;
}

/** jsforce as the administrator of the org that runs from a state folder. */
export function connectTo(state: string): Connection {
  const file = join(state, 'local-org.json');
  const { url: instanceUrl, accessToken } = JSON.parse(readFileSync(file, 'utf8')) as ReadyLine;
  return new Connection({ instanceUrl, accessToken, version: API_VERSION });
}

/** `npm start`: waits until everything is done, counts, and stops it by Ctrl-C. */
export async function startAndCount(state: string): Promise<StartedHub> {
  const started = hub('start', '--json', '--port', '0', '--state', state);
  await started.says(/^\{.*\}$/m);
  const counts = await countAll(connectTo(state));
  started.interrupt();
  const ended = await started.ended;
  return { ended, counts, summary: jsonLine(ended) };
}
