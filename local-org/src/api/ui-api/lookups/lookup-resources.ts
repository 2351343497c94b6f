import { ApiError } from '../../../core';
import type { Field, SObjectType } from '../../../schema';
import type { RestRequest } from '../../http/resource';
import { isJsonObject } from '../../rest/record-input';
import { requireField, requireUiObject } from '../request/find-object';
import { choiceParameter, listParameter, numberParameter } from '../request/parameters';
import type { UiRequest } from '../request/ui-request';
import type { UiResource } from '../request/ui-resource';
import type { SourceValues } from './lookup-filter';
import { lookupMetadata } from './lookup-metadata';
import { SEARCH_TYPES, searchLookup, type LookupSearch } from './lookup-search';

const PAGE = { fallback: 1, min: 1, max: 1000 };
const PAGE_SIZE = { fallback: 25, min: 1, max: 200 };

/** A lookup field and the objects that it may point to. */
interface Lookup {
  readonly source: SObjectType;
  readonly field: Field;
  readonly targets: readonly SObjectType[];
}

/**
 * Records that may be chosen in a lookup field.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_lookup_post.htm
 */
export const LOOKUP_RESOURCES: readonly UiResource[] = [
  { path: '/lookups/:object/:field', GET: getSuggestions, POST: postSuggestions },
  { path: '/lookups/:object/:field/:target', GET: getOfTarget },
  { path: '/lookups/metadata/:object/:field', GET: getMetadata },
];

function getSuggestions(ui: UiRequest, request: RestRequest): unknown {
  return suggestions(ui, lookupOf(ui, request), searchOf(request.query, bindings(request.query), []));
}

/** `{ sourceRecord: { fields: { Id: null, AccountId: '001...' } }, orderBy: [{ fieldApiName, isAscending }] }` */
function postSuggestions(ui: UiRequest, request: RestRequest): unknown {
  const body = request.body.json();
  if (!isJsonObject(body)) throw new ApiError('JSON_PARSER_ERROR', 'The request body must be a lookup input');
  const { sourceRecord, orderBy = [] } = body;
  const fields = isJsonObject(sourceRecord) ? sourceRecord['fields'] : {};
  const sortBy = (Array.isArray(orderBy) ? orderBy : []).filter(isJsonObject).map((order) => {
    const name = String(order['fieldApiName']);
    return order['isAscending'] === false ? `-${name}` : name;
  });
  const search = searchOf(request.query, isJsonObject(fields) ? fields : {}, sortBy);
  return suggestions(ui, lookupOf(ui, request), search);
}

function getOfTarget(ui: UiRequest, request: RestRequest): unknown {
  const { field, targets } = lookupOf(ui, request);
  const wanted = request.parameters['target']?.toLowerCase();
  const target = targets.find(({ name }) => name.toLowerCase() === wanted);
  if (!target) throw noTarget(field, request.parameters['target'] ?? '');
  return searchLookup(ui, field, target, searchOf(request.query, bindings(request.query), []));
}

function getMetadata(ui: UiRequest, request: RestRequest): unknown {
  const { source, field, targets } = lookupOf(ui, request);
  return lookupMetadata(ui, source, field, targets);
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_lookup_values.htm */
function suggestions(ui: UiRequest, { source, field, targets }: Lookup, search: LookupSearch): unknown {
  return {
    lookupResults: Object.fromEntries(
      targets.map((target) => [target.name, searchLookup(ui, field, target, search)]),
    ),
    metadata: Object.fromEntries(
      targets.map((target) => [target.name, lookupMetadata(ui, source, field, [target])]),
    ),
  };
}

/** @throws ApiError INVALID_FIELD when the field is no lookup */
function lookupOf(ui: UiRequest, { parameters, query }: RestRequest): Lookup {
  const source = requireUiObject(ui, parameters['object'] ?? '');
  const field = requireField(ui, source, parameters['field'] ?? '');
  const { org } = ui.deps;
  const targets = (field.relationship?.referenceTo ?? []).flatMap((name) => {
    const type = org.schema().find(name);
    return type && org.access.objectAccess(ui.context.user, type.name).read ? [type] : [];
  });
  if (!field.relationship) {
    throw new ApiError('INVALID_FIELD', `${field.name} is not a lookup field of ${source.name}`);
  }
  const wanted = listParameter(query, 'targetApiName').map((name) => name.toLowerCase());
  const chosen = targets.filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
  if (chosen.length === 0) throw noTarget(field, wanted.join(','));
  return { source, field, targets: chosen };
}

function searchOf(query: URLSearchParams, source: SourceValues, sortBy: readonly string[]): LookupSearch {
  return {
    searchType: choiceParameter(query, 'searchType', SEARCH_TYPES, 'Recent'),
    term: query.get('q') ?? '',
    page: numberParameter(query, 'page', PAGE),
    pageSize: numberParameter(query, 'pageSize', PAGE_SIZE),
    source,
    sortBy,
  };
}

/** `dependentFieldBindings=AccountId=001...,Region__c=Europe` */
function bindings(query: URLSearchParams): SourceValues {
  return Object.fromEntries(
    listParameter(query, 'dependentFieldBindings').map((text) => {
      const mark = text.indexOf('=');
      return [text.slice(0, mark), text.slice(mark + 1)];
    }),
  );
}

function noTarget({ name }: Field, target: string): ApiError {
  return new ApiError('INVALID_PARAMETER_VALUE', `${target} is not an object that ${name} may refer to`);
}
