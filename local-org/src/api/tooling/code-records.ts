import { ApiError } from '../../core';
import type { DeployMessage } from '../../metadata';
import type { ApiDeps } from '../api-deps';
import { malformedBody, notFound, RestError } from '../http/errors';
import type { RestRequest } from '../http/resource';
import { NO_CONTENT, type RestResponse } from '../http/responses';
import { deployCode, type CodeChange, type CodeType } from './deploy-code';
import { requireAuthor } from './execute-anonymous';

/** A deployed class or trigger, as its row tells. */
export interface CodeRow {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly apiVersion: number;
  readonly status: string;
}

const CODE_TYPES: readonly CodeType[] = ['ApexClass', 'ApexTrigger'];
/** Comments and strings, in which no declaration stands. */
const NO_CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'/g;
const NAMES: Readonly<Record<CodeType, RegExp>> = {
  ApexClass: /\b(?:class|interface|enum)\s+(\w+)/i,
  ApexTrigger: /\btrigger\s+(\w+)/i,
};

/** The type of code that a path names; undefined for other objects. */
export function codeTypeOf({ parameters }: RestRequest): CodeType | undefined {
  return CODE_TYPES.find((type) => type.toLowerCase() === parameters['object']?.toLowerCase());
}

/**
 * `POST /tooling/sobjects/ApexClass`: compiles a class or trigger and keeps it.
 * @throws RestError with what does not compile
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_apexclass.htm
 */
export async function createCode(request: RestRequest, type: CodeType, deps: ApiDeps): Promise<RestResponse> {
  const values = valuesOf(request);
  const body = textOf(values, 'body');
  if (body === undefined)
    throw new ApiError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Body]', { fields: ['Body'] });
  const name = textOf(values, 'name') ?? nameIn(type, body);
  if (findCode(type, 'Name', name, deps))
    throw new ApiError(
      'DUPLICATE_VALUE',
      `duplicate value found: Name duplicates value on record with id: ${name}`,
    );
  await save({ type, name, body, ...settingsOf(values) }, request, deps);
  const id = findCode(type, 'Name', name, deps)?.id ?? null;
  return { status: 201, body: { id, success: true, errors: [], warnings: [], infos: [] } };
}

/** `PATCH /tooling/sobjects/ApexClass/01p...`: compiles a new body and keeps it. @throws RestError */
export async function updateCode(request: RestRequest, type: CodeType, deps: ApiDeps): Promise<RestResponse> {
  const known = required(request, type, deps);
  const values = valuesOf(request);
  const { name, apiVersion, status } = known;
  const body = textOf(values, 'body') ?? known.body;
  await save({ type, name, body, apiVersion, status, ...settingsOf(values) }, request, deps);
  return NO_CONTENT;
}

/** `DELETE /tooling/sobjects/ApexClass/01p...`. @throws RestError when other code needs it */
export async function deleteCode(request: RestRequest, type: CodeType, deps: ApiDeps): Promise<RestResponse> {
  const { name } = required(request, type, deps);
  await save({ type, name, body: null }, request, deps);
  return NO_CONTENT;
}

/** A deployed class or trigger by its id or name. */
export function findCode(
  type: CodeType,
  field: 'Id' | 'Name',
  value: string,
  { org }: ApiDeps,
): CodeRow | undefined {
  const condition = field === 'Id' ? 'substr("Id", 1, 15) = ?' : '"Name" = ? COLLATE NOCASE';
  const row = org.store
    .prepare(
      `SELECT "Id" AS id, "Name" AS name, "Body" AS body, "ApiVersion" AS apiVersion, "Status" AS status
       FROM "${type}" WHERE ${condition}`,
    )
    .get(field === 'Id' ? value.slice(0, 15) : value);
  return row as CodeRow | undefined;
}

function required({ parameters }: RestRequest, type: CodeType, deps: ApiDeps): CodeRow {
  const row = findCode(type, 'Id', parameters['id'] ?? '', deps);
  if (!row) throw notFound();
  return row;
}

async function save(change: CodeChange, { context }: RestRequest, deps: ApiDeps): Promise<void> {
  requireAuthor(context.user, deps);
  const { success, failures, errorMessage } = await deployCode(
    [change],
    { checkOnly: false, user: context.user },
    deps,
  );
  if (success) return;
  const messages = failures.length > 0 ? failures.map(problemText) : [errorMessage ?? ''];
  // UNVERIFIED: the code of the error, and how its text is put together.
  const entries = messages.map((message) => ({ message, errorCode: 'INVALID_INPUT', fields: [] }));
  throw new RestError(400, entries);
}

function problemText({ problem, lineNumber, columnNumber }: DeployMessage): string {
  const text = problem ?? '';
  return lineNumber === undefined ? text : `${text} (line ${lineNumber}, column ${columnNumber ?? 1})`;
}

type Values = Readonly<Record<string, unknown>>;

/** The fields of a body by name in lower case. */
function valuesOf(request: RestRequest): Values {
  const body = request.body.json();
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw malformedBody('An object is expected');
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.toLowerCase(), value as unknown]),
  );
}

function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Version and status, where the client gives them: as fields, or in `Metadata`. */
export function settingsOf(values: Values): Pick<CodeChange, 'apiVersion' | 'status'> {
  const metadata = (values['metadata'] ?? {}) as Values;
  const apiVersion = Number(values['apiversion'] ?? metadata['apiVersion']);
  const status = textOf(values, 'status') ?? textOf(metadata, 'status');
  return { ...(apiVersion > 0 && { apiVersion }), ...(status !== undefined && { status }) };
}

/** The name that a source declares; empty when it declares none, which the compiler then reports. */
export function nameIn(type: CodeType, body: string): string {
  return NAMES[type].exec(body.replace(NO_CODE, ' '))?.[1] ?? '';
}
