import { API, queryString, request } from 'shell/http';

/** A record as a query answers it. */
export type QueriedRecord = Readonly<Record<string, unknown>> & { readonly Id: string };

/** The first page of a query that the user may ask. */
export async function queryRecords<T extends QueriedRecord>(soql: string): Promise<readonly T[]> {
  const { records } = await request<{ readonly records: readonly T[] }>(
    `${API}/query${queryString({ q: soql })}`,
  );
  return records;
}

/** A text as a literal of a query. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
