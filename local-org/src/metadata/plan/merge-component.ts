import type { Component, MetadataObject, MetadataValue } from '../component';
import { isMetadataObject, textOf } from '../content-access';

/** Elements that name an entry of a profile, the first present one being its key. */
const ENTRY_KEYS = [
  'field',
  'object',
  'apexClass',
  'apexPage',
  'application',
  'tab',
  'flow',
  'recordType',
  'layout',
  'name',
];

type Merge = (current: Component, incoming: Component) => MetadataObject;

/**
 * Types of which a package may bring a part. All others are replaced as a whole.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_profile.htm
 */
const MERGES: Readonly<Record<string, Merge>> = {
  CustomObject: (current, incoming) => ({ ...current.content, ...incoming.content }),
  CustomLabels: (current, incoming) => ({ ...current.content, ...incoming.content }),
  Profile: mergeProfile,
  Settings: (current, incoming) => mergeSettings(current.content, incoming.content),
};

/** What a component becomes when a package brings it: merged with what is there, or replaced. */
export function mergeComponent(current: Component | undefined, incoming: Component): Component {
  const { type, fullName, fileName, content, files } = incoming;
  const merge = MERGES[type];
  const merged = current && merge ? merge(current, incoming) : content;
  return { type, fullName: current?.fullName ?? fullName, fileName, content: merged, files };
}

function mergeSettings(current: MetadataObject, incoming: MetadataObject): MetadataObject {
  const merged: Record<string, MetadataValue> = { ...current };
  for (const [element, value] of Object.entries(incoming)) {
    const present = merged[element];
    merged[element] =
      isMetadataObject(value) && isMetadataObject(present) ? mergeSettings(present, value) : value;
  }
  return merged;
}

/** Entries with the same key are replaced, others kept. Of record type entries one per object is the default. */
function mergeProfile(current: Component, incoming: Component): MetadataObject {
  const merged: Record<string, MetadataValue> = { ...current.content };
  for (const [element, value] of Object.entries(incoming.content)) {
    const present = merged[element];
    merged[element] =
      Array.isArray(value) && Array.isArray(present)
        ? mergeEntries(present as readonly MetadataValue[], value as readonly MetadataValue[])
        : value;
  }
  return merged;
}

function mergeEntries(
  current: readonly MetadataValue[],
  incoming: readonly MetadataValue[],
): MetadataValue[] {
  const entries = new Map(current.map((entry) => [entryKey(entry), entry]));
  for (const entry of incoming) {
    if (isNewDefault(entry)) clearDefaults(entries, entry as MetadataObject);
    entries.set(entryKey(entry), entry);
  }
  return [...entries.values()];
}

function isNewDefault(entry: MetadataValue): boolean {
  return isMetadataObject(entry) && entry['default'] === true && textOf(entry, 'recordType') !== undefined;
}

function clearDefaults(entries: Map<string, MetadataValue>, newDefault: MetadataObject): void {
  const object = (textOf(newDefault, 'recordType') ?? '').split('.')[0];
  for (const [key, entry] of entries) {
    if (!isMetadataObject(entry) || (textOf(entry, 'recordType') ?? '').split('.')[0] !== object) continue;
    entries.set(key, { ...entry, default: false });
  }
}

function entryKey(entry: MetadataValue): string {
  if (!isMetadataObject(entry)) return JSON.stringify(entry);
  const parts = ENTRY_KEYS.flatMap((name) => textOf(entry, name) ?? []);
  return parts.length > 0 ? parts.slice(0, 2).join('|') : JSON.stringify(entry);
}
