import type { AccessControl } from '../access';
import type { RecordValues } from '../core';
import type { RequestContext } from '../execution';
import type { FlowEngine } from '../flow';
import { cronJobDetailRows, cronTriggerRows, type JobQueue } from '../jobs';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';
import { processInstanceHistoryRows } from './process-instance-history';
import type { RecentItems } from './recent-items';
import { recentlyViewedRows } from './recently-viewed';

/** What the rows of virtual tables are made from. */
export interface VirtualTableSources {
  schema(): Schema;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly recentItems: RecentItems;
  /** Asked when rows are queried: queries are there before automation is. */
  automation(): { readonly flows: FlowEngine; readonly jobs: JobQueue };
}

/** Objects that have no table: their rows are made when they are queried. */
export function virtualTables(
  sources: VirtualTableSources,
): ReadonlyMap<string, (context: RequestContext) => readonly RecordValues[]> {
  const { schema, store, automation } = sources;
  return new Map<string, (context: RequestContext) => readonly RecordValues[]>([
    ['RecentlyViewed', (context) => recentlyViewedRows(sources, context)],
    ['EntityDefinition', () => entityDefinitions(schema())],
    ['FieldDefinition', () => fieldDefinitions(schema())],
    ['FlowDefinitionView', () => automation().flows.definitionRows()],
    ['FlowVersionView', () => automation().flows.versionRows()],
    ['FlowInterview', () => automation().flows.interviewRows()],
    ['CronTrigger', () => cronTriggerRows(automation().jobs)],
    ['CronJobDetail', () => cronJobDetailRows(automation().jobs)],
    ['ProcessInstanceHistory', () => processInstanceHistoryRows(store, schema())],
  ]);
}

function entityDefinitions(schema: Schema): RecordValues[] {
  return [...schema.all()].map(({ name, definition }) => ({
    Id: name,
    DurableId: name,
    QualifiedApiName: name,
    DeveloperName: name.replace(/__\w+$/, ''),
    MasterLabel: definition.label,
    Label: definition.label,
    PluralLabel: definition.labelPlural,
    KeyPrefix: definition.keyPrefix,
    IsCustomizable: definition.kind === 'custom' || definition.kind === 'standard',
    IsCustomSetting: definition.kind.endsWith('CustomSetting'),
    IsQueryable: definition.capabilities.queryable,
    IsSearchable: definition.capabilities.searchable,
    IsTriggerable: definition.capabilities.triggerable,
    IsLayoutable: definition.capabilities.layoutable,
    InternalSharingModel: definition.sharingModel,
  }));
}

function fieldDefinitions(schema: Schema): RecordValues[] {
  return [...schema.all()].flatMap((type) =>
    type.fields.map((field) => ({
      Id: `${type.name}.${field.name}`,
      DurableId: `${type.name}.${field.name}`,
      QualifiedApiName: field.name,
      DeveloperName: field.name.replace(/__c$/, ''),
      EntityDefinitionId: type.name,
      MasterLabel: field.label,
      Label: field.label,
      Length: field.length,
      Precision: field.precision,
      Scale: field.scale,
      DataType: field.type,
      IsNillable: field.nillable,
      IsCalculated: field.formula !== undefined || field.rollup !== undefined,
      IsIndexed: field.externalId || field.unique || field.type === 'reference',
    })),
  );
}
