import type { FastifyInstance } from 'fastify';
import { UnsupportedFeatureError } from '../../core';
import type { ApiDeps } from '../api-deps';
import { executeAnonymousOperation } from './apex/execute-anonymous-operation';
import { convertLeadOperation } from './partner/convert-lead-operation';
import { describeOperations } from './partner/describe-operations';
import { processOperation } from './partner/process-operation';
import { queryOperations } from './partner/query-operations';
import { saveOperations } from './partner/save-operations';
import { login, sessionOperations } from './partner/session-operations';
import { registerSoapEndpoint, type SoapAnswer, type SoapCall } from './soap-endpoint';
import { booleanOf, elementOf, textOf } from './soap-envelope';

/** Endpoints that answer no operation, by letter: Tooling API. */
const REFUSED_ENDPOINTS: Readonly<Record<string, string>> = {
  T: 'urn:tooling.soap.sforce.com',
};

type Operations = Readonly<Record<string, (call: SoapCall) => SoapAnswer>>;

/**
 * The SOAP endpoints besides the Metadata API's: Partner API in full, login and the like in Enterprise API, anonymous
 * blocks in Apex API, and those whose operations are all refused by name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_partner.htm
 */
export function registerSoap(app: FastifyInstance, deps: ApiDeps): void {
  const session = sessionOperations(deps);
  registerSoapEndpoint(app, deps, {
    letter: 'u',
    namespace: 'urn:partner.soap.sforce.com',
    sobjectNamespace: 'urn:sobject.partner.soap.sforce.com',
    operations: withHeaderChecks({
      ...session,
      ...saveOperations(deps),
      ...queryOperations(deps),
      ...describeOperations(deps),
      ...processOperation(deps),
      ...convertLeadOperation(deps),
    }),
    openOperations: { login: (call) => login(call, 'u', deps) },
  });
  registerSoapEndpoint(app, deps, {
    letter: 'c',
    namespace: 'urn:enterprise.soap.sforce.com',
    sobjectNamespace: 'urn:sobject.enterprise.soap.sforce.com',
    operations: withHeaderChecks(session),
    openOperations: { login: (call) => login(call, 'c', deps) },
  });
  registerSoapEndpoint(app, deps, {
    letter: 's',
    namespace: 'http://soap.sforce.com/2006/08/apex',
    operations: executeAnonymousOperation(deps),
  });
  for (const [letter, namespace] of Object.entries(REFUSED_ENDPOINTS)) {
    registerSoapEndpoint(app, deps, { letter, namespace, operations: {} });
  }
}

/** Headers that would change what a call does, and which the local org does not know; each with its test. */
const UNSUPPORTED_HEADERS: Readonly<Record<string, (call: SoapCall) => boolean>> = {
  'AllowFieldTruncationHeader: allowFieldTruncation': ({ header }) =>
    booleanOf(elementOf(header['AllowFieldTruncationHeader'])['allowFieldTruncation']),
  'AssignmentRuleHeader: assignmentRuleId': ({ header }) =>
    textOf(elementOf(header['AssignmentRuleHeader'])['assignmentRuleId']) !== undefined,
  OwnerChangeOptions: ({ header }) => header['OwnerChangeOptions'] !== undefined,
};

function withHeaderChecks(operations: Operations): Operations {
  const checked = Object.entries(operations).map(([name, run]): [string, (call: SoapCall) => SoapAnswer] => [
    name,
    (call) => {
      for (const [header, isAsked] of Object.entries(UNSUPPORTED_HEADERS)) {
        if (isAsked(call)) throw new UnsupportedFeatureError(`SOAP header ${header}`);
      }
      return run(call);
    },
  ]);
  return Object.fromEntries(checked);
}
