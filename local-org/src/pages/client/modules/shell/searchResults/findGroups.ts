import { loadApps, loadItems, rememberedApp } from 'shell/apps';
import { API, queryString, request, UI_API } from 'shell/http';
import { objectIcon } from 'shell/objectIcons';
import { loadObjectInfo } from 'shell/objectInfos';
import { textAt, type RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

/** A found record: its name, and what its compact layout says of it. */
export interface FoundRecord {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly cells: readonly { readonly key: string; readonly label: string; readonly text: string }[];
}

/** What was found of an object. */
export interface FoundGroup {
  readonly object: string;
  readonly label: string;
  readonly iconName: string;
  readonly nameLabel: string;
  /** Labels of the fields beside the name. */
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly records: readonly FoundRecord[];
  /** Whether there are more than these. */
  readonly hasMore: boolean;
}

/** Most records of an object. */
const MAX_RECORDS = 25;
const MAX_COLUMNS = 3;

/**
 * Searches the objects that the user has tabs of, those of the open app first.
 * @see https://help.salesforce.com/s/articleView?id=sf.search_results_page_lex.htm
 */
export async function findGroups(term: string): Promise<readonly FoundGroup[]> {
  const objects = await searchedObjects();
  const { searchRecords } = await request<{
    readonly searchRecords: readonly {
      readonly attributes: { readonly type: string };
      readonly Id: string;
    }[];
  }>(`${API}/parameterizedSearch`, {
    method: 'POST',
    body: { q: term, sobjects: objects.map((name) => ({ name, limit: MAX_RECORDS + 1 })) },
  });
  const byObject = Map.groupBy(searchRecords, ({ attributes }) => attributes.type);
  const found = objects.filter((object) => byObject.has(object));
  return Promise.all(
    found.map((object) =>
      groupOf(
        object,
        (byObject.get(object) ?? []).map(({ Id }) => Id),
      ),
    ),
  );
}

async function searchedObjects(): Promise<string[]> {
  const [apps, items] = await Promise.all([loadApps(), loadItems()]);
  const app = apps.find(({ developerName }) => developerName === rememberedApp()) ?? apps[0];
  const names = [...(app?.navItems ?? []), ...items].flatMap(({ objectApiName }) => objectApiName ?? []);
  const { results } = await request<{
    readonly results: readonly { readonly result: Partial<ObjectInfoRepresentation> }[];
  }>(`${UI_API}/object-info/batch/${[...new Set(names)].join(',')}`);
  return results.flatMap(({ result }) => (result.searchable && result.apiName ? [result.apiName] : []));
}

async function groupOf(object: string, ids: readonly string[]): Promise<FoundGroup> {
  const query = queryString({ layoutTypes: 'Compact', modes: 'View' });
  const [objectInfo, { results }] = await Promise.all([
    loadObjectInfo(object),
    request<{ readonly results: readonly { readonly result: RecordRepresentation }[] }>(
      `${UI_API}/records/batch/${ids.slice(0, MAX_RECORDS).join(',')}${query}`,
    ),
  ]);
  const records = results.map(({ result }) => result);
  const nameField = nameFieldOf(objectInfo);
  const columns = columnsOf(objectInfo, nameField, records[0]);
  return {
    object,
    label: objectInfo.labelPlural,
    iconName: objectIcon(objectInfo),
    nameLabel: objectInfo.fields[nameField]?.label ?? nameField,
    columns,
    records: records.map((record) => ({
      id: record.id,
      url: `/lightning/r/${object}/${record.id}/view`,
      name: textAt(record, nameField) || record.id,
      cells: columns.map(({ key, label }) => ({ key, label, text: textAt(record, key) })),
    })),
    hasMore: ids.length > MAX_RECORDS,
  };
}

function nameFieldOf({ nameFields }: ObjectInfoRepresentation): string {
  return nameFields.includes('Name') ? 'Name' : (nameFields[0] ?? 'Name');
}

/** Fields of the compact layout; parents would need their names, which it does not have. */
function columnsOf(
  { fields }: ObjectInfoRepresentation,
  nameField: string,
  record: RecordRepresentation | undefined,
): FoundGroup['columns'] {
  return Object.keys(record?.fields ?? {})
    .filter(
      (name) => name !== nameField && name !== 'Id' && fields[name] && fields[name].dataType !== 'Reference',
    )
    .slice(0, MAX_COLUMNS)
    .map((key) => ({ key, label: fields[key]?.label ?? key }));
}
