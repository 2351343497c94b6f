import { parseJson } from './parse-json';

/** The body of a request, read when a handler asks for it. */
export interface RequestBody {
  /** Media type without parameters, lower case: `application/json`; null when there is none. */
  readonly mediaType: string | null;
  /** The whole Content-Type header, for the boundary of multipart bodies. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** @throws ApiError JSON_PARSER_ERROR */
  json(): unknown;
}

/** A body as it came over HTTP. */
export class ReceivedBody implements RequestBody {
  constructor(
    readonly mediaType: string | null,
    readonly contentType: string | null,
    readonly bytes: Uint8Array,
  ) {}

  json(): unknown {
    return parseJson(
      Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString('utf8'),
    );
  }
}

/** A body that is a JSON value already: that of a subrequest. */
export class JsonBody implements RequestBody {
  readonly mediaType = 'application/json';
  readonly contentType = 'application/json';

  constructor(private readonly value: unknown) {}

  get bytes(): Uint8Array {
    return Buffer.from(this.value === undefined ? '' : JSON.stringify(this.value));
  }

  json(): unknown {
    return this.value === undefined ? parseJson('') : this.value;
  }
}
