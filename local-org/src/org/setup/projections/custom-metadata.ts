import { customMetadataRecords } from '../../../metadata';
import { syncSetupRows } from '../setup-rows';
import type { Projection } from './projection';

/** Custom metadata records are rows of their type's table, so that queries and formulas read them like any other. */
export const projectCustomMetadata: Projection = ({ target, components }) => {
  const records = customMetadataRecords(components, target.schema);
  for (const type of target.schema.all()) {
    if (type.definition.kind !== 'customMetadata') continue;
    syncSetupRows(target, {
      objectName: type.name,
      key: ['DeveloperName'],
      rows: records
        .filter((record) => record.objectName === type.name)
        .map((record) => ({
          DeveloperName: record.developerName,
          MasterLabel: record.label,
          Label: record.label,
          Language: 'en_US',
          QualifiedApiName: record.developerName,
          ...record.values,
        })),
    });
  }
};
