import { changedObjectName, changeEventDefinition, hasChangeEvents } from './custom/change-event-object';
import { withOpenReferences } from './open-references';
import { SObjectType } from './sobject-type';
import type { ChildRelationship, SObjectDefinition } from './types';

/**
 * All objects of an org at one moment. Immutable: a deploy builds another schema and swaps it in.
 * Caches may therefore be keyed by the schema's identity.
 */
export class Schema {
  private readonly typesByName: ReadonlyMap<string, SObjectType>;
  private readonly typesByKeyPrefix: ReadonlyMap<string, SObjectType>;
  private readonly changeEvents = new Map<string, SObjectType>();

  constructor(private readonly definitions: readonly SObjectDefinition[]) {
    const opened = withOpenReferences(definitions);
    const children = childRelationshipsByParent(opened);
    const types = opened.map(
      (definition) => new SObjectType(definition, children.get(definition.name.toLowerCase()) ?? []),
    );
    this.typesByName = new Map(types.map((type) => [type.name.toLowerCase(), type]));
    this.typesByKeyPrefix = new Map(
      types.flatMap((type): [string, SObjectType][] =>
        type.definition.keyPrefix ? [[type.definition.keyPrefix, type]] : [],
      ),
    );
  }

  /** The object of that name in any case, change events of objects included; undefined when there is none. */
  find(name: string): SObjectType | undefined {
    const key = name.toLowerCase();
    return this.typesByName.get(key) ?? this.changeEvent(key);
  }

  /** Change events follow from their objects, and are made when first asked for. They are not among {@link all}. */
  private changeEvent(key: string): SObjectType | undefined {
    const known = this.changeEvents.get(key);
    if (known) return known;
    const { definition } = this.typesByName.get(changedObjectName(key) ?? '') ?? {};
    if (!definition || !hasChangeEvents(definition)) return undefined;
    const type = new SObjectType(changeEventDefinition(definition), []);
    this.changeEvents.set(key, type);
    return type;
  }

  /** The object that an id belongs to. */
  findByKeyPrefix(keyPrefix: string): SObjectType | undefined {
    return this.typesByKeyPrefix.get(keyPrefix);
  }

  /** A schema in which these objects replace those of the same name, or are added. */
  withObjects(definitions: readonly SObjectDefinition[]): Schema {
    const replaced = new Map(
      this.definitions.map((definition) => [definition.name.toLowerCase(), definition]),
    );
    for (const definition of definitions) replaced.set(definition.name.toLowerCase(), definition);
    return new Schema([...replaced.values()]);
  }

  all(): Iterable<SObjectType> {
    return this.typesByName.values();
  }
}

function childRelationshipsByParent(
  definitions: readonly SObjectDefinition[],
): Map<string, ChildRelationship[]> {
  const children = new Map<string, ChildRelationship[]>();
  for (const definition of definitions) {
    for (const field of definition.fields) {
      for (const parent of field.relationship?.referenceTo ?? []) {
        const list = children.get(parent.toLowerCase()) ?? [];
        list.push({
          childObject: definition.name,
          field: field.name,
          relationshipName: field.relationship?.childRelationshipName ?? null,
          onDelete: field.relationship?.onDelete ?? 'SetNull',
        });
        children.set(parent.toLowerCase(), list);
      }
    }
  }
  return children;
}
