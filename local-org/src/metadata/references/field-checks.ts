import { childName, parentName, type Component } from '../component';
import { objectOf, objectsOf, textOf, textsOf } from '../content-access';
import type { ComponentProblem } from '../rules/component-problem';
import type { ReferenceScope } from './resolve-reference';

/** Master-detail fields an object may have. */
const MAX_MASTER_DETAILS = 2;

/**
 * What a custom field must find around it: a standard field of its name, few enough masters, a roll-up's detail.
 * UNVERIFIED: the platform's wording for an unknown standard field, too many masters and a foreign key that is no
 * master-detail.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export function fieldContextProblems(component: Component, scope: ReferenceScope): ComponentProblem[] {
  const object = parentName(component.fullName);
  const name = childName(component.fullName);
  const type = scope.schema.find(object);
  if (type && !/__(c|pc)$/i.test(name) && !type.field(name) && !type.parentField(name)) {
    return [{ message: `Standard field not found: ${object}.${name}` }];
  }
  return [
    ...masterProblems(component, object, scope),
    ...childNameProblems(component, scope),
    ...rollupProblems(component, object, scope),
    ...dependencyProblems(component, object, scope),
  ];
}

function masterProblems(
  { content }: Component,
  object: string,
  { store }: ReferenceScope,
): ComponentProblem[] {
  if (textOf(content, 'type') !== 'MasterDetail') return [];
  const masters = store
    .childrenOf('CustomField', object)
    .filter((field) => field.content['type'] === 'MasterDetail');
  if (masters.length <= MAX_MASTER_DETAILS) return [];
  const message = `Custom object ${object} has more than ${MAX_MASTER_DETAILS} master-detail relationships`;
  return [{ message, path: ['type'] }];
}

/** No two fields may give the parent's child list the same name. */
function childNameProblems({ content }: Component, { schema }: ReferenceScope): ComponentProblem[] {
  const name = textOf(content, 'relationshipName');
  const parent = schema.find(textOf(content, 'referenceTo') ?? '');
  if (name === undefined || !parent) return [];
  const key = `${name}__r`.toLowerCase();
  const same = parent.childRelationships.filter((child) => child.relationshipName?.toLowerCase() === key);
  if (same.length < 2) return [];
  const message = `There is already a Child Relationship named ${name} on ${parent.definition.label}.`;
  return [{ message, path: ['relationshipName'] }];
}

function rollupProblems(
  { content }: Component,
  object: string,
  { schema }: ReferenceScope,
): ComponentProblem[] {
  const foreignKey = textOf(content, 'summaryForeignKey');
  if (textOf(content, 'type') !== 'Summary' || foreignKey === undefined) return [];
  const field = schema.find(parentName(foreignKey))?.field(childName(foreignKey));
  if (!field) return [];
  const { relationship } = field;
  const pointsHere = relationship?.referenceTo.some(
    (target) => target.toLowerCase() === object.toLowerCase(),
  );
  const isDetail = relationship?.kind === 'masterDetail' || relationship?.onDelete === 'Cascade';
  if (pointsHere && isDetail) return [];
  return [
    {
      message: `summaryForeignKey ${foreignKey} is not a master-detail relationship to ${object}`,
      path: ['summaryForeignKey'],
    },
  ];
}

/** Values that a dependent picklist's settings name must exist on both sides. */
function dependencyProblems(
  component: Component,
  object: string,
  { schema }: ReferenceScope,
): ComponentProblem[] {
  const valueSet = objectOf(component.content, 'valueSet');
  const controlling = valueSet && textOf(valueSet, 'controllingField');
  if (!valueSet || controlling === undefined) return [];
  const own = schema.find(object)?.field(childName(component.fullName))?.picklist;
  const controllingPicklist = schema.find(object)?.field(controlling)?.picklist;
  return objectsOf(valueSet, 'valueSettings').flatMap((setting, index) => {
    const path = ['valueSet', 'valueSettings', index];
    const valueName = textOf(setting, 'valueName') ?? '';
    const problems: ComponentProblem[] = [];
    if (own && !own.values.some((value) => value.value === valueName)) {
      const message = `Picklist value: ${valueName} in picklist: ${childName(component.fullName)} not found`;
      problems.push({ message, path: [...path, 'valueName'] });
    }
    textsOf(setting, 'controllingFieldValue').forEach((value, position) => {
      if (!controllingPicklist || controllingPicklist.values.some((candidate) => candidate.value === value))
        return;
      const message = `Picklist value: ${value} in picklist: ${controlling} not found`;
      problems.push({ message, path: [...path, 'controllingFieldValue', position] });
    });
    return problems;
  });
}
