import { LightningElement, api } from 'lwc';
import { API, messageOf, queryString, request, UI_API } from 'shell/http';
import type { RecordRepresentation } from 'shell/records';
import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

interface FoundRecord {
  readonly attributes: { readonly type: string };
  readonly Id: string;
}

interface ResultView {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly detail: string;
}

interface GroupView {
  readonly object: string;
  readonly label: string;
  readonly records: readonly ResultView[];
}

const MAX_RECORDS = 25;
const MAX_DETAILS = 3;

/** All records that a search finds, by object, with the fields of their compact layouts. */
export default class SearchResults extends LightningElement {
  static renderMode = 'light' as const;

  groups: readonly GroupView[] = [];
  errorText: string | undefined;
  isSearching = false;
  private searchedTerm = '';

  @api get term(): string {
    return this.searchedTerm;
  }
  set term(term: string) {
    this.searchedTerm = term;
    void this.search(term);
  }

  get isEmpty(): boolean {
    return !this.isSearching && this.groups.length === 0;
  }

  private async search(term: string): Promise<void> {
    this.groups = [];
    this.errorText = undefined;
    this.isSearching = true;
    try {
      const groups = term.trim() === '' ? [] : await findGroups(term);
      if (term === this.searchedTerm) this.groups = groups;
    } catch (error) {
      if (term === this.searchedTerm) this.errorText = messageOf(error);
    }
    this.isSearching = false;
  }
}

async function findGroups(term: string): Promise<GroupView[]> {
  const { searchRecords } = await request<{ readonly searchRecords: readonly FoundRecord[] }>(
    `${API}/parameterizedSearch${queryString({ q: term })}`,
  );
  const byObject = Map.groupBy(searchRecords, ({ attributes }) => attributes.type);
  return Promise.all([...byObject].map(([object, found]) => groupOf(object, found.slice(0, MAX_RECORDS))));
}

async function groupOf(object: string, found: readonly FoundRecord[]): Promise<GroupView> {
  const ids = found.map(({ Id }) => Id).join(',');
  const query = queryString({ layoutTypes: 'Compact', modes: 'View' });
  const [objectInfo, { results }] = await Promise.all([
    request<ObjectInfoRepresentation>(`${UI_API}/object-info/${object}`),
    request<{ readonly results: readonly { readonly result: RecordRepresentation }[] }>(
      `${UI_API}/records/batch/${ids}${query}`,
    ),
  ]);
  return {
    object,
    label: objectInfo.labelPlural,
    records: results.map(({ result }) => resultOf(result, objectInfo)),
  };
}

function resultOf(
  { id, fields, apiName }: RecordRepresentation,
  objectInfo: ObjectInfoRepresentation,
): ResultView {
  const { nameFields } = objectInfo;
  const nameField = nameFields.includes('Name') ? 'Name' : (nameFields[0] ?? 'Name');
  const text = (name: string): string => String(fields[name]?.displayValue ?? fields[name]?.value ?? '');
  const details = Object.keys(fields).filter(
    (name) =>
      name !== nameField &&
      name !== 'Id' &&
      typeof fields[name]?.value !== 'object' &&
      objectInfo.fields[name]?.dataType !== 'Reference' &&
      text(name) !== '',
  );
  return {
    id,
    url: `/lightning/r/${apiName}/${id}/view`,
    name: text(nameField) || id,
    detail: details.slice(0, MAX_DETAILS).map(text).join(' · '),
  };
}
