import type { SObjectType } from '../../../schema';
import { MASTER_RECORD_TYPE_ID } from '../../../schema';
import type { LayoutRepresentation } from '../layouts/layout-representation';
import { layoutUserState } from '../layouts/layout-user-state';
import { recordLayout } from '../layouts/record-layout';
import { objectInfosOf } from '../object-info/object-info';
import { requireTarget } from '../request/find-object';
import type { UiRequest } from '../request/ui-request';
import { getRecord, recordTypeIdOf } from './get-records';
import type { RecordQuery } from './record-query';
import type { RecordRepresentation } from './record-representation';

/** Layouts by object, record type, layout type and mode. */
type LayoutMap = Record<string, Record<string, Record<string, Record<string, LayoutRepresentation>>>>;

/**
 * Records with everything that is needed to show them: layouts, what the user did to those, object infos.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_ui.htm
 * @throws ApiError as the first record does that cannot be read
 */
export function recordUi(
  ui: UiRequest,
  recordIds: readonly string[],
  query: RecordQuery,
): Record<string, unknown> {
  const wanted = query.layoutTypes.length === 0 ? { ...query, layoutTypes: ['Full'] as const } : query;
  const layouts: LayoutMap = {};
  const records: Record<string, RecordRepresentation> = {};
  const types: SObjectType[] = [];
  for (const recordId of recordIds) {
    const { type, id } = requireTarget(ui, recordId);
    records[id] = getRecord(ui, id, wanted);
    types.push(type);
    addLayouts(ui, layouts, type, recordTypeIdOf(ui, type, id), wanted);
  }
  const all = Object.values(layouts)
    .flatMap((byRecordType) => Object.values(byRecordType))
    .flatMap((byType) => Object.values(byType).flatMap((byMode) => Object.values(byMode)));
  return {
    layoutUserStates: Object.fromEntries(all.map((layout) => [layout.id, layoutUserState(ui, layout)])),
    layouts,
    objectInfos: objectInfosOf(ui, [...types, ...parentTypes(ui, Object.values(records))]),
    records,
  };
}

function addLayouts(
  ui: UiRequest,
  layouts: LayoutMap,
  type: SObjectType,
  recordTypeId: string | null,
  { layoutTypes, modes }: RecordQuery,
): void {
  const id = recordTypeId ?? MASTER_RECORD_TYPE_ID;
  const byRecordType = (layouts[type.name] ??= {});
  const byType = (byRecordType[id] ??= {});
  for (const layoutType of layoutTypes) {
    const byMode = (byType[layoutType] ??= {});
    for (const mode of modes) byMode[mode] ??= recordLayout(ui, type, { layoutType, mode, recordTypeId: id });
  }
}

/** Objects of the records that stand inside of others. */
export function parentTypes(
  ui: UiRequest,
  records: readonly Pick<RecordRepresentation, 'fields'>[],
): SObjectType[] {
  const names = new Set(
    records.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ value }) =>
        typeof value === 'object' && value !== null && 'apiName' in value ? [String(value.apiName)] : [],
      ),
    ),
  );
  return [...names].flatMap((name) => ui.deps.org.schema().find(name) ?? []);
}
