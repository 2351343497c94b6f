import type { Schema } from '../../schema';
import { childName, parentName, type ComponentId } from '../component';
import { booleanOf } from '../content-access';
import { fieldHosts, isFieldCarrier } from '../loader/activity-fields';
import { valuesOfSet } from '../loader/picklists';
import type { ComponentStore } from '../store/component-store';

/** The org as a deploy would leave it, to look references up in. */
export interface ReferenceScope {
  readonly store: ComponentStore;
  readonly schema: Schema;
}

/** Components that every org has, by type. */
const BUILT_IN: Readonly<Record<string, RegExp>> = {
  CustomTab: /^standard-\w+$/,
  CustomApplication: /^standard__\w+$/,
  CustomObject: /^EntityDefinition$|^FieldDefinition$/,
  Profile: /./,
  Layout: /^(?!.*__c-)/,
  RecordType: /\.Master$/,
  Group: /^AllInternalUsers$/,
};

/** Whether a reference's target exists in the org. */
export function referenceExists(target: ComponentId, scope: ReferenceScope): boolean {
  if (scope.store.has(target) && target.type !== 'CustomField') return true;
  if (isFieldCarrier(target)) return true;
  if (BUILT_IN[target.type]?.test(target.fullName)) return true;
  return RESOLVERS[target.type]?.(target.fullName, scope) ?? false;
}

const RESOLVERS: Readonly<Record<string, (fullName: string, scope: ReferenceScope) => boolean>> = {
  CustomObject: (fullName, scope) => scope.schema.find(fullName) !== undefined && isEnabled(fullName, scope),
  CustomField: (fullName, scope) =>
    fieldExists(fullName, scope.schema) && isEnabled(parentName(fullName), scope),
  // Pages and overrides name components of both kinds alike.
  LightningComponentBundle: (fullName, { store }) => store.has({ type: 'AuraDefinitionBundle', fullName }),
  GlobalValueSet: (fullName, { store }) => valuesOfSet(fullName, store) !== undefined,
};

/** Objects that exist only once a setting is on. */
const ENABLED_BY: ReadonlyMap<string, { readonly settings: string; readonly element: string }> = new Map([
  ['opportunityteammember', { settings: 'Opportunity', element: 'enableOpportunityTeam' }],
]);

function isEnabled(objectName: string, { store }: ReferenceScope): boolean {
  const feature = ENABLED_BY.get(objectName.toLowerCase());
  return !feature || booleanOf(store.find('Settings', feature.settings)?.content ?? {}, feature.element);
}

/** Metadata names some compound and relationship fields differently from the API: `Opportunity.Account`. */
function fieldExists(fullName: string, schema: Schema): boolean {
  const object = schema.find(fieldHosts(parentName(fullName))[0] ?? '');
  if (!object) return false;
  const name = childName(fullName);
  return (
    object.field(name) !== undefined ||
    object.parentField(name) !== undefined ||
    object.field(`${name}Id`) !== undefined
  );
}
