import { ApiError } from '../../../core';
import type { SObjectType } from '../../../schema';
import type { RestRequest } from '../../http/resource';
import { isJsonObject } from '../../rest/record-input';
import { findListView, findListViewById } from '../list-views/find-list-view';
import { readUiRecords, recordNotReadable } from '../records/read-ui-records';
import { emptyFieldTree } from '../records/field-tree';
import { listOfRecord } from '../related-lists/related-list-records';
import { requireTarget, requireUiObject, type RecordTarget } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import type { UiHandler, UiResource } from '../request/ui-resource';
import { actionAnswer, actionFilter } from './action-answer';
import { quickAction, standardButton, type ActionPlace, type PlatformAction } from './platform-action';
import { choiceOf } from '../request/parameters';
import { mayPerform, recordActions, RETRIEVAL_MODES, rowActions } from './record-actions';

/** Buttons of forms. */
const FORM_BUTTONS = ['SaveAndNew', 'Cancel', 'SaveEdit'] as const;

/**
 * What users can do where: on records, in lists, in forms, anywhere.
 *
 * DEVIATION: `formFactor` makes no difference; there are no actions of photos, charts and pages of their own.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_actions.htm
 */
export const ACTION_RESOURCES: readonly UiResource[] = [
  { path: '/actions/global', GET: forOne(globalActions) },
  { path: '/actions/record/:sources', GET: forEach(ofRecord) },
  { path: '/actions/record/:sources/record-edit', GET: forEach(formButtons) },
  { path: '/actions/object/:sources/record-create', GET: forEach(formButtons) },
  { path: '/actions/lookup/:sources', GET: forEach((ui, object) => newButton(ui, object, 'Lookup')) },
  { path: '/actions/list-view/:sources', GET: forEach(ofListView) },
  { path: '/actions/list-view/:object/:name', GET: ofNamedListView },
  { path: '/actions/mru-list/:sources', GET: forEach((ui, object) => newButton(ui, object, 'MruList')) },
  { path: '/actions/record/:record/related-list', POST: ofRelatedLists },
  { path: '/actions/record/:record/related-list/:list', GET: ofRelatedList, POST: ofRelatedList },
  { path: '/actions/record/:record/related-list/batch', POST: ofRelatedLists },
  { path: '/actions/record/:record/related-list-record/:sources', GET: forEach(ofRelatedRecord) },
];

type ActionsOf = (ui: UiRequest, source: string, request: RestRequest) => PlatformAction[];

/** Answers the actions of each source that a path names: `001...,001...`. */
function forEach(actionsOf: ActionsOf): UiHandler {
  return (ui, request) => {
    const sources = (request.parameters['sources'] ?? '').split(',').map((source) => source.trim());
    const bySource = Object.fromEntries(sources.map((source) => [source, actionsOf(ui, source, request)]));
    return actionAnswer(ui, request, actionFilter(request.query), bySource);
  };
}

function forOne(actionsOf: (ui: UiRequest) => PlatformAction[]): UiHandler {
  return (ui, request) => actionAnswer(ui, request, actionFilter(request.query), { Global: actionsOf(ui) });
}

function globalActions(ui: UiRequest): PlatformAction[] {
  return ui.deps.org.flows.quickActions
    .list()
    .filter((action) => action.objectName === null && mayPerform(ui, action, null))
    .map((action) => quickAction(ui, { context: 'Global', source: 'Global' }, action));
}

function ofRecord(ui: UiRequest, recordId: string, { query }: RestRequest): PlatformAction[] {
  const asked = query.get('retrievalMode');
  const mode = asked === null ? 'PageLayout' : choiceOf(asked, 'retrievalMode', RETRIEVAL_MODES);
  return recordActions(ui, requireReadable(ui, recordId), mode);
}

function formButtons(ui: UiRequest, source: string): PlatformAction[] {
  const type = requireSource(ui, source);
  return FORM_BUTTONS.map((name) => standardButton(ui, { context: 'RecordEdit', source }, name, type));
}

/** A form belongs to a record, or to an object when it makes a new one. */
function requireSource(ui: UiRequest, source: string): SObjectType {
  return ui.deps.org.schema().find(source) ? requireUiObject(ui, source) : requireTarget(ui, source).type;
}

function newButton(ui: UiRequest, source: string, context: ActionPlace['context']): PlatformAction[] {
  const type = requireUiObject(ui, source);
  return mayCreate(ui, type) ? [standardButton(ui, { context, source }, 'New', type)] : [];
}

function mayCreate({ deps, context }: UiRequest, { name, definition }: SObjectType): boolean {
  return definition.capabilities.createable && deps.org.access.objectAccess(context.user, name).create;
}

function ofListView(ui: UiRequest, listViewId: string): PlatformAction[] {
  const { type } = findListViewById(ui, listViewId);
  const place: ActionPlace = { context: 'ListView', source: listViewId };
  return mayCreate(ui, type) ? [standardButton(ui, place, 'New', type)] : [];
}

function ofNamedListView(ui: UiRequest, request: RestRequest): unknown {
  const { object = '', name = '' } = request.parameters;
  const { type, definition } = findListView(ui, object, name);
  const place: ActionPlace = { context: 'ListView', source: definition.id };
  const actions = mayCreate(ui, type) ? [standardButton(ui, place, 'New', type)] : [];
  return actionAnswer(ui, request, actionFilter(request.query), { [definition.id]: actions });
}

function ofRelatedList(ui: UiRequest, request: RestRequest): unknown {
  const { record = '', list = '' } = request.parameters;
  const actions = relatedListActions(ui, record, list);
  return actionAnswer(ui, request, actionFilter(request.query), { [record]: actions });
}

/** `{ relatedListsActionParameters: [{ relatedListId: 'Contacts' }] }` */
function ofRelatedLists(ui: UiRequest, request: RestRequest): unknown {
  const { record = '' } = request.parameters;
  const body = request.body.json();
  const lists = isJsonObject(body) ? body['relatedListsActionParameters'] : undefined;
  if (!Array.isArray(lists)) {
    throw new ApiError('JSON_PARSER_ERROR', 'relatedListsActionParameters must be a list');
  }
  const bySource = Object.fromEntries(
    (lists as unknown[]).map((entry) => {
      const id = isJsonObject(entry) ? String(entry['relatedListId']) : '';
      return [id, relatedListActions(ui, record, id)];
    }),
  );
  return actionAnswer(ui, request, actionFilter(request.query), bySource);
}

/**
 * The New button, unless the layout leaves it out, and the quick actions that the layout puts there. Lists of several
 * objects have none.
 */
function relatedListActions(ui: UiRequest, recordId: string, listId: string): PlatformAction[] {
  const { list, parentId } = listOfRecord(ui, recordId, listId);
  const place: ActionPlace = { context: 'RelatedList', source: parentId, relatedList: list.id };
  const isOfOne = list.others.length === 0;
  const shown = isOfOne && mayCreate(ui, list.type) && !list.excludeButtons.includes('New');
  const quickActions = list.quickActions.flatMap((name) => ui.deps.org.flows.quickActions.find(name) ?? []);
  return [
    ...(shown ? [standardButton(ui, place, 'New', list.type)] : []),
    ...quickActions
      .filter((action) => mayPerform(ui, action, null))
      .map((action) => quickAction(ui, place, action)),
  ];
}

function ofRelatedRecord(ui: UiRequest, recordId: string, { parameters }: RestRequest): PlatformAction[] {
  const target = requireReadable(ui, recordId);
  const source = parameters['record'] ?? '';
  return rowActions(ui, { context: 'RelatedListRecord', source, relatedRecordId: target.id }, target);
}

function requireReadable(ui: UiRequest, recordId: string): RecordTarget {
  const target = requireTarget(ui, recordId);
  if (!readUiRecords(ui, emptyFieldTree(target.type), [target.id]).has(target.id)) {
    throw recordNotReadable(ui, target.type, target.id);
  }
  return target;
}
