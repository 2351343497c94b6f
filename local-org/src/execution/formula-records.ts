import { keyPrefixOf, type FieldValue, type RecordValues } from '../core';
import type { FormulaRecord } from '../formula';
import type { Field, SObjectType } from '../schema';
import type { FormulaSession } from './formula-session';

/**
 * A record as formulas read it: stored fields from memory, formula fields computed when first asked for,
 * parents read from the store when first asked for.
 */
export class StoredFormulaRecord implements FormulaRecord {
  private computed: Map<string, FieldValue> | undefined;
  private parents: Map<string, FormulaRecord | null> | undefined;

  constructor(
    private readonly session: FormulaSession,
    private readonly type: SObjectType,
    private readonly values: Readonly<RecordValues>,
  ) {}

  get objectName(): string {
    return this.type.name;
  }

  get(fieldName: string): FieldValue {
    const value = this.values[fieldName];
    if (value !== undefined) return value;
    const field = this.type.field(fieldName);
    if (!field) return null;
    return field.formula
      ? this.computeOnce(field)
      : (this.values[field.name] ?? (field.type === 'boolean' ? false : null));
  }

  /** @param relationshipName `Account`, `Thing__r`, or with a type: `Owner:User` */
  parent(relationshipName: string): FormulaRecord | null {
    this.parents ??= new Map();
    let parent = this.parents.get(relationshipName);
    if (parent === undefined)
      this.parents.set(relationshipName, (parent = this.loadParent(relationshipName)));
    return parent;
  }

  private computeOnce(field: Field): FieldValue {
    this.computed ??= new Map();
    const known = this.computed.get(field.name);
    if (known !== undefined) return known;
    // A formula that reads itself through others finds null instead of recursing for ever.
    this.computed.set(field.name, null);
    const value = this.session.formulaFieldValue(this.type, field, this);
    this.computed.set(field.name, value);
    return value;
  }

  private loadParent(relationshipName: string): FormulaRecord | null {
    const [name = '', wantedType] = relationshipName.split(':');
    const field = this.type.parentField(name);
    const id = field && this.get(field.name);
    if (!field || typeof id !== 'string') return null;
    const type = this.session.schema.findByKeyPrefix(keyPrefixOf(id)) ?? this.onlyTarget(field);
    if (!type || (wantedType && !isOfType(type, wantedType))) return null;
    const values = this.session.load(type, id);
    return values ? new StoredFormulaRecord(this.session, type, values) : null;
  }

  private onlyTarget(field: Field): SObjectType | undefined {
    const [only, ...others] = field.relationship?.referenceTo ?? [];
    return only !== undefined && others.length === 0 ? this.session.schema.find(only) : undefined;
  }
}

/** Queues are rows of Group: `Owner:Queue` reads one. */
function isOfType(type: SObjectType, wanted: string): boolean {
  return type.name === (wanted === 'Queue' ? 'Group' : wanted);
}
