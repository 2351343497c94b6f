import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, LocalOrgError, UnsupportedFeatureError } from '../../core';
import type { RequestContext } from '../../execution';
import type { ApiDeps } from '../api-deps';
import type { Session } from '../auth/session-store';
import { invalidSession } from '../http/errors';
import { baseUrlOf } from '../http/send';
import { parseVersion } from '../http/versions';
import {
  booleanOf,
  elementOf,
  readEnvelope,
  textOf,
  type SoapElement,
  type SoapRequest,
} from './soap-envelope';
import { writeFault } from './soap-fault';
import { writeElements, writeEnvelope, type XmlNode } from './soap-writer';

/** A call of an operation by a logged-in user. */
export interface SoapCall {
  readonly arguments: SoapElement;
  readonly header: SoapElement;
  readonly session: Session;
  readonly context: RequestContext;
  /** Where clients reach the org: `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
}

/** A call before login. */
export type SoapCallWithoutSession = Omit<SoapCall, 'session' | 'context'> & { readonly apiVersion: number };

/** What an operation answers: the content of `<operationResponse>`, and of the header when it has one. */
export interface SoapAnswer {
  readonly body: XmlNode;
  readonly header?: XmlNode;
}

export interface SoapEndpoint {
  /** Letter in the path: `m` for metadata, `u` for partner, `s` for Apex. */
  readonly letter: string;
  readonly namespace: string;
  /** Namespace of records in answers, for the prefix `sf`. */
  readonly sobjectNamespace?: string;
  /** Operations by element name. */
  readonly operations: Readonly<Record<string, (call: SoapCall) => SoapAnswer>>;
  /** Operations that need no session: `login`. */
  readonly openOperations?: Readonly<Record<string, (call: SoapCallWithoutSession) => SoapAnswer>>;
}

/**
 * Answers `POST /services/Soap/<letter>/<version>[/<org id>]`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_quickstart_intro.htm
 */
export function registerSoapEndpoint(app: FastifyInstance, deps: ApiDeps, endpoint: SoapEndpoint): void {
  const handle = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const answer = answerSoap(request, deps, endpoint);
    return reply.code(answer.status).header('content-type', 'text/xml;charset=UTF-8').send(answer.xml);
  };
  const soapOperations = [...Object.keys(endpoint.openOperations ?? {}), ...Object.keys(endpoint.operations)];
  app.post(`/services/Soap/${endpoint.letter}/:version`, { config: { soapOperations } }, handle);
  app.post(`/services/Soap/${endpoint.letter}/:version/:orgId`, handle);
}

function answerSoap(
  request: FastifyRequest,
  deps: ApiDeps,
  endpoint: SoapEndpoint,
): { readonly status: number; readonly xml: string } {
  try {
    const apiVersion = parseVersion(`v${(request.params as { version: string }).version}`);
    if (apiVersion === undefined)
      throw new ApiError('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL');
    const soap = readEnvelope((request.body as Buffer | undefined)?.toString('utf8') ?? '');
    const answer = call(soap, apiVersion, baseUrlOf(request, deps), deps, endpoint);
    const body = `<${soap.operation}Response>${writeElements(answer.body)}</${soap.operation}Response>`;
    const header = answer.header ? writeElements(answer.header) : '';
    return { status: 200, xml: writeEnvelope(endpoint.namespace, body, header, endpoint.sobjectNamespace) };
  } catch (error) {
    const { status, code, message } = describeError(error, deps);
    return { status, xml: writeFault(endpoint.namespace, code, message) };
  }
}

function call(
  soap: SoapRequest,
  apiVersion: number,
  baseUrl: string,
  deps: ApiDeps,
  endpoint: SoapEndpoint,
): SoapAnswer {
  const shared = { arguments: soap.arguments, header: soap.header, baseUrl };
  const open = endpoint.openOperations?.[soap.operation];
  if (open) return open({ ...shared, apiVersion });
  const token = textOf(elementOf(soap.header['SessionHeader'])['sessionId']);
  const session = token === undefined ? undefined : deps.sessions.find(token.trim());
  if (!session) throw invalidSession();
  const operation = endpoint.operations[soap.operation];
  if (!operation) throw new UnsupportedFeatureError(`SOAP operation ${soap.operation}`);
  deps.usage.count();
  return operation({ ...shared, session, context: contextOf(soap, session, apiVersion) });
}

/** User mode, with the headers that change saves: duplicate rules and assignment rules. */
function contextOf({ header }: SoapRequest, session: Session, apiVersion: number): RequestContext {
  const duplicates = elementOf(header['DuplicateRuleHeader']);
  const autoAssign = booleanOf(elementOf(header['AssignmentRuleHeader'])['useDefaultRule']);
  return {
    user: session.user,
    mode: 'user',
    apiVersion,
    saveHeaders: {
      allowDuplicateSave: booleanOf(duplicates['allowSave']),
      duplicatesAsCurrentUser: booleanOf(duplicates['runAsCurrentUser']),
      autoAssign,
    },
  };
}

/** Faults go out with HTTP 500, as SOAP 1.1 wants; what the local org lacks with 501. */
function describeError(error: unknown, deps: ApiDeps): { status: number; code: string; message: string } {
  if (error instanceof ApiError) return { status: 500, code: error.errorCode, message: error.message };
  if (error instanceof UnsupportedFeatureError)
    return { status: 501, code: error.code, message: error.message };
  if (error instanceof LocalOrgError) return { status: 500, code: error.code, message: error.message };
  deps.reportDefect(error);
  return {
    status: 500,
    code: 'UNKNOWN_EXCEPTION',
    message: error instanceof Error ? error.message : String(error),
  };
}
