import { recordIdFromName } from '../../../core';
import type { QuickAction } from '../../../flow';
import { textOf } from '../../../metadata';
import type { SObjectType } from '../../../schema';
import { iconUrl, objectTheme } from '../themes/object-icons';
import type { UiRequest } from '../request/ui-request';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_platform_action.htm */
export interface PlatformAction {
  readonly actionListContext: ActionListContext;
  readonly actionTarget: string | null;
  readonly actionTargetType: 'Describe' | 'Invoke' | 'Visualforce' | null;
  readonly apiName: string;
  readonly externalId: string;
  readonly iconUrl: string | null;
  readonly id: string;
  readonly isMassAction: string;
  readonly label: string;
  readonly lwcComponent: string | null;
  readonly primaryColor: string | null;
  readonly relatedListRecordId: string | null;
  readonly relatedSourceObject: string | null;
  readonly section: ActionSection;
  readonly sourceObject: string;
  readonly subtype: string | null;
  readonly targetObject: string | null;
  readonly targetUrl: string | null;
  readonly type: ActionType;
}

export type ActionListContext =
  | 'Global'
  | 'Record'
  | 'RecordEdit'
  | 'RelatedList'
  | 'RelatedListRecord'
  | 'ListView'
  | 'MruList'
  | 'Lookup';

/** Kinds of actions. */
export const ACTION_TYPES = ['QuickAction', 'StandardButton', 'CustomButton', 'ProductivityAction'] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** Parts of a page where actions stand. */
export const ACTION_SECTIONS = [
  'ActivityComposer',
  'CollaborateComposer',
  'Page',
  'SingleActionLinks',
] as const;
export type ActionSection = (typeof ACTION_SECTIONS)[number];

/** Where actions stand. */
export interface ActionPlace {
  readonly context: ActionListContext;
  /** Record id or object API name. */
  readonly source: string;
  readonly relatedList?: string;
  readonly relatedRecordId?: string;
}

/** Labels and icons of standard buttons. */
const STANDARD_BUTTONS: Readonly<Record<string, readonly [label: string, icon: string]>> = {
  Cancel: ['Cancel', 'close'],
  ChangeOwnerOne: ['Change Owner', 'change_owner'],
  ChangeRecordType: ['Change Record Type', 'change_record_type'],
  Clone: ['Clone', 'clone'],
  Convert: ['Convert', 'lead_convert'],
  Delete: ['Delete', 'delete'],
  Edit: ['Edit', 'edit'],
  New: ['New', 'new'],
  SaveAndNew: ['Save & New', 'new'],
  SaveEdit: ['Save', 'approval'],
  Submit: ['Submit for Approval', 'submit_for_approval'],
};
const BUTTON_COLOR = '1DCCBF';
/** Quick actions that write activities stand with the composer of those. */
const COMPOSED: ReadonlySet<string> = new Set(['LogACall', 'SendEmail']);
const ACTIVITIES: ReadonlySet<string | null> = new Set(['Task', 'Event']);

/** A button of the platform: `Edit`, `New`. @param target object of the records that it makes */
export function standardButton(
  ui: UiRequest,
  place: ActionPlace,
  apiName: string,
  target: SObjectType | null,
): PlatformAction {
  const [label, icon] = STANDARD_BUTTONS[apiName] ?? [apiName, 'default'];
  return {
    ...placed(ui, place, `StandardButton:${apiName}`),
    actionTarget: null,
    actionTargetType: null,
    apiName,
    iconUrl: iconUrl(ui, 'action', icon),
    label,
    lwcComponent: null,
    primaryColor: BUTTON_COLOR,
    section: 'Page',
    subtype: null,
    targetObject: target?.name ?? null,
    type: 'StandardButton',
  };
}

/** A button that is defined for an object, or an action that the local org does not know more of. */
export function namedAction(
  ui: UiRequest,
  place: ActionPlace,
  apiName: string,
  type: ActionType,
): PlatformAction {
  return {
    ...placed(ui, place, `${type}:${apiName}`),
    actionTarget: null,
    actionTargetType: null,
    apiName,
    iconUrl: null,
    label: apiName.replaceAll('_', ' '),
    lwcComponent: null,
    primaryColor: null,
    section: 'Page',
    subtype: null,
    targetObject: null,
    type,
  };
}

/** A deployed quick action. */
export function quickAction(ui: UiRequest, place: ActionPlace, action: QuickAction): PlatformAction {
  const { schema, components } = ui.deps.org;
  const target = schema().find(action.targetObject ?? '');
  const content = components().find('QuickAction', action.fullName)?.content;
  const theme = target ? objectTheme(ui, target) : null;
  const root = `/services/data/v${ui.context.apiVersion}.0`;
  const object = action.objectName === null ? '' : `/sobjects/${action.objectName}`;
  const composed =
    COMPOSED.has(action.type) || (action.type === 'Create' && ACTIVITIES.has(action.targetObject));
  return {
    ...placed(ui, place, recordIdFromName('09D', action.fullName)),
    actionTarget: `${root}${object}/quickActions/${action.name}/describe`,
    actionTargetType: 'Describe',
    apiName: apiNameOf(action),
    iconUrl: theme?.iconUrl ?? null,
    label: action.label,
    lwcComponent: (content && textOf(content, 'lightningWebComponent')) ?? null,
    primaryColor: theme?.color ?? null,
    section: composed ? 'ActivityComposer' : 'Page',
    subtype: action.type,
    targetObject: action.targetObject,
    type: 'QuickAction',
  };
}

/** Global actions are called with `Global.` in front. */
export function apiNameOf({ fullName, objectName }: QuickAction): string {
  return objectName === null ? `Global.${fullName}` : fullName;
}

type PlacedAttributes = Pick<
  PlatformAction,
  | 'actionListContext'
  | 'externalId'
  | 'id'
  | 'isMassAction'
  | 'relatedListRecordId'
  | 'relatedSourceObject'
  | 'sourceObject'
  | 'targetUrl'
>;

function placed(ui: UiRequest, place: ActionPlace, name: string): PlacedAttributes {
  const { context, source, relatedList = null, relatedRecordId = null } = place;
  const externalId = `${ui.deps.org.info.id}:${source}::${context}:Desktop::${name}`;
  return {
    actionListContext: context,
    externalId,
    id: recordIdFromName('0JV', externalId),
    isMassAction: 'false',
    relatedListRecordId: relatedRecordId,
    relatedSourceObject: relatedList,
    sourceObject: source,
    targetUrl: null,
  };
}
