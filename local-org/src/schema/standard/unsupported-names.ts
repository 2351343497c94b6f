import { readGenerated } from './read-generated';

/** Standard names that this schema lacks, in their generated file: names stand side by side in longer texts. */
interface CompactUnsupportedNames {
  readonly objects: readonly string[];
  readonly childRelationships: readonly string[];
  /** By object. */
  readonly fields: Readonly<Record<string, string>>;
}

interface UnsupportedNames {
  /** Lower case, as all names here. */
  readonly objects: ReadonlySet<string>;
  readonly childRelationships: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

let cache: UnsupportedNames | undefined;

function unsupportedNames(): UnsupportedNames {
  if (!cache) {
    const compact = readGenerated<CompactUnsupportedNames>('unsupported-names.json');
    cache = {
      objects: namesIn(...compact.objects),
      childRelationships: namesIn(...compact.childRelationships),
      fields: new Map(
        Object.entries(compact.fields).map(([object, fields]) => [object.toLowerCase(), namesIn(fields)]),
      ),
    };
  }
  return cache;
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

/** Whether a name is that of a child relationship to an object that this schema lacks: `LiveChatTranscripts`. */
export function isUnsupportedChildRelationship(name: string): boolean {
  return unsupportedNames().childRelationships.has(name.toLowerCase());
}
