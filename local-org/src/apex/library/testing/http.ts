import { UnsupportedFeatureError } from '../../../core';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import type { ApexValue } from '../../runtime/values/apex-value';
import { listOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { abstractMethod, method, type PlatformClass, type PlatformMember } from '../platform-class';
import { accessorMethods } from '../settable';

/** Header names are case-insensitive; the first spelling is kept. */
type Headers = Map<string, readonly [name: string, value: string]>;

const headersOf = (self: PlatformStruct): Headers => self.subject as Headers;

function newMessage(typeName: string, values: Record<string, ApexValue> = {}): PlatformStruct {
  return new PlatformStruct(typeName, values, new Map() satisfies Headers);
}

/** Body and headers, which requests and responses have alike. */
const messageMembers: readonly PlatformMember[] = [
  method('void setBody(String body)', (runtime: ApexRuntime, self: PlatformStruct, body: string | null) => {
    self.values['Body'] = ApexBlob.fromString(body ?? runtime.throwNull());
  }),
  method('String getBody()', (_runtime: ApexRuntime, self: PlatformStruct) => bodyOf(self)?.toUtf8() ?? ''),
  method(
    'void setBodyAsBlob(Blob body)',
    (runtime: ApexRuntime, self: PlatformStruct, body: ApexBlob | null) => {
      self.values['Body'] = body ?? runtime.throwNull();
    },
  ),
  method(
    'Blob getBodyAsBlob()',
    (_runtime: ApexRuntime, self: PlatformStruct) => bodyOf(self) ?? ApexBlob.fromString(''),
  ),
  method(
    'void setHeader(String name, String value)',
    (runtime: ApexRuntime, self: PlatformStruct, name: string | null, value: string | null) => {
      if (name === null || value === null) return runtime.throwNull();
      headersOf(self).set(name.toLowerCase(), [name, value]);
    },
  ),
  method(
    'String getHeader(String name)',
    (runtime: ApexRuntime, self: PlatformStruct, name: string | null) =>
      name === null ? runtime.throwNull() : (headersOf(self).get(name.toLowerCase())?.[1] ?? null),
  ),
];

function bodyOf(self: PlatformStruct): ApexBlob | null {
  return (self.values['Body'] as ApexBlob | undefined) ?? null;
}

/** An HTTP request. */
export const httpRequestClass: PlatformClass = {
  name: 'System.HttpRequest',
  kind: 'class',
  documentation: referencePage('apex_classes_restful_http_httprequest'),
  members: [
    method('new()', () => newMessage('System.HttpRequest')),
    ...messageMembers,
    ...accessorMethods('String', 'Endpoint'),
    ...accessorMethods('String', 'Method'),
    ...accessorMethods('Integer', 'Timeout').slice(0, 1),
    ...['void setCompressed(Boolean value)', 'void setClientCertificateName(String name)'].map((signature) =>
      method(signature, (_runtime: ApexRuntime, self: PlatformStruct, value: ApexValue) => {
        self.values[signature] = value;
      }),
    ),
    method(
      'Boolean getCompressed()',
      (_runtime: ApexRuntime, self: PlatformStruct) =>
        self.values['void setCompressed(Boolean value)'] === true,
    ),
    method('String toString()', (runtime: ApexRuntime, self: PlatformStruct) => {
      const { Endpoint = null, Method = null } = self.values;
      return `System.HttpRequest[Endpoint=${runtime.toText(Endpoint)}, Method=${runtime.toText(Method)}]`;
    }),
  ],
};

/** An HTTP response. */
export const httpResponseClass: PlatformClass = {
  name: 'System.HttpResponse',
  kind: 'class',
  documentation: referencePage('apex_classes_restful_http_httpresponse'),
  members: [
    method('new()', () => newMessage('System.HttpResponse', { StatusCode: 0 })),
    ...messageMembers,
    ...accessorMethods('String', 'Status'),
    ...accessorMethods('Integer', 'StatusCode'),
    method('List<String> getHeaderKeys()', (runtime: ApexRuntime, self: PlatformStruct) =>
      listOf(
        runtime,
        'String',
        [...headersOf(self).values()].map(([name]) => name),
      ),
    ),
    method('String toString()', (runtime: ApexRuntime, self: PlatformStruct) => {
      const { Status = null, StatusCode = 0 } = self.values;
      return `System.HttpResponse[Status=${runtime.toText(Status)}, StatusCode=${runtime.toText(StatusCode)}]`;
    }),
  ],
};

/** A response with that content: what static resources answer with. */
export function responseOf(
  status: string,
  statusCode: number,
  body: Uint8Array,
  headers: Headers,
): PlatformStruct {
  const values = { Status: status, StatusCode: statusCode, Body: new ApexBlob(body) };
  return new PlatformStruct('System.HttpResponse', values, new Map(headers));
}

/** Sends requests: in tests to the mock; elsewhere nothing leaves the machine. */
export const httpClass: PlatformClass = {
  name: 'System.Http',
  kind: 'class',
  documentation: referencePage('apex_classes_restful_http_http'),
  members: [
    method('new()', () => new PlatformStruct('System.Http')),
    method('HttpResponse send(HttpRequest request)', send),
    method('String toString()', () => 'System.Http[]'),
  ],
};

function send(runtime: ApexRuntime, _self: PlatformStruct, request: PlatformStruct | null): ApexValue {
  if (request === null) return runtime.throwNull();
  runtime.count('callouts');
  const { test } = runtime.execution;
  if (!test) throw new UnsupportedFeatureError('Apex: callouts');
  const mock = test.mocks.get('HttpCalloutMock');
  if (mock === undefined) {
    return runtime.throwNew(
      'System.TypeException',
      'Methods defined as TestMethod do not support Web service callouts',
    );
  }
  if (hasUncommittedWork(runtime)) {
    return runtime.throwNew(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out',
    );
  }
  return runtime.call(mock, 'respond', [request]);
}

/** Saves since the test, or its part after `Test.startTest`, began. */
function hasUncommittedWork(runtime: ApexRuntime): boolean {
  const changes = runtime.org.transactions.current?.changes.length ?? 0;
  return changes > runtime.execution.changesBefore;
}

/** What classes implement that answer callouts in tests. */
export const httpCalloutMockInterface: PlatformClass = {
  name: 'System.HttpCalloutMock',
  kind: 'interface',
  documentation: referencePage('apex_interface_httpcalloutmock'),
  members: [abstractMethod('HttpResponse respond(HttpRequest request)')],
};
