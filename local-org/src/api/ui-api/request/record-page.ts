/** Which part of a list is answered. */
export interface Page {
  /** Records before it. */
  readonly offset: number;
  readonly pageSize: number;
}

/**
 * A page of records. One record more than the page has shows that another page follows; it is not answered.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_collection.htm
 */
export function recordPage(
  url: string,
  records: readonly unknown[],
  { offset, pageSize }: Page,
): Record<string, unknown> {
  const shown = records.slice(0, pageSize);
  const tokens = {
    current: String(offset),
    next: records.length > pageSize ? String(offset + pageSize) : null,
    previous: offset > 0 ? String(Math.max(0, offset - pageSize)) : null,
  };
  const pageUrl = (token: string | null): string | null =>
    token === null ? null : `${url}${url.includes('?') ? '&' : '?'}pageSize=${pageSize}&pageToken=${token}`;
  return {
    count: shown.length,
    currentPageToken: tokens.current,
    currentPageUrl: pageUrl(tokens.current),
    nextPageToken: tokens.next,
    nextPageUrl: pageUrl(tokens.next),
    previousPageToken: tokens.previous,
    previousPageUrl: pageUrl(tokens.previous),
    records: shown,
  };
}
