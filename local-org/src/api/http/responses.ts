/** JSON that is already written out; sent as it is and never serialised again. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** An answer that is not JSON: CSV results, a page. */
export class RawContent {
  constructor(
    /** `text/csv; charset=UTF-8` */
    readonly contentType: string,
    readonly content: string | Uint8Array,
  ) {}
}

/** What a resource answers. `{ status: 204 }` has no body. */
export interface RestResponse {
  readonly status: number;
  /** A JSON value, or one of the two classes above. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Set when the status is good but nothing was saved: collections that were to be saved as a whole. */
  readonly failed?: boolean;
}

/** Answers 200 with a JSON value. */
export function ok(body: unknown, headers?: Readonly<Record<string, string>>): RestResponse {
  return headers ? { status: 200, body, headers } : { status: 200, body };
}

/** Answers 204, as updates and deletes do. */
export const NO_CONTENT: RestResponse = { status: 204 };

/** The JSON text of a body. */
export function toJsonText(body: unknown): string {
  return body instanceof JsonText ? body.text : JSON.stringify(body ?? null);
}

/** A body as a JSON value, read back when it was written out already. */
export function toJsonValue(body: unknown): unknown {
  return body instanceof JsonText ? JSON.parse(body.text) : body;
}
