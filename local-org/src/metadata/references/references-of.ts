import { parentName, type Component } from '../component';
import { objectOf, objectsOf, textOf } from '../content-access';
import { findChildType } from '../registry/type-lookup';
import { actionOverrideReferences } from './action-override-references';
import { elementReferences, textsAt } from './element-references';
import { flexiPageReferences } from './flexi-page-references';
import { quickActionReferences } from './quick-action-references';
import { reference, type Reference } from './reference';
import { REFERENCE_TABLES } from './reference-tables';

type ReferenceReader = (component: Component) => readonly Reference[];

/** Types whose references need more than a table row. */
const READERS: Readonly<Record<string, ReferenceReader>> = {
  CustomApplication: actionOverrideReferences,
  CustomField: fieldReferences,
  CustomMetadata: customMetadataReferences,
  CustomObject: objectReferences,
  CustomTab: tabReferences,
  ExtlClntAppOauthConfigurablePolicies: policyReferences,
  FlexiPage: flexiPageReferences,
  Layout: layoutReferences,
  ListView: listViewReferences,
};

/** All mentions of other components in a component. Formulas apart: see `formulaSites`. */
export function referencesOf(component: Component): Reference[] {
  return [
    ...parentReference(component),
    ...elementReferences(component, REFERENCE_TABLES[component.type] ?? []),
    ...(READERS[component.type]?.(component) ?? []),
  ];
}

/** A child belongs to an object that must exist. */
function parentReference(component: Component): Reference[] {
  const entry = findChildType(component.type);
  if (entry?.parent.name !== 'CustomObject') return [];
  const fullName = parentName(component.fullName);
  return [
    {
      path: [],
      target: { type: 'CustomObject', fullName },
      message: `Entity of type 'CustomObject' named '${fullName}' cannot be found`,
    },
  ];
}

function fieldReferences(component: Component): Reference[] {
  const { content } = component;
  const references: Reference[] = [];
  const referenceTo = textOf(content, 'referenceTo');
  if (referenceTo !== undefined) {
    const message = `referenceTo value of '${referenceTo}' does not resolve to a valid sObject type`;
    references.push({
      path: ['referenceTo'],
      target: { type: 'CustomObject', fullName: referenceTo },
      message,
    });
  }
  for (const element of ['summaryForeignKey', 'summarizedField']) {
    const name = textOf(content, element);
    if (name?.includes('.')) references.push(reference([element], element, 'CustomField', name));
  }
  for (const { text, path } of textsAt(content, ['summaryFilterItems', 'field'], [])) {
    if (text.includes('.')) references.push(reference(path, 'field', 'CustomField', text));
  }
  const valueSet = objectOf(content, 'valueSet');
  const setName = valueSet && textOf(valueSet, 'valueSetName');
  if (setName !== undefined)
    references.push(reference(['valueSet', 'valueSetName'], 'valueSet', 'GlobalValueSet', setName));
  const controlling = valueSet && textOf(valueSet, 'controllingField');
  if (controlling !== undefined) {
    const fullName = `${parentName(component.fullName)}.${controlling}`;
    references.push(reference(['valueSet', 'controllingField'], 'controllingField', 'CustomField', fullName));
  }
  return references;
}

function customMetadataReferences(component: Component): Reference[] {
  const type = `${parentName(component.fullName)}__mdt`;
  return [
    reference([], 'type', 'CustomObject', type),
    ...objectsOf(component.content, 'values').map((value, index) =>
      reference(
        ['values', index, 'field'],
        'field',
        'CustomField',
        `${type}.${textOf(value, 'field') ?? ''}`,
      ),
    ),
  ];
}

function objectReferences(component: Component): Reference[] {
  const overrides = actionOverrideReferences(component);
  const assigned = textOf(component.content, 'compactLayoutAssignment');
  if (assigned === undefined || assigned === 'SYSTEM') return overrides;
  return [
    ...overrides,
    reference(
      ['compactLayoutAssignment'],
      'compactLayoutAssignment',
      'CompactLayout',
      `${component.fullName}.${assigned}`,
    ),
  ];
}

function tabReferences(component: Component): Reference[] {
  if (component.content['customObject'] !== true) return [];
  return [reference(['customObject'], 'customObject', 'CustomObject', component.fullName)];
}

function policyReferences(component: Component): Reference[] {
  const names = (textOf(component.content, 'commaSeparatedPermissionSet') ?? '').split(',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => reference(['commaSeparatedPermissionSet'], 'permissionSet', 'PermissionSet', name));
}

/** Custom fields among columns and filters; standard columns have names of their own. */
function listViewReferences(component: Component): Reference[] {
  const places = [
    ...textsAt(component.content, ['columns'], []),
    ...textsAt(component.content, ['filters', 'field'], []),
  ];
  return places
    .filter(({ text }) => CUSTOM_FIELD.test(text))
    .map(({ text, path }) => ({
      path,
      target: { type: 'CustomField', fullName: `${parentName(component.fullName)}.${text}` },
      message: `Could not resolve list view column: ${text}`,
    }));
}

const CUSTOM_FIELD = /__[cs]$/i;

/** Layouts of objects without these fields for the API (custom metadata) show them too. */
const ON_EVERY_LAYOUT = new Set(['CreatedById', 'IsProtected', 'LastModifiedById']);

/** Layouts of pages that show an object's records under a name of their own: closing a case. */
const LAYOUT_OBJECTS: ReadonlyMap<string, string> = new Map([['CaseClose', 'Case']]);

/** A layout is called `Object-Layout Name`. */
function layoutReferences(component: Component): Reference[] {
  const page = component.fullName.slice(0, component.fullName.indexOf('-'));
  const object = LAYOUT_OBJECTS.get(page) ?? page;
  const fields = textsAt(
    component.content,
    ['layoutSections', 'layoutColumns', 'layoutItems', 'field'],
    [],
  ).filter(({ text }) => !ON_EVERY_LAYOUT.has(text));
  const related = textsAt(component.content, ['relatedLists', 'relatedList'], []).filter(({ text }) =>
    text.includes('.'),
  );
  const highlights = textsAt(component.content, ['miniLayout', 'fields'], []);
  return [
    reference([], 'layout', 'CustomObject', object),
    ...quickActionReferences(component),
    ...[...fields, ...highlights].map(({ text, path }) =>
      reference(path, 'field', 'CustomField', `${object}.${text}`),
    ),
    ...related.map(({ text, path }) => ({
      path,
      target: { type: 'CustomField', fullName: text },
      message: `Cannot find related list:${text}`,
    })),
  ];
}
