import type { ChildRelationship, Field, SObjectDefinition } from './types';

/** An object of a schema: its definition, plus look-ups by name. Names are case-insensitive everywhere. */
export class SObjectType {
  readonly name: string;
  readonly fields: readonly Field[];
  private fieldsByName: ReadonlyMap<string, Field> | undefined;
  private parentsByRelationshipName: ReadonlyMap<string, Field> | undefined;
  private childrenByName: ReadonlyMap<string, ChildRelationship> | undefined;

  constructor(
    readonly definition: SObjectDefinition,
    readonly childRelationships: readonly ChildRelationship[],
  ) {
    this.name = definition.name;
    this.fields = definition.fields;
  }

  field(name: string): Field | undefined {
    this.fieldsByName ??= byName(this.fields, (field) => field.name);
    return this.fieldsByName.get(name) ?? this.fieldsByName.get(name.toLowerCase());
  }

  /** The reference field behind a parent path: `Account` gives AccountId. */
  parentField(relationshipName: string): Field | undefined {
    this.parentsByRelationshipName ??= byName(
      this.fields,
      (field) => field.relationship?.relationshipName ?? null,
    );
    return (
      this.parentsByRelationshipName.get(relationshipName) ??
      this.parentsByRelationshipName.get(relationshipName.toLowerCase())
    );
  }

  childRelationship(relationshipName: string): ChildRelationship | undefined {
    this.childrenByName ??= byName(this.childRelationships, (child) => child.relationshipName);
    return (
      this.childrenByName.get(relationshipName) ?? this.childrenByName.get(relationshipName.toLowerCase())
    );
  }

  /** The field that names a record (`Name`, `CaseNumber`, `Subject`), if it has one. */
  get nameField(): Field | undefined {
    return this.fields.find((field) => field.nameField);
  }
}

/**
 * Items by name in lower case and as it is written, which is how it is nearly always asked for; items without a name are
 * left out. Built on first use: most objects are never asked.
 */
function byName<T>(items: readonly T[], nameOf: (item: T) => string | null): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== null) map.set(name, item).set(name.toLowerCase(), item);
  }
  return map;
}
