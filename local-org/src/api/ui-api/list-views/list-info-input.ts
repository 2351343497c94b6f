import { ApiError } from '../../../core';
import { isJsonObject } from '../../rest/record-input';
import { choiceOf } from '../request/parameters';
import { VISIBILITIES, type ListVisibility } from './list-visibility';

/** A filter as a request writes it: `{ fieldApiName: 'Name', operator: 'Equals', operandLabels: ['This', 'That'] }`. */
export interface FilterInput {
  readonly fieldApiName: string;
  readonly operator: string;
  readonly operandLabels: readonly string[];
}

/** What a request says of a list view; undefined is left as it is. */
export interface ListInfoInput {
  readonly listViewApiName: string | undefined;
  readonly label: string | undefined;
  readonly displayColumns: readonly string[] | undefined;
  readonly filteredByInfo: readonly FilterInput[] | undefined;
  /** Null takes the logic away. */
  readonly filterLogicString: string | null | undefined;
  readonly scope: { readonly apiName: string; readonly entityId: string | null } | undefined;
  readonly visibility: ListVisibility | undefined;
  /** `Role.Sales`, `Regular.Team`. */
  readonly listShares: readonly string[] | undefined;
}

/**
 * Reads the body of a request that makes or changes a list view.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_list_info_post_input.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_list_info_input.htm
 * @throws ApiError JSON_PARSER_ERROR, ILLEGAL_QUERY_PARAMETER_VALUE
 */
export function listInfoInput(body: unknown): ListInfoInput {
  const input = objectIn(body, 'The request body');
  const { filteredByInfo, filterLogicString, scope } = input;
  const visibility = textIn(input, 'visibility');
  return {
    listViewApiName: textIn(input, 'listViewApiName'),
    label: textIn(input, 'label'),
    displayColumns: textsIn(input, 'displayColumns'),
    filteredByInfo:
      filteredByInfo === undefined ? undefined : listIn(filteredByInfo, 'filteredByInfo').map(filterInput),
    filterLogicString: filterLogicString === null ? null : textIn(input, 'filterLogicString'),
    scope: isAbsent(scope) ? undefined : scopeInput(scope),
    visibility: visibility === undefined ? undefined : choiceOf(visibility, 'visibility', VISIBILITIES),
    listShares: textsIn(input, 'listShares'),
  };
}

function filterInput(entry: unknown): FilterInput {
  const input = objectIn(entry, 'A filter');
  const { fieldApiName, operator } = input;
  if (typeof fieldApiName !== 'string' || typeof operator !== 'string') {
    throw malformed('fieldApiName and operator of a filter must be texts');
  }
  return { fieldApiName, operator, operandLabels: textsIn(input, 'operandLabels') ?? [] };
}

function scopeInput(scope: unknown): NonNullable<ListInfoInput['scope']> {
  const input = objectIn(scope, 'scope');
  const apiName = textIn(input, 'apiName');
  if (apiName === undefined) throw malformed('apiName of the scope must be a text');
  return { apiName, entityId: textIn(input, 'entityId') ?? null };
}

function textIn(input: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = input[name];
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string') return value;
  throw malformed(`${name} must be a text`);
}

function textsIn(input: Readonly<Record<string, unknown>>, name: string): readonly string[] | undefined {
  const value = input[name];
  if (isAbsent(value)) return undefined;
  const texts = listIn(value, name);
  if (texts.every((text) => typeof text === 'string')) return texts as string[];
  throw malformed(`${name} must be a list of texts`);
}

function listIn(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw malformed(`${name} must be a list`);
}

function objectIn(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (isJsonObject(value)) return value;
  throw malformed(`${name} must be an object`);
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function malformed(message: string): ApiError {
  return new ApiError('JSON_PARSER_ERROR', message);
}
