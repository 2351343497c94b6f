import type { RecordType, SharingModel, ValidationRule } from '../../schema';
import { childName, type Component } from '../component';
import { booleanOf, objectsOf, textOf } from '../content-access';
import type { ComponentStore } from '../store/component-store';
import { processValues } from './business-processes';
import { decodeValueName } from './value-names';

/** The validation rules of an object. */
export function validationRulesOf(objectName: string, store: ComponentStore): ValidationRule[] {
  return store.childrenOf('ValidationRule', objectName).map((rule) => {
    const errorDisplayField = textOf(rule.content, 'errorDisplayField');
    const description = textOf(rule.content, 'description');
    return {
      name: childName(rule.fullName),
      active: booleanOf(rule.content, 'active'),
      condition: textOf(rule.content, 'errorConditionFormula') ?? '',
      errorMessage: textOf(rule.content, 'errorMessage') ?? '',
      ...(errorDisplayField === undefined ? {} : { errorDisplayField }),
      ...(description === undefined ? {} : { description }),
    };
  });
}

/** The record types of an object, with the picklist values each allows, its business process's included. */
export function recordTypesOf(objectName: string, store: ComponentStore): RecordType[] {
  return store.childrenOf('RecordType', objectName).map((component) => {
    const { content } = component;
    const developerName = childName(component.fullName);
    const businessProcess = textOf(content, 'businessProcess');
    const description = textOf(content, 'description');
    const process =
      businessProcess === undefined ? undefined : processValues(objectName, businessProcess, store);
    return {
      developerName,
      label: textOf(content, 'label') ?? developerName,
      active: booleanOf(content, 'active', true),
      picklistValues: Object.fromEntries([
        ...objectsOf(content, 'picklistValues').map(recordTypePicklist),
        ...(process ? [process] : []),
      ]),
      ...(businessProcess === undefined ? {} : { businessProcess }),
      ...(description === undefined ? {} : { description }),
    };
  });
}

function recordTypePicklist(content: Component['content']): [string, RecordType['picklistValues'][string]] {
  const values = objectsOf(content, 'values').map((value) => ({
    name: decodeValueName(textOf(value, 'fullName') ?? ''),
    isDefault: booleanOf(value, 'default'),
  }));
  const defaultValue = values.find((value) => value.isDefault)?.name;
  return [
    textOf(content, 'picklist') ?? '',
    { values: values.map((value) => value.name), ...(defaultValue === undefined ? {} : { defaultValue }) },
  ];
}

const SHARING_MODELS: ReadonlySet<string> = new Set<SharingModel>([
  'Private',
  'Read',
  'ReadWrite',
  'ReadWriteTransfer',
  'FullAccess',
  'ControlledByParent',
]);

/** The organisation-wide default that an object's metadata states; undefined when it states none. */
export function sharingModelOf(object: Component | undefined): SharingModel | undefined {
  const model = object && textOf(object.content, 'sharingModel');
  return model !== undefined && SHARING_MODELS.has(model) ? (model as SharingModel) : undefined;
}
