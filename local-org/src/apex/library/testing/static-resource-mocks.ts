import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexValue } from '../../runtime/values/apex-value';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';
import { responseOf } from './http';
import { staticResource } from './static-resources';

/** What a mock answers with: status and headers, and static resources by endpoint; one under `null` for all. */
interface Answers {
  readonly headers: Map<string, readonly [name: string, value: string]>;
  readonly resources: Map<string | null, string>;
}

const answersOf = (self: PlatformStruct): Answers => self.subject as Answers;

const sharedMembers: readonly PlatformMember[] = [
  method(
    'void setStatus(String status)',
    (_runtime: ApexRuntime, self: PlatformStruct, status: ApexValue) => {
      self.values['status'] = status;
    },
  ),
  method(
    'void setStatusCode(Integer statusCode)',
    (_runtime: ApexRuntime, self: PlatformStruct, statusCode: ApexValue) => {
      self.values['statusCode'] = statusCode;
    },
  ),
  method(
    'void setHeader(String name, String value)',
    (runtime: ApexRuntime, self: PlatformStruct, name: string | null, value: string | null) => {
      if (name === null || value === null) return runtime.throwNull();
      answersOf(self).headers.set(name.toLowerCase(), [name, value]);
    },
  ),
  method('HttpResponse respond(HttpRequest request)', respond),
];

function respond(runtime: ApexRuntime, self: PlatformStruct, request: PlatformStruct): ApexValue {
  const { headers, resources } = answersOf(self);
  const endpoint = request.values['Endpoint'] as string | null | undefined;
  const resource = resources.get(endpoint ?? null) ?? resources.get(null);
  // UNVERIFIED: what the platform says of an endpoint for which no resource was set.
  if (resource === undefined) {
    return runtime.throwNew(
      'System.CalloutException',
      `No static resource for endpoint ${endpoint ?? 'null'}`,
    );
  }
  const { status = 'OK', statusCode = 200 } = self.values;
  return responseOf(String(status), Number(statusCode), staticResource(runtime, resource), headers);
}

function mockClass(name: string, page: string, setter: PlatformMember): PlatformClass {
  const made = (): PlatformStruct =>
    new PlatformStruct(name, {}, { headers: new Map(), resources: new Map() } satisfies Answers);
  return {
    name,
    kind: 'class',
    documentation: referencePage(page),
    interfaces: ['System.HttpCalloutMock'],
    members: [method('new()', made), setter, ...sharedMembers],
  };
}

/** Answers all callouts with one static resource. */
export const staticResourceCalloutMockClass = mockClass(
  'System.StaticResourceCalloutMock',
  'apex_classes_restful_http_staticresourcecalloutmock',
  method(
    'void setStaticResource(String resourceName)',
    (runtime: ApexRuntime, self: PlatformStruct, name: string | null) => {
      answersOf(self).resources.set(null, name ?? runtime.throwNull());
    },
  ),
);

/** Answers callouts with a static resource per endpoint. */
export const multiStaticResourceCalloutMockClass = mockClass(
  'System.MultiStaticResourceCalloutMock',
  'apex_classes_restful_http_multistaticresourcecalloutmock',
  method(
    'void setStaticResource(String endpoint, String resourceName)',
    (runtime: ApexRuntime, self: PlatformStruct, endpoint: string | null, name: string | null) => {
      if (endpoint === null || name === null) return runtime.throwNull();
      answersOf(self).resources.set(endpoint, name);
    },
  ),
);
