import type { QuickAction, QuickActionLayoutItem } from '../../flow';
import { describeSObject, type SObjectType } from '../../schema';
import type { ApiDeps } from '../api-deps';
import type { RestRequest } from '../http/resource';
import { describeOptions } from '../rest/describe-options';

/** What the list of actions says of one. */
export interface ListedQuickAction {
  readonly label: string;
  readonly name: string;
  readonly type: string;
  readonly urls: Readonly<Record<string, string>>;
}

/**
 * One line of a list of actions. Global ones have an address of their own, whoever lists them.
 *
 * UNVERIFIED: actions of objects are named without their object, as their addresses are.
 */
export function listedQuickAction(
  { label, name, type, objectName }: QuickAction,
  version: number,
): ListedQuickAction {
  const base = `/services/data/v${version}.0`;
  const quickAction = `${base}${objectName === null ? '' : `/sobjects/${objectName}`}/quickActions/${name}`;
  return {
    label,
    name,
    type,
    urls: {
      defaultValues: `${quickAction}/defaultValues`,
      quickAction,
      describe: `${quickAction}/describe`,
      defaultValuesTemplate: `${quickAction}/defaultValues/{ID}`,
    },
  };
}

/**
 * Describes an action: what it writes, its predefined values, and its layout with the fields in it.
 *
 * DEVIATION: colors and icons are empty.
 * @param type the object that it writes; undefined when actions of that type are not performed here
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describequickactions_describequickactionresult.htm
 */
export function describedQuickAction(
  action: QuickAction,
  type: SObjectType | undefined,
  request: RestRequest,
  deps: ApiDeps,
): Record<string, unknown> {
  return {
    accessLevelRequired: action.objectName !== null && action.type === 'Update' ? 'Edit' : null,
    actionEnumOrId: action.fullName,
    canvasApplicationId: null,
    canvasApplicationName: null,
    colors: [],
    contextSobjectType: action.objectName,
    defaultValues: action.overrides.map(({ field, literalValue, formula }) => ({
      defaultValue: literalValue ?? formula,
      field,
    })),
    flowDevName: action.flowDefinition,
    flowRecordIdVar: action.flowDefinition === null ? null : 'recordId',
    height: action.height,
    iconName: null,
    iconUrl: null,
    icons: [],
    label: action.label,
    layout: type ? layoutSection(action, type, request, deps) : null,
    lightningComponentBundleId: null,
    lightningComponentBundleName: null,
    lightningComponentQualifiedName: null,
    miniIconUrl: null,
    name: action.name,
    showQuickActionLcHeader: false,
    showQuickActionVfHeader: false,
    targetParentField: action.targetParentField,
    targetRecordTypeId: type ? targetRecordTypeId(action, type, request, deps) : null,
    targetSobjectType: action.targetObject,
    type: action.type,
    visualforcePageName: null,
    visualforcePageUrl: null,
    width: action.width,
  };
}

function targetRecordTypeId(
  { targetRecordType }: QuickAction,
  type: SObjectType,
  { context, baseUrl }: RestRequest,
  deps: ApiDeps,
): string | null {
  const name = targetRecordType?.slice(targetRecordType.indexOf('.') + 1).toLowerCase();
  const recordType = type.definition.recordTypes.find(
    ({ developerName }) => developerName.toLowerCase() === name,
  );
  const options = describeOptions({ user: context.user, apiVersion: context.apiVersion, baseUrl }, deps);
  return (recordType && options.recordType?.(type, recordType)?.id) ?? null;
}

/** The one section of an action's layout: columns become rows, as a page shows them. */
function layoutSection(
  { layout }: QuickAction,
  type: SObjectType,
  { context, baseUrl }: RestRequest,
  deps: ApiDeps,
): Record<string, unknown> {
  const options = describeOptions({ user: context.user, apiVersion: context.apiVersion, baseUrl }, deps);
  const fields = new Map(
    describeSObject(deps.org.schema(), type, options).fields.map((field) => [field.name, field]),
  );
  const rows = Math.max(0, ...layout.map((column) => column.length));
  const item = (entry: QuickActionLayoutItem | undefined, tabOrder: number): Record<string, unknown> => {
    const details = fields.get(type.field(entry?.field ?? '')?.name ?? '');
    const editable = entry?.uiBehavior !== 'Readonly';
    return {
      editableForNew: details !== undefined && editable && details.createable,
      editableForUpdate: details !== undefined && editable && details.updateable,
      label: details?.label ?? null,
      layoutComponents: details
        ? [{ details, displayLines: 1, tabOrder, type: 'Field', value: details.name }]
        : [],
      placeholder: details === undefined,
      required: entry?.uiBehavior === 'Required',
    };
  };
  return {
    collapsed: false,
    columns: layout.length,
    heading: null,
    layoutRows: Array.from({ length: rows }, (_none, row) => ({
      layoutItems: layout.map((column, index) => item(column[row], row * layout.length + index + 1)),
      numItems: layout.length,
    })),
    layoutSectionId: null,
    parentLayoutId: null,
    rows,
    tabOrder: 'LeftToRight',
    useCollapsibleSection: false,
    useHeading: false,
  };
}
