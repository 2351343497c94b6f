import { makeField, type Field, type FieldInput } from '../../schema';
import { childName, parentName, type Component } from '../component';
import { booleanOf, numberOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';
import { FIELD_SHAPES, type FieldShape } from './custom-field-types';
import { picklistOfField } from './picklists';
import { relationshipOf } from './relationships';
import { rollupOf, rollupShape } from './rollups';

/** Finds a field that a roll-up summarises; undefined while it is not known. */
export type FieldFinder = (objectName: string, fieldName: string) => Field | undefined;

const TEXT_FORMULA_LENGTH = 1300;

/**
 * Builds the fields that a custom field of metadata makes: one, or three for a geolocation.
 * Empty for a type the org does not have.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export function customFields(component: Component, store: ComponentStore, findField: FieldFinder): Field[] {
  const { content } = component;
  const name = childName(component.fullName);
  const type = textOf(content, 'type') ?? '';
  const rollup = type === 'Summary' ? rollupOf(content) : undefined;
  const shape = rollup
    ? rollupShape(rollup, findField(rollup.childObject, rollup.summarizedField ?? ''))
    : FIELD_SHAPES[type]?.(content);
  if (!shape) return [];
  const input: FieldInput = {
    name,
    label: textOf(content, 'label') ?? name,
    custom: true,
    ...shape,
    ...(rollup ? { rollup } : {}),
    ...behaviour(component, shape),
    ...picklistPart(component, store),
    ...descriptiveParts(component),
  };
  const field = makeField(input);
  return type === 'Location' ? [field, ...coordinates(field, content)] : [field];
}

function behaviour(component: Component, shape: FieldShape): Partial<FieldInput> {
  const { content } = component;
  const expression = textOf(content, 'formula');
  if (expression !== undefined) {
    const treatBlanksAs =
      textOf(content, 'formulaTreatBlanksAs') === 'BlankAsBlank' ? 'BlankAsBlank' : 'BlankAsZero';
    return {
      formula: { expression, treatBlanksAs },
      ...(shape.type === 'string' ? { length: TEXT_FORMULA_LENGTH } : {}),
    };
  }
  const relationship = relationshipOf(childName(component.fullName), parentName(component.fullName), content);
  const required = booleanOf(content, 'required') || relationship?.kind === 'masterDetail';
  return {
    ...(relationship ? { relationship } : {}),
    ...(textOf(content, 'type') === 'AutoNumber' ? autoNumberPart(content) : {}),
    ...(required ? { nillable: false } : {}),
    ...(booleanOf(content, 'unique') ? { unique: true } : {}),
    ...(booleanOf(content, 'caseSensitive') ? { caseSensitive: true } : {}),
    ...(booleanOf(content, 'externalId') ? { externalId: true } : {}),
    ...defaultPart(component, shape),
  };
}

function autoNumberPart(content: Component['content']): Partial<FieldInput> {
  return {
    autoNumber: textOf(content, 'displayFormat') ?? '{0}',
    autoNumberStart: numberOf(content, 'startingNumber') ?? 1,
  };
}

/** A checkbox's default is a constant; every other default is a formula. */
function defaultPart(component: Component, shape: FieldShape): Partial<FieldInput> {
  const text = textOf(component.content, 'defaultValue');
  if (text === undefined) return {};
  if (shape.type === 'boolean' && /^(true|false)$/i.test(text))
    return { defaultValue: text.toLowerCase() === 'true' };
  return { defaultFormula: text };
}

function picklistPart(component: Component, store: ComponentStore): Partial<FieldInput> {
  const picklist = picklistOfField(component, store);
  return picklist ? { picklist } : {};
}

function descriptiveParts({ content }: Component): Partial<FieldInput> {
  const inlineHelpText = textOf(content, 'inlineHelpText');
  const description = textOf(content, 'description');
  return {
    ...(inlineHelpText === undefined ? {} : { inlineHelpText }),
    ...(description === undefined ? {} : { description }),
    ...(booleanOf(content, 'trackHistory') ? { trackHistory: true } : {}),
  };
}

/** Latitude and longitude of a geolocation, which carry its value. */
function coordinates(location: Field, content: Component['content']): Field[] {
  const base = location.name.replace(/__c$/i, '');
  const scale = numberOf(content, 'scale') ?? 0;
  return ['Latitude', 'Longitude'].map((part) =>
    makeField({
      name: `${base}__${part}__s`,
      label: `${location.label} (${part})`,
      type: 'double',
      custom: true,
      precision: scale + 3,
      scale,
      nillable: location.nillable,
      compoundFieldName: location.name,
    }),
  );
}
