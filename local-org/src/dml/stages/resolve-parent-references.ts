import type { RecordValues } from '../../core';
import type { Field, SObjectType } from '../../schema';
import type { SaveChunk } from '../save-chunk';
import { saveErrors } from '../save-errors';
import type { SaveRecord } from '../save-record';

/** A parent given by external id: `{ Account: { External_Id__c: 'A-1' } }`. */
export interface ParentReference {
  readonly record: SaveRecord;
  /** The reference field to fill. */
  readonly field: Field;
  readonly value: unknown;
}

interface Search {
  readonly target: SObjectType;
  readonly key: Field;
  readonly wanted: { readonly reference: ParentReference; readonly value: string }[];
}

/**
 * Fills reference fields from the parents' external ids, one statement per parent object and key field.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
export function resolveParentReferences(chunk: SaveChunk, references: readonly ParentReference[]): void {
  const searches = new Map<string, Search>();
  for (const reference of references) addSearch(chunk, reference, searches);
  for (const search of searches.values()) resolve(chunk, search);
}

function addSearch(chunk: SaveChunk, reference: ParentReference, searches: Map<string, Search>): void {
  const { record, field, value } = reference;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    record.fail(saveErrors.notDeserializable('reference', 'VALUE_STRING', String(value)));
    return;
  }
  const entries = Object.entries(value);
  const target = targetOf(chunk, field, (value as { attributes?: { type?: unknown } }).attributes?.type);
  const [name, key] = entries.find(([entryName]) => entryName !== 'attributes') ?? [];
  const keyField = name === undefined ? undefined : target?.field(name);
  if (!target || !keyField) {
    record.fail(
      saveErrors.unknownField(
        name ?? field.relationship?.relationshipName ?? field.name,
        target?.name ?? chunk.type.name,
      ),
    );
    return;
  }
  const id = `${target.name}.${keyField.name}`;
  const search = searches.get(id) ?? { target, key: keyField, wanted: [] };
  searches.set(id, search);
  search.wanted.push({ reference, value: String(key) });
}

function targetOf(chunk: SaveChunk, field: Field, typeName: unknown): SObjectType | undefined {
  const targets = field.relationship?.referenceTo ?? [];
  const schema = chunk.services.schema();
  if (typeof typeName !== 'string') return schema.find(targets[0] ?? '');
  return targets.some((target) => target.toLowerCase() === typeName.toLowerCase())
    ? schema.find(typeName)
    : undefined;
}

function resolve(chunk: SaveChunk, { target, key, wanted }: Search): void {
  const normalize = (value: unknown): string =>
    key.caseSensitive ? String(value) : String(value).toLowerCase();
  const rows = chunk.services.store.findBy(
    target,
    key,
    wanted.map(({ value }) => value),
  );
  const byKey = new Map<string, RecordValues[]>();
  for (const row of rows) {
    if (row['IsDeleted'] === true) continue;
    const value = normalize(row[key.name]);
    byKey.set(value, [...(byKey.get(value) ?? []), row]);
  }
  for (const { reference, value } of wanted) {
    const [found, ...others] = byKey.get(normalize(value)) ?? [];
    if (!found) reference.record.fail(saveErrors.externalIdNotFound(value, key.name, target.name));
    else if (others.length > 0) {
      reference.record.fail(
        saveErrors.externalIdAmbiguous(
          key,
          [found, ...others].map((row) => String(row['Id'])),
        ),
      );
    } else {
      reference.record.values[reference.field.name] = found['Id'] ?? null;
      reference.record.assigned.add(reference.field.name);
    }
  }
}
