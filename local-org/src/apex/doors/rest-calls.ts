import { ApiError } from '../../core';
import type { RunningUser } from '../../execution';
import type { ApexEngine } from '../engine/apex-engine';
import { serialize } from '../library/json/serialize';
import { openRestCall, type RestCall, type RestRequestInput } from '../library/rest/rest-context';
import type { DebugLog } from '../runtime/debug-log';
import { asApexException } from '../runtime/exceptions';
import { ApexBlob } from '../runtime/values/apex-blob';
import { ApexMap } from '../runtime/values/apex-map';
import type { ApexValue } from '../runtime/values/apex-value';
import { hasAnnotation } from '../semantics/visibility';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';
import { mayCall, noClassAccess } from './class-access';
import { annotatedMethod, annotationValue } from './find-method';
import { jsonArguments } from './json-arguments';

/** A request to an Apex REST resource. */
export interface RestCallInput {
  readonly httpMethod: string;
  /** What follows `/services/apexrest`: `/Deals/006...`, decoded. */
  readonly path: string;
  readonly remoteAddress: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly params: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly user: RunningUser;
  readonly log?: DebugLog | undefined;
}

/** What an Apex REST resource answers. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

const HTTP_METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const;
const JSON_CONTENT: readonly [string, string] = ['Content-Type', 'application/json;charset=UTF-8'];

/**
 * Calls the method of the class whose mapping fits the path best.
 * @throws ApiError NOT_FOUND, METHOD_NOT_ALLOWED, FORBIDDEN, JSON_PARSER_ERROR, and APEX_ERROR for what the method throws
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 */
export function callRest(engine: ApexEngine, input: RestCallInput): RestAnswer {
  const resource = findResource(engine.code().classes, input.path);
  if (!resource) {
    throw new ApiError('NOT_FOUND', 'Could not find a match for URL', { httpStatus: 404 });
  }
  const method = annotatedMethod(resource.symbol, annotationOf(input.httpMethod));
  if (!method) throw notAllowed(resource.symbol, input.httpMethod);
  const { user, log } = input;
  const { runtime } = engine;
  if (!mayCall(runtime, user, resource.symbol)) throw noClassAccess(resource.symbol);
  try {
    return engine.transaction({ kind: 'rest', user, ...(log && { log }) }, () => {
      const call = openRestCall(runtime, requestOf(input, resource.mapping));
      const args = argumentsOf(engine, method, input);
      const result = engine.callStatic(resource.symbol.qualifiedName, method.slots[0] ?? '', args);
      return answerOf(engine, method, result, call);
    });
  } catch (error) {
    if (error instanceof RefusedCall) throw error.answer;
    const exception = asApexException(runtime, error);
    if (!exception) throw error;
    const message = `${exception.toText(runtime)}\n\n${exception.stackTrace}`;
    log?.log({ kind: 'FATAL_ERROR', message });
    throw new ApiError('APEX_ERROR', message, { httpStatus: 500 });
  }
}

function annotationOf(httpMethod: string): string {
  return `Http${httpMethod.charAt(0)}${httpMethod.slice(1).toLowerCase()}`;
}

function notAllowed(symbol: TypeSymbol, httpMethod: string): ApiError {
  const allowed = HTTP_METHODS.filter((name) => annotatedMethod(symbol, annotationOf(name)));
  return new ApiError(
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${httpMethod}' not allowed. Allowed are ${allowed.join(',')}`,
    { httpStatus: 405 },
  );
}

interface RestResource {
  readonly symbol: TypeSymbol;
  readonly mapping: string;
}

/** The class whose `urlMapping` fits: an exact one before one with a wildcard, the longer before the shorter. */
function findResource(classes: readonly TypeSymbol[], path: string): RestResource | undefined {
  const resources = classes
    .filter((symbol) => hasAnnotation(symbol, 'RestResource'))
    .map((symbol) => ({ symbol, mapping: annotationValue(symbol, 'RestResource', 'urlMapping') ?? '' }));
  const fitting = resources.filter(({ mapping }) => fits(mapping, path));
  const rank = ({ mapping }: RestResource): number => mapping.length - (mapping.includes('*') ? 10_000 : 0);
  return fitting.sort((a, b) => rank(b) - rank(a))[0];
}

/** Mappings are case-sensitive; `*` stands for any text, and `/*` at the end for nothing as well. */
function fits(mapping: string, path: string): boolean {
  const isOpen = mapping.endsWith('/*');
  const parts = (isOpen ? mapping.slice(0, -2) : mapping).split('*');
  const pattern = parts.map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&')).join('.*');
  return new RegExp(`^${pattern}${isOpen ? '(?:/.*)?' : ''}/?$`).test(path);
}

function requestOf(input: RestCallInput, mapping: string): RestRequestInput {
  const { httpMethod, path, remoteAddress, headers, params, body } = input;
  const resourcePath = `/services/apexrest${mapping}`;
  return { httpMethod, requestURI: path, resourcePath, remoteAddress, headers, params, body };
}

/** Carries an answer out of a transaction, in which an ApiError would become an exception of Apex. */
class RefusedCall extends Error {
  constructor(readonly answer: ApiError) {
    super(answer.message);
  }
}

/** A body that does not fit is the caller's mistake, not the class's. */
function argumentsOf(engine: ApexEngine, method: MethodSymbol, { body }: RestCallInput): ApexValue[] {
  if (method.parameters.length === 0) return [];
  try {
    return jsonArguments(engine.runtime, method, Buffer.from(body).toString('utf8'), true);
  } catch (error) {
    const exception = asApexException(engine.runtime, error);
    if (!exception) throw error;
    throw new RefusedCall(new ApiError('JSON_PARSER_ERROR', exception.messageText, { httpStatus: 400 }));
  }
}

/** What the method returns is the body; a method that returns nothing writes it into the response itself. */
function answerOf(
  { runtime }: ApexEngine,
  method: MethodSymbol,
  result: ApexValue,
  { response }: RestCall,
): RestAnswer {
  const { statusCode = null, responseBody = null, headers = null } = response?.values ?? {};
  const own =
    headers instanceof ApexMap
      ? [...headers.pairs()].map(([name, value]): [string, string] => [String(name), String(value)])
      : [];
  const hasType = own.some(([name]) => name.toLowerCase() === 'content-type');
  const returned = method.returnType.kind !== 'void';
  const text = returned ? serialize(runtime, result, { pretty: false, suppressNulls: false }) : '';
  return {
    status: typeof statusCode === 'number' ? statusCode : 200,
    headers: hasType ? own : [JSON_CONTENT, ...own],
    body: returned || !(responseBody instanceof ApexBlob) ? Buffer.from(text) : responseBody.bytes,
  };
}
