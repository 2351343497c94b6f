import { readGenerated } from './read-generated';

/** Standard names that this schema lacks, in their generated file: names stand side by side in longer texts. */
interface CompactUnsupportedNames {
  readonly objects: readonly string[];
  /** By parent. */
  readonly childRelationships: Readonly<Record<string, string>>;
  /** By object. */
  readonly fields: Readonly<Record<string, string>>;
}

interface UnsupportedNames {
  /** Lower case, as all names here. */
  readonly objects: ReadonlySet<string>;
  readonly childRelationships: ReadonlyMap<string, ReadonlySet<string>>;
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

let cache: UnsupportedNames | undefined;

function unsupportedNames(): UnsupportedNames {
  if (!cache) {
    const compact = readGenerated<CompactUnsupportedNames>('unsupported-names.json');
    cache = {
      objects: namesIn(...compact.objects),
      childRelationships: namesByObject(compact.childRelationships),
      fields: namesByObject(compact.fields),
    };
  }
  return cache;
}

function namesByObject(texts: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(texts).map(([object, text]) => [object.toLowerCase(), namesIn(text)]));
}

function namesIn(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().split(' ')));
}

/** Objects that stand beside another one, and are not listed by themselves: `LiveChatTranscriptFeed`. */
const ASSOCIATE = /(changeevent|feed|history|ownersharingrule|share)$/;

/**
 * Whether the platform has a standard object of a name that this schema lacks: `ContentDistribution`. Features decide
 * which of them a real org has.
 */
export function isUnsupportedObject(name: string): boolean {
  const key = name.toLowerCase();
  const { objects } = unsupportedNames();
  return objects.has(key) || objects.has(key.replace(ASSOCIATE, ''));
}

/** Whether a standard object has a field, or a relationship to a parent, on the platform but not in this schema. */
export function isUnsupportedField(objectName: string, name: string): boolean {
  const fields = unsupportedNames().fields.get(objectName.toLowerCase());
  const key = name.toLowerCase();
  return fields !== undefined && (fields.has(key) || fields.has(`${key}id`));
}

/** Whether a standard object has, on the platform, a child relationship to an object that this schema lacks. */
export function isUnsupportedChildRelationship(objectName: string, name: string): boolean {
  return (
    unsupportedNames().childRelationships.get(objectName.toLowerCase())?.has(name.toLowerCase()) === true
  );
}
