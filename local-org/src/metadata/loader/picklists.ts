import { standardValueSets, type Picklist, type PicklistValue } from '../../schema';
import type { Component, MetadataObject } from '../component';
import { booleanOf, numberOf, objectOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';

/**
 * The picklist of a custom field, its values taken from the field, a global or a standard value set.
 * Undefined when the field has no value set, or names one that does not exist.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_field_types.htm#meta_type_valueset
 */
export function picklistOfField(field: Component, store: ComponentStore): Picklist | undefined {
  const valueSet = objectOf(field.content, 'valueSet');
  if (!valueSet) return undefined;
  const setName = textOf(valueSet, 'valueSetName');
  const values = setName === undefined ? ownValues(valueSet) : valuesOfSet(setName, store);
  if (!values) return undefined;
  const controllingField = textOf(valueSet, 'controllingField');
  const dependent = controllingField === undefined ? values : withControllingValues(values, valueSet);
  return {
    values: dependent,
    restricted: setName !== undefined || booleanOf(valueSet, 'restricted'),
    ...(controllingField === undefined ? {} : { controllingField }),
    ...(setName === undefined ? {} : { valueSet: setName }),
  };
}

/** The values of a global or standard value set by name; undefined when there is none. */
export function valuesOfSet(name: string, store: ComponentStore): readonly PicklistValue[] | undefined {
  const globalSet = store.find('GlobalValueSet', name.replace(/__gvs$/, ''));
  if (globalSet) return orderedValues(globalSet.content, 'customValue', 'sorted');
  return standardSetValues(name, store);
}

/** The values of a standard value set: as deployed, otherwise as a new org has them. */
export function standardSetValues(name: string, store: ComponentStore): readonly PicklistValue[] | undefined {
  const deployed = store.find('StandardValueSet', name);
  if (deployed) return orderedValues(deployed.content, 'standardValue', 'sorted');
  return standardValueSets().get(name)?.values;
}

function ownValues(valueSet: MetadataObject): readonly PicklistValue[] | undefined {
  const definition = objectOf(valueSet, 'valueSetDefinition');
  return definition ? orderedValues(definition, 'value', 'sorted') : [];
}

function orderedValues(container: MetadataObject, element: string, sortedElement: string): PicklistValue[] {
  const values = objectsOf(container, element).map(picklistValue);
  return booleanOf(container, sortedElement) ? values.sort((a, b) => a.label.localeCompare(b.label)) : values;
}

const STANDARD_FLAGS = ['closed', 'won', 'converted', 'highPriority'] as const;

function picklistValue(content: MetadataObject): PicklistValue {
  const value = textOf(content, 'fullName') ?? '';
  const probability = numberOf(content, 'probability');
  const forecastCategory = textOf(content, 'forecastCategory');
  return {
    value,
    label: textOf(content, 'label') ?? value,
    active: booleanOf(content, 'isActive', true),
    defaultValue: booleanOf(content, 'default'),
    ...(probability === undefined ? {} : { probability }),
    ...(forecastCategory === undefined ? {} : { forecastCategory }),
    ...Object.fromEntries(
      STANDARD_FLAGS.flatMap((flag) => (flag in content ? [[flag, booleanOf(content, flag)]] : [])),
    ),
  };
}

function withControllingValues(values: readonly PicklistValue[], valueSet: MetadataObject): PicklistValue[] {
  const validFor = new Map<string, string[]>();
  for (const setting of objectsOf(valueSet, 'valueSettings')) {
    const valueName = textOf(setting, 'valueName');
    if (valueName === undefined) continue;
    validFor.set(valueName, [
      ...(validFor.get(valueName) ?? []),
      ...textsOf(setting, 'controllingFieldValue'),
    ]);
  }
  return values.map((value) => ({ ...value, validFor: validFor.get(value.value) ?? [] }));
}
