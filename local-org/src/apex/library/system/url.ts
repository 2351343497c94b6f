import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexUrl } from '../../runtime/values/apex-url';
import type { ClassApexType } from '../../types/apex-type';
import type { Maybe } from '../arguments';
import { required, requiredValue } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

/** The org's address while nothing listens. */
const UNREACHABLE_URL = 'http://localhost';
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** @throws StringException for a text that is no absolute URL */
function parse(runtime: ApexRuntime, spec: string): ApexUrl {
  // UNVERIFIED: the text of the exception for a malformed address, which is Java's.
  return ApexUrl.parse(spec) ?? runtime.throwNew('System.StringException', `no protocol: ${spec}`);
}

/** Resolves a relative URL against another. */
function resolve(
  runtime: ApexRuntime,
  _type: ClassApexType,
  context: Maybe<ApexUrl>,
  spec: Maybe<string>,
): ApexUrl {
  const base = context ?? runtime.throwNull();
  const text = required(runtime, spec, 2);
  if (ApexUrl.parse(text)) return parse(runtime, text);
  try {
    return parse(runtime, new URL(text, base.toText()).href);
  } catch {
    return runtime.throwNew('System.StringException', `no protocol: ${text}`);
  }
}

function ofParts(
  runtime: ApexRuntime,
  protocol: Maybe<string>,
  host: Maybe<string>,
  port: number,
  file: Maybe<string>,
): ApexUrl {
  const authority = `${required(runtime, host, 2)}${port === -1 ? '' : `:${port}`}`;
  return parse(runtime, `${required(runtime, protocol)}://${authority}${required(runtime, file, 3)}`);
}

function reading(signature: string, read: (url: ApexUrl) => unknown): PlatformMember {
  return method(signature, (_runtime: ApexRuntime, self: ApexUrl) => read(self));
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);

/** Equal but for what stands behind `#`. */
function sameFile(runtime: ApexRuntime, self: ApexUrl, other: Maybe<ApexUrl>): boolean {
  const withoutRef = (url: ApexUrl): string => new ApexUrl({ ...url.parts, ref: null }, url.opaque).toText();
  return withoutRef(self) === withoutRef(required(runtime, other));
}

/** System.Url: addresses, read as java.net.URL does. */
export const urlClass: PlatformClass = {
  name: 'System.Url',
  kind: 'class',
  documentation: referencePage('apex_methods_system_url'),
  members: [
    ...['getOrgDomainUrl', 'getSalesforceBaseUrl'].map((name) =>
      method(`static Url ${name}()`, (runtime: ApexRuntime) =>
        parse(runtime, runtime.org.serverUrl() ?? UNREACHABLE_URL),
      ),
    ),
    method('new(String spec)', (runtime: ApexRuntime, _type: ClassApexType, spec: Maybe<string>) =>
      parse(runtime, requiredValue(runtime, spec)),
    ),
    method('new(Url context, String spec)', resolve),
    method(
      'new(String protocol, String host, String file)',
      (
        runtime: ApexRuntime,
        _type: ClassApexType,
        protocol: Maybe<string>,
        host: Maybe<string>,
        file: Maybe<string>,
      ) => ofParts(runtime, protocol, host, -1, file),
    ),
    method(
      'new(String protocol, String host, Integer port, String file)',
      (
        runtime: ApexRuntime,
        _type: ClassApexType,
        protocol: Maybe<string>,
        host: Maybe<string>,
        port: Maybe<number>,
        file: Maybe<string>,
      ) => ofParts(runtime, protocol, host, required(runtime, port, 3), file),
    ),
    reading('String getAuthority()', ({ authority }) => textOrNull(authority)),
    reading('Integer getDefaultPort()', ({ parts }) => DEFAULT_PORTS[parts.protocol] ?? -1),
    reading('String getFile()', ({ file }) => file),
    reading('String getHost()', ({ parts }) => parts.host),
    reading('String getPath()', ({ parts }) => parts.path),
    reading('Integer getPort()', ({ parts }) => parts.port),
    reading('String getProtocol()', ({ parts }) => parts.protocol),
    reading('String getQuery()', ({ parts }) => parts.query),
    reading('String getRef()', ({ parts }) => parts.ref),
    reading('String getUserInfo()', ({ parts }) => parts.userInfo),
    method('Boolean sameFile(Url other)', sameFile),
    reading('String toExternalForm()', (url) => url.toText()),
    reading('String toString()', (url) => url.toText()),
  ],
};
