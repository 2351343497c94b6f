import type { QueryRow } from '../shared';
import type { ApiClient } from './api-client';

interface QueryPage {
  readonly records: readonly QueryRow[];
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
}

/**
 * Runs a query by the REST API; each page of 2,000 rows is one call, fetched when the reader gets there.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export async function* queryPages(client: ApiClient, soql: string): AsyncGenerator<QueryRow> {
  let path: string | undefined = `/query?q=${encodeURIComponent(soql)}`;
  while (path !== undefined) {
    const answer = await client.send({ kind: 'query', method: 'GET', path, idempotent: true });
    const page = answer.body as QueryPage;
    yield* page.records;
    path = page.done ? undefined : page.nextRecordsUrl;
  }
}
