import { componentKey, parentName, type Component, type ComponentId } from '../component';
import type { Manifest } from '../reader/manifest';
import { formulasMentioning } from '../references/formula-mentions';
import { referrersOf } from '../references/check-references';
import { findMetadataType } from '../registry/type-lookup';
import type { ComponentStore } from '../store/component-store';
import type { PlannedMessage } from './deploy-plan';
import { isPruned } from './prune-references';
import { failureMessage, successMessage } from './planned-messages';

/** What a destructiveChanges file does to the org. */
export interface PlannedDeletes {
  readonly messages: readonly PlannedMessage[];
  /** What is deleted, children of deleted parents included. */
  readonly deleted: readonly Component[];
}

/**
 * Finds what a destructive manifest deletes. A member that does not exist is a warning, as on the platform.
 * @param excluded keys of components whose delete has been refused
 * @see https://developer.salesforce.com/docs/atlas.en-us.daas.meta/daas/daas_destructive_changes.htm
 */
export function planDeletes(
  manifest: Manifest,
  fileName: string,
  store: ComponentStore,
  excluded: ReadonlySet<string>,
): PlannedDeletes {
  const messages: PlannedMessage[] = [];
  const deleted = new Map<string, Component>();
  for (const type of manifest.types) {
    for (const member of type.members) {
      const id: ComponentId = { type: type.name, fullName: member };
      if (excluded.has(componentKey(id))) continue;
      const component = store.find(type.name, member);
      if (!component) {
        messages.push({
          ...failureMessage({ ...id, fileName }, `No ${type.name} named: ${member} found`),
          success: true,
          problemType: 'Warning',
        });
        continue;
      }
      messages.push({ ...successMessage({ ...id, fileName }), deleted: true });
      for (const part of withChildren(component, store)) deleted.set(componentKey(part), part);
    }
  }
  return { messages, deleted: [...deleted.values()] };
}

function withChildren(component: Component, store: ComponentStore): Component[] {
  const children = (findMetadataType(component.type)?.children ?? []).flatMap((child) =>
    child.ownNamespace ? [] : store.childrenOf(child.name, parentName(component.fullName)),
  );
  return [component, ...children, ...partsOfObject(component, store)];
}

/** What the platform deletes with a custom object: its tab, layouts and sharing rules. */
function partsOfObject({ type, fullName }: Component, store: ComponentStore): Component[] {
  if (type !== 'CustomObject') return [];
  const name = fullName.toLowerCase();
  return [
    ...store.all('CustomTab').filter((tab) => tab.fullName.toLowerCase() === name),
    ...store.all('Layout').filter((layout) => layout.fullName.toLowerCase().startsWith(`${name}-`)),
    ...['SharingRules', 'SharingOwnerRule', 'SharingCriteriaRule', 'SharingGuestRule'].flatMap((rule) =>
      store.childrenOf(rule, fullName),
    ),
  ];
}

/** Terms of the refusal by type. */
const TERMS: Readonly<Record<string, string>> = {
  CustomField: 'custom field',
  CustomObject: 'custom object',
  ApexClass: 'apex class',
  RecordType: 'record type',
};

/**
 * Refusals for what is deleted but still mentioned by what stays.
 * Mentions in permission sets, layouts, list views and the like go with the component and do not count.
 *
 * UNVERIFIED: the wording for other types than fields.
 * @param after the org with the deletes done
 */
export function stillReferenced(
  deleted: readonly Component[],
  fileName: string,
  after: ComponentStore,
): PlannedMessage[] {
  const gone = deleted.filter((component) => !after.has(component));
  const byTarget = new Map<string, string[]>();
  const add = (target: ComponentId, referrer: Component): void => {
    const key = componentKey(target);
    const place = `${referrer.type} - ${referrer.fullName}`;
    byTarget.set(key, [...new Set([...(byTarget.get(key) ?? []), place])]);
  };
  for (const referrer of referrersOf(gone, after)) {
    if (!isPruned(referrer.component.type)) add(referrer.target, referrer.component);
  }
  for (const field of gone.filter((component) => component.type === 'CustomField')) {
    for (const component of formulasMentioning(field, after)) add(field, component);
  }
  return gone.flatMap((component) => {
    const places = byTarget.get(componentKey(component));
    if (!places) return [];
    const term = TERMS[component.type] ?? 'component';
    const message = `This ${term} is referenced elsewhere in salesforce.com. Remove the usage and try again. : ${places.join(', ')}`;
    return [failureMessage({ type: component.type, fullName: component.fullName, fileName }, message)];
  });
}
