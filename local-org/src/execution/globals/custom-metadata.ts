import { formulaTypeOf } from '../../formula';
import type { FormulaGlobal } from '../formula-globals';

/**
 * `$CustomMetadata.Gate__mdt.Closing.Days__c`: a field of a custom metadata record. The record's name counts case.
 * @see https://help.salesforce.com/s/articleView?id=sf.custommetadatatypes_accessing_in_formulas.htm
 */
export const customMetadataGlobal: FormulaGlobal = {
  documentation:
    'https://help.salesforce.com/s/articleView?id=sf.custommetadatatypes_accessing_in_formulas.htm',
  type: ([typeName, recordName, fieldName, ...more], services) => {
    if (typeName === undefined || recordName === undefined || fieldName === undefined || more.length > 0)
      return undefined;
    const type = services.schema().find(typeName);
    const field = type?.definition.kind === 'customMetadata' ? type.field(fieldName) : undefined;
    return field && formulaTypeOf(field);
  },
  value: ([typeName = '', recordName = '', fieldName = ''], services) => {
    const type = services.schema().find(typeName);
    const nameField = type?.field('DeveloperName');
    const field = type?.field(fieldName);
    if (!type || !nameField || !field) return null;
    const row = services.store
      .findBy(type, nameField, [recordName])
      .find((found) => found['DeveloperName'] === recordName);
    return row?.[field.name] ?? null;
  },
};
