import type { QuickAction } from '../../../flow';
import type { LayoutActionDefinition } from '../../../metadata';
import type { SObjectType } from '../../../schema';
import { findLayout } from '../layouts/find-layout';
import { describeFor } from '../object-info/object-info';
import { recordTypeInfosOf } from '../object-info/record-type-info';
import { recordTypeName } from '../object-info/record-type-name';
import { recordTypeIdOf } from '../records/get-records';
import type { RecordTarget } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import {
  ACTION_TYPES,
  namedAction,
  quickAction,
  standardButton,
  type ActionPlace,
  type PlatformAction,
} from './platform-action';

/** Buttons of a record page whose layout does not say which it has. */
const PREDEFINED_BUTTONS = ['Edit', 'Delete', 'Clone', 'ChangeOwnerOne', 'ChangeRecordType'] as const;
/** Those that only one object has, before all others. */
const OWN_BUTTONS: Readonly<Record<string, readonly string[]>> = { Lead: ['Convert'] };

/** What a standard button needs: a permission on the object, and access to the record. */
type ButtonCheck = (ui: UiRequest, target: RecordTarget) => boolean;

const canEdit: ButtonCheck = ({ deps, context }, { type, id }) =>
  type.definition.capabilities.updateable &&
  deps.org.access.objectAccess(context.user, type.name).edit &&
  deps.org.access.accessibleIds(context.user, type.name, [id], 'edit').has(id);

const canCreate: ButtonCheck = ({ deps, context }, { type }) =>
  type.definition.capabilities.createable && deps.org.access.objectAccess(context.user, type.name).create;

/** How many record types the user may give to records, the master one aside. */
function availableRecordTypes(ui: UiRequest, type: SObjectType): number {
  const { byId } = recordTypeInfosOf(describeFor(ui, type));
  return Object.values(byId).filter(({ available, master }) => available && !master).length;
}

const BUTTON_CHECKS: Readonly<Record<string, ButtonCheck>> = {
  ChangeOwnerOne: (ui, target) =>
    target.type.field('OwnerId')?.updateable === true &&
    ui.deps.org.access
      .accessibleIds(ui.context.user, target.type.name, [target.id], 'transfer')
      .has(target.id),
  ChangeRecordType: (ui, target) =>
    target.type.field('RecordTypeId')?.updateable === true &&
    canEdit(ui, target) &&
    availableRecordTypes(ui, target.type) > 1,
  Clone: canCreate,
  Convert: (ui, target) =>
    canEdit(ui, target) && ui.deps.org.store.find(target.type, target.id)?.['IsConverted'] !== true,
  Delete: ({ deps, context }, { type, id }) =>
    type.definition.capabilities.deletable &&
    deps.org.access.objectAccess(context.user, type.name).delete &&
    deps.org.access.accessibleIds(context.user, type.name, [id], 'delete').has(id),
  Edit: canEdit,
};

/** Which actions of a record page are asked for. */
export const RETRIEVAL_MODES = ['PageLayout', 'All'] as const;

/**
 * The actions of a record page: those of the layout in its order, or predefined buttons followed by the object's quick
 * actions. `All` adds what the layout does not have, which Lightning pages may list themselves. Left out are buttons that
 * the layout excludes and what the user may not do.
 * @see https://help.salesforce.com/s/articleView?id=platform.actions_overview_and_page_layouts.htm
 */
export function recordActions(
  ui: UiRequest,
  target: RecordTarget,
  mode: (typeof RETRIEVAL_MODES)[number],
): PlatformAction[] {
  const { type, id } = target;
  const layout = findLayout(ui, type, recordTypeName(ui, type, recordTypeIdOf(ui, type, id)));
  const place: ActionPlace = { context: 'Record', source: id };
  const excluded = new Set(layout.excludeButtons);
  const predefined = predefinedActions(ui, type);
  const actions = layout.actions ?? predefined;
  const known = new Set(actions.map(({ name }) => name));
  const others = mode === 'All' ? predefined.filter(({ name }) => !known.has(name)) : [];
  return [...actions, ...others]
    .filter(({ name, type: kind }) => kind !== 'StandardButton' || !excluded.has(name))
    .flatMap((action) => placedAction(ui, place, target, action) ?? []);
}

/** Buttons on a row of a related list, or on a record elsewhere, that the user may use. */
export function rowActions(ui: UiRequest, place: ActionPlace, target: RecordTarget): PlatformAction[] {
  return ['Edit', 'Delete']
    .filter((name) => BUTTON_CHECKS[name]?.(ui, target))
    .map((name) => standardButton(ui, place, name, target.type));
}

function predefinedActions(ui: UiRequest, type: SObjectType): LayoutActionDefinition[] {
  const buttons = [...(OWN_BUTTONS[type.name] ?? []), ...PREDEFINED_BUTTONS].map((name) => ({
    name,
    type: 'StandardButton',
    subtype: null,
  }));
  const quickActions = ui.deps.org.flows.quickActions
    .list()
    .filter(({ objectName }) => objectName?.toLowerCase() === type.name.toLowerCase())
    .map(({ fullName }) => ({ name: fullName, type: 'QuickAction', subtype: null }));
  return [...buttons, ...quickActions];
}

function placedAction(
  ui: UiRequest,
  place: ActionPlace,
  target: RecordTarget,
  { name, type }: LayoutActionDefinition,
): PlatformAction | undefined {
  if (type === 'QuickAction') {
    const action = ui.deps.org.flows.quickActions.find(name);
    return action && mayPerform(ui, action, target) ? quickAction(ui, place, action) : undefined;
  }
  const kind = ACTION_TYPES.find((known) => known === type) ?? 'ProductivityAction';
  if (kind !== 'StandardButton') return namedAction(ui, place, name, kind);
  return (BUTTON_CHECKS[name]?.(ui, target) ?? true)
    ? standardButton(ui, place, name, target.type)
    : undefined;
}

/** Whether the user may write what a quick action writes. @param target the record that it starts from, if any */
export function mayPerform(ui: UiRequest, action: QuickAction, target: RecordTarget | null): boolean {
  const type = ui.deps.org.schema().find(action.targetObject ?? '');
  if (!type) return true;
  if (action.type === 'Update') return target === null || canEdit(ui, target);
  return canCreate(ui, { type, id: '' });
}
