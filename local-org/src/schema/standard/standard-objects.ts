import { buildField } from '../fields/make-field';
import { isSystemFieldName, systemFields } from '../fields/system-fields';
import { NO_CAPABILITIES } from '../no-capabilities';
import type { Field, Picklist, Relationship, SObjectDefinition } from '../types';
import { expandValue } from './compact-form';
import type { CompactField, CompactFieldGroup, CompactObject } from './compact-form';
import { readGeneratedObjects } from './read-generated';
import { sharedPicklistValues } from './shared-picklist-values';
import { standardValueSets } from './standard-value-sets';

let cache: readonly SObjectDefinition[] | undefined;

/**
 * The standard objects of a plain org: no person accounts, one currency, no divisions. Read once, then shared.
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_list.htm
 */
export function standardObjects(): readonly SObjectDefinition[] {
  cache ??= Object.freeze(readGeneratedObjects<CompactObject>().map(expandObject));
  return cache;
}

function expandObject({ fields, capabilities, ...object }: CompactObject): SObjectDefinition {
  return Object.freeze({
    kind: 'standard',
    custom: false,
    ...object,
    capabilities: { ...NO_CAPABILITIES, ...Object.fromEntries(capabilities.map((name) => [name, true])) },
    fields: fields.flatMap((field) => expandField(object.label, field)),
    recordTypes: [],
    validationRules: [],
  });
}

function expandField(objectLabel: string, compact: string | CompactField | CompactFieldGroup): Field[] {
  if (typeof compact === 'string') {
    if (!isSystemFieldName(compact)) throw new Error(`${compact} is not a system field`);
    return systemFields(objectLabel, [compact]);
  }
  return 'each' in compact ? expandGroup(compact) : [makeStandardField(compact)];
}

/** Builds one field and copies it: thousands of permissions differ in nothing but name and label. */
function expandGroup({ each, labels }: CompactFieldGroup): Field[] {
  const pattern = makeStandardField({ ...each, name: '', label: '' });
  return Object.entries(labels).map(([name, label]) => Object.freeze({ ...pattern, name, label }));
}

function makeStandardField(compact: CompactField): Field {
  return buildField(
    compact,
    false,
    compact.picklist && expandPicklist(compact.picklist),
    compact.relationship && expandRelationship(compact.relationship),
  );
}

function expandPicklist(compact: NonNullable<CompactField['picklist']>): Picklist {
  const { valueSet, sharedValues, values = [], restricted = false } = compact;
  if (sharedValues !== undefined) return { values: sharedPicklistValues(sharedValues), restricted };
  if (valueSet === undefined) return { values: values.map(expandValue), restricted };
  const shared = standardValueSets().get(valueSet);
  if (!shared) throw new Error(`There is no standard value set ${valueSet}`);
  return { values: shared.values, restricted, valueSet };
}

function expandRelationship(compact: NonNullable<CompactField['relationship']>): Relationship {
  return {
    kind: 'lookup',
    relationshipName: null,
    childRelationshipName: null,
    onDelete: 'SetNull',
    ...compact,
  };
}
