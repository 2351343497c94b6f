import { objectsOf, textOf, type Component, type MetadataObject } from '../../metadata';
import type { Schema, SObjectType } from '../../schema';
import { LEAD_CONVERT_ELEMENTS, refusedElements } from '../element-support';
import { CONVERSION_TARGETS } from './field-mapping';

/**
 * What stands against lead conversion settings: mappings to or from what is not there, and targets that stand twice.
 * UNVERIFIED: the texts.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_leadconvertsettings.htm
 */
export function convertSettingsProblems(schema: Schema, { content }: Component): string[] {
  const mappings = objectsOf(content, 'objectMapping');
  const targets = mappings.map((mapping) => textOf(mapping, 'outputObject') ?? '');
  return [
    ...refusedElements('LeadConvertSettings', LEAD_CONVERT_ELEMENTS, content),
    ...mappings.flatMap((mapping) => mappingProblems(schema, mapping)),
    ...[...new Set(targets.filter((target, i) => targets.indexOf(target) < i))].map(
      (target) => `Only one objectMapping of ${target} is allowed`,
    ),
  ];
}

function mappingProblems(schema: Schema, mapping: MetadataObject): string[] {
  const from = textOf(mapping, 'inputObject') ?? '';
  const to = textOf(mapping, 'outputObject') ?? '';
  if (from !== 'Lead') return [`In field: inputObject - ${from} is not Lead`];
  if (!CONVERSION_TARGETS.some((target) => target === to))
    return [`In field: outputObject - ${to} is not one of ${CONVERSION_TARGETS.join(', ')}`];
  return objectsOf(mapping, 'mappingFields').flatMap((entry) => [
    ...unknownField(schema.find('Lead'), textOf(entry, 'inputField') ?? '', 'inputField'),
    ...unknownField(schema.find(to), textOf(entry, 'outputField') ?? '', 'outputField'),
  ]);
}

function unknownField(type: SObjectType | undefined, name: string, element: string): string[] {
  return type?.field(name)
    ? []
    : [`In field: ${element} - no CustomField named ${type?.name ?? ''}.${name} found`];
}
