import type { ApexRuntime } from '../apex-runtime';
import type { ApexValue } from './apex-value';
import { PlatformObject } from './platform-object';

/** Parts of a URL, as java.net.URL reads them; null for what is not there. */
export interface UrlParts {
  readonly protocol: string;
  readonly userInfo: string | null;
  readonly host: string;
  /** -1 when none is given. */
  readonly port: number;
  readonly path: string | null;
  readonly query: string | null;
  readonly ref: string | null;
}

/** Protocols whose addresses have no path. */
const OPAQUE_PROTOCOLS: ReadonlySet<string> = new Set(['mailto', 'tel']);

/**
 * A System.Url.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm
 */
export class ApexUrl extends PlatformObject {
  constructor(
    readonly parts: UrlParts,
    /** What stands behind the protocol of an address without path: `me@example.com` of a `mailto:`. */
    readonly opaque: string | null = null,
  ) {
    super();
  }

  override get typeName(): string {
    return 'Url';
  }

  /** Reads an absolute URL; null when it has no protocol or nothing behind it. */
  static parse(spec: string): ApexUrl | null {
    const [, protocol = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):(.+)$/s.exec(spec.trim()) ?? [];
    if (protocol === '') return null;
    const none = { protocol: protocol.toLowerCase(), userInfo: null, host: '', port: -1 };
    if (OPAQUE_PROTOCOLS.has(protocol.toLowerCase())) {
      return new ApexUrl({ ...none, path: null, query: null, ref: null }, rest);
    }
    const match = /^(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(rest);
    const [, authority, path = '', query = null, ref = null] = match ?? [];
    return new ApexUrl({ ...none, ...readAuthority(authority ?? ''), path, query, ref });
  }

  get authority(): string {
    const { userInfo, host, port } = this.parts;
    return `${userInfo === null ? '' : `${userInfo}@`}${host}${port === -1 ? '' : `:${port}`}`;
  }

  /** Path with query. */
  get file(): string {
    if (this.opaque !== null) return this.opaque;
    const { path, query } = this.parts;
    return `${path ?? ''}${query === null ? '' : `?${query}`}`;
  }

  override toText(): string {
    const { protocol, ref } = this.parts;
    const authority = this.opaque === null && this.authority !== '' ? `//${this.authority}` : '';
    return `${protocol}:${authority}${this.file}${ref === null ? '' : `#${ref}`}`;
  }

  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    return other instanceof ApexUrl && other.toText() === this.toText();
  }

  override key(): unknown {
    return `\0url${this.toText()}`;
  }
}

function readAuthority(authority: string): Pick<UrlParts, 'userInfo' | 'host' | 'port'> {
  const [, userInfo = null, host = '', port = '-1'] =
    /^(?:([^@]*)@)?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority) ?? [];
  return { userInfo, host, port: Number(port) };
}
