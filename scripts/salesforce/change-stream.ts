import type { Clock, QueryRow, StreamRequest } from '../shared';

/**
 * Time the watch reaches back behind the newest record it has seen, in milliseconds: records whose
 * transaction commits late carry an earlier SystemModstamp.
 */
const LOOK_BACK_MS = 10_000;

/** Runs a query; given by the integration. */
export type QueryRunner = (soql: string) => AsyncIterable<QueryRow>;

/**
 * Watches an object by `SystemModstamp`: delivers each change once, oldest first, ties broken by id.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/system_fields.htm
 */
export async function* watchChanges(
  query: QueryRunner,
  clock: Clock,
  request: StreamRequest,
): AsyncGenerator<QueryRow> {
  const seen = new Map<string, number>();
  let from = request.since.getTime();
  const fields = [...new Set(['Id', 'SystemModstamp', ...request.fields])].join(', ');
  while (!request.signal?.aborted) {
    const since = new Date(from).toISOString();
    const soql = `SELECT ${fields} FROM ${request.object} WHERE SystemModstamp >= ${since} ORDER BY SystemModstamp, Id`;
    let newest = from;
    for await (const row of query(soql)) {
      const modified = Date.parse(String(row['SystemModstamp']));
      newest = Math.max(newest, modified);
      const key = `${String(row['Id'])}@${modified}`;
      if (!seen.has(key)) {
        seen.set(key, modified);
        yield row;
      }
    }
    from = Math.max(from, newest - LOOK_BACK_MS);
    for (const [key, modified] of seen) if (modified < from) seen.delete(key);
    await clock.sleep(request.pollEveryMs, request.signal);
  }
}
