import type { Field } from '../../schema';
import type { Component } from '../component';
import { booleanOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';
import { picklistOfField, standardSetValues } from './picklists';

/**
 * A standard field with what metadata says about it: values of its standard value set, history tracking, help text,
 * description, lookup filter, or a value set of its own. Type, length and label of a standard field stay.
 */
export function changedStandardField(
  field: Field,
  component: Component | undefined,
  store: ComponentStore,
): Field {
  const picklist = changedPicklist(field, component, store);
  if (!component && picklist === field.picklist) return field;
  const content = component?.content ?? {};
  const inlineHelpText = textOf(content, 'inlineHelpText');
  const description = textOf(content, 'description');
  return Object.freeze({
    ...field,
    ...(picklist ? { picklist } : {}),
    ...('trackHistory' in content ? { trackHistory: booleanOf(content, 'trackHistory') } : {}),
    ...(inlineHelpText === undefined ? {} : { inlineHelpText }),
    ...(description === undefined ? {} : { description }),
  });
}

function changedPicklist(
  field: Field,
  component: Component | undefined,
  store: ComponentStore,
): Field['picklist'] {
  const own = component && picklistOfField(component, store);
  if (own && own.values.length > 0) return own;
  if (!field.picklist?.valueSet) return field.picklist;
  if (!store.find('StandardValueSet', field.picklist.valueSet)) return field.picklist;
  const values = standardSetValues(field.picklist.valueSet, store);
  return values ? { ...field.picklist, values } : field.picklist;
}
