/** The part of a field's describe that checks and comparisons use. */
export interface FieldFacts {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly { readonly value: string; readonly active: boolean }[];
  readonly relationshipName: string | null;
}

/** Fields of an object by name and by relationship name, without regard to case. */
export class FieldIndex {
  private readonly byName = new Map<string, FieldFacts>();

  constructor(
    readonly object: string,
    readonly fields: readonly FieldFacts[],
  ) {
    for (const field of fields) {
      if (field.relationshipName) this.byName.set(field.relationshipName.toLowerCase(), field);
    }
    for (const field of fields) this.byName.set(field.name.toLowerCase(), field);
  }

  /** The field of that name, or the reference field behind a relationship of that name. */
  find(name: string): FieldFacts | undefined {
    return this.byName.get(name.toLowerCase());
  }
}
