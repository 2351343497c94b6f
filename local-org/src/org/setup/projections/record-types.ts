import { syncSetupRows } from '../setup-rows';
import type { Projection } from './projection';

export const projectRecordTypes: Projection = ({ target }) => {
  syncSetupRows(target, {
    objectName: 'RecordType',
    key: ['SobjectType', 'DeveloperName'],
    rows: [...target.schema.all()].flatMap((type) =>
      type.definition.recordTypes.map((recordType) => ({
        SobjectType: type.name,
        DeveloperName: recordType.developerName,
        Name: recordType.label,
        Description: recordType.description ?? null,
        IsActive: recordType.active,
      })),
    ),
  });
};
