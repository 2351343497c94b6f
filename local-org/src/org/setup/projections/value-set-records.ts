import type { RecordValues } from '../../../core';
import { FORECAST_CATEGORY_NAMES, type PicklistValue } from '../../../schema';
import { syncSetupRows } from '../setup-rows';
import type { Projection } from './projection';

/** Objects whose records are the values of a picklist, and what their columns say about a value. */
const VALUE_SET_OBJECTS: readonly {
  readonly objectName: string;
  readonly source: readonly [object: string, field: string];
  readonly columns: (value: PicklistValue) => RecordValues;
}[] = [
  {
    objectName: 'OpportunityStage',
    source: ['Opportunity', 'StageName'],
    columns: (value) => ({
      IsActive: value.active,
      IsClosed: value.closed === true,
      IsWon: value.won === true,
      DefaultProbability: value.probability ?? 0,
      ForecastCategory: value.forecastCategory ?? null,
      ForecastCategoryName: FORECAST_CATEGORY_NAMES.get(value.forecastCategory ?? '') ?? null,
    }),
  },
  {
    objectName: 'LeadStatus',
    source: ['Lead', 'Status'],
    columns: (value) => ({ IsDefault: value.defaultValue, IsConverted: value.converted === true }),
  },
  {
    objectName: 'CaseStatus',
    source: ['Case', 'Status'],
    columns: (value) => ({ IsDefault: value.defaultValue, IsClosed: value.closed === true }),
  },
  {
    objectName: 'TaskStatus',
    source: ['Task', 'Status'],
    columns: (value) => ({ IsDefault: value.defaultValue, IsClosed: value.closed === true }),
  },
  {
    objectName: 'TaskPriority',
    source: ['Task', 'Priority'],
    columns: (value) => ({ IsDefault: value.defaultValue, IsHighPriority: value.highPriority === true }),
  },
];

/** Records that mirror standard value sets: stages, statuses, priorities. */
export const projectValueSetRecords: Projection = ({ target }) => {
  for (const { objectName, source, columns } of VALUE_SET_OBJECTS) {
    const [object, field] = source;
    const values = target.schema.find(object)?.field(field)?.picklist?.values ?? [];
    const known = target.schema.find(objectName);
    if (!known) continue;
    syncSetupRows(target, {
      objectName,
      key: ['ApiName'],
      rows: values.map((value, i) =>
        onlyFields(known.field.bind(known), {
          ApiName: value.value,
          MasterLabel: value.label,
          SortOrder: i + 1,
          ...columns(value),
        }),
      ),
    });
  }
};

function onlyFields(field: (name: string) => unknown, row: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(row).filter(([name]) => field(name) !== undefined));
}
