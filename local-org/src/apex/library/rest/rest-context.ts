import type { ApexExecution } from '../../runtime/apex-execution';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { ApexBlob } from '../../runtime/values/apex-blob';
import type { ApexMap } from '../../runtime/values/apex-map';
import type { ApexValue } from '../../runtime/values/apex-value';
import { mapOf } from '../../runtime/values/make-collections';
import { PlatformStruct } from '../../runtime/values/platform-struct';
import { referencePage } from '../documentation';
import { method, property, type PlatformClass, type PlatformMember } from '../platform-class';
import { settableProperty } from '../settable';

/** A REST call as code of Apex sees it. */
export interface RestCall {
  request: PlatformStruct | null;
  response: PlatformStruct | null;
}

/** A request as it came in. */
export interface RestRequestInput {
  readonly httpMethod: string;
  /** `/Deals/006...`, without `/services/apexrest`. */
  readonly requestURI: string;
  /** `/services/apexrest/Deals/*`. */
  readonly resourcePath: string;
  readonly remoteAddress: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly params: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

const calls = new WeakMap<ApexExecution, RestCall>();

/** The REST call of a transaction; there is one for each. */
export function restCallOf(execution: ApexExecution): RestCall {
  let call = calls.get(execution);
  if (!call) calls.set(execution, (call = { request: null, response: null }));
  return call;
}

/** Makes the request and response that `RestContext` answers in the transaction that runs. */
export function openRestCall(runtime: ApexRuntime, input: RestRequestInput): RestCall {
  const call = restCallOf(runtime.execution);
  const { httpMethod, requestURI, resourcePath, remoteAddress, body } = input;
  call.request = newRequest(runtime);
  Object.assign(call.request.values, {
    ...{ httpMethod, requestURI, resourcePath, remoteAddress },
    requestBody: new ApexBlob(body),
    headers: mapOf(runtime, 'String', 'String', input.headers),
    params: mapOf(runtime, 'String', 'String', input.params),
  });
  call.response = newResponse(runtime);
  return call;
}

function newRequest(runtime: ApexRuntime): PlatformStruct {
  return new PlatformStruct('System.RestRequest', {
    headers: mapOf(runtime, 'String', 'String', []),
    params: mapOf(runtime, 'String', 'String', []),
  });
}

function newResponse(runtime: ApexRuntime): PlatformStruct {
  return new PlatformStruct('System.RestResponse', { headers: mapOf(runtime, 'String', 'String', []) });
}

/** A method that files a value under a name: `addHeader`, `addParameter`. */
function adder(name: string, key: string): PlatformMember {
  return method(
    `void ${name}(String name, String value)`,
    (runtime: ApexRuntime, self: PlatformStruct, entry: string | null, value: ApexValue) => {
      (self.values[key] as ApexMap).put(runtime, entry, value);
    },
  );
}

/** The request of an Apex REST method. */
export const restRequestClass: PlatformClass = {
  name: 'System.RestRequest',
  kind: 'class',
  documentation: referencePage('apex_methods_system_restrequest'),
  members: [
    method('new()', newRequest),
    settableProperty('Map<String, String>', 'headers'),
    settableProperty('Map<String, String>', 'params'),
    settableProperty('String', 'httpMethod'),
    settableProperty('String', 'remoteAddress'),
    settableProperty('Blob', 'requestBody'),
    settableProperty('String', 'requestURI'),
    settableProperty('String', 'resourcePath'),
    adder('addHeader', 'headers'),
    adder('addParameter', 'params'),
  ],
};

/** The response of an Apex REST method. */
export const restResponseClass: PlatformClass = {
  name: 'System.RestResponse',
  kind: 'class',
  documentation: referencePage('apex_methods_system_restresponse'),
  members: [
    method('new()', newResponse),
    settableProperty('Map<String, String>', 'headers'),
    settableProperty('Blob', 'responseBody'),
    settableProperty('Integer', 'statusCode'),
    adder('addHeader', 'headers'),
  ],
};

function contextMember(className: string, key: keyof RestCall): PlatformMember {
  return property(
    `static ${className} ${key}`,
    (runtime: ApexRuntime) => restCallOf(runtime.execution)[key],
    (runtime: ApexRuntime, value: PlatformStruct | null) => {
      restCallOf(runtime.execution)[key] = value;
    },
  );
}

/** Request and response of the Apex REST method that runs. */
export const restContextClass: PlatformClass = {
  name: 'System.RestContext',
  kind: 'class',
  documentation: referencePage('apex_methods_system_restcontext'),
  members: [contextMember('RestRequest', 'request'), contextMember('RestResponse', 'response')],
};
