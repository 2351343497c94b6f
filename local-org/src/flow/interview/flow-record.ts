import { keyPrefixOf, type FieldValue, type RecordValues } from '../../core';
import type { FormulaSession } from '../../execution';
import type { Field, SObjectType } from '../../schema';

/**
 * A record in a flow. Fields that nobody loaded are read from the store when they are first asked for, formula
 * fields and parents likewise.
 */
export class FlowRecord {
  /** Fields that the flow gave a value, by canonical name. */
  readonly assigned = new Set<string>();

  constructor(
    readonly type: SObjectType,
    /** Loaded and assigned fields by canonical name. */
    readonly values: RecordValues,
  ) {}

  get id(): string | null {
    const id = this.values['Id'];
    return typeof id === 'string' ? id : null;
  }

  /** A field's value; null when it has none or there is no such field. */
  get(fieldName: string, session: FormulaSession): FieldValue {
    const known = this.values[fieldName];
    if (known !== undefined) return known;
    const field = this.type.field(fieldName);
    if (!field) return null;
    const value = this.values[field.name];
    if (value !== undefined) return value;
    if (field.formula) return session.record(this.type, this.completed(session)).get(field.name);
    return this.stored(session)?.[field.name] ?? (field.type === 'boolean' ? false : null);
  }

  /** The record behind a relationship, or null when the lookup is empty. */
  parent(relationshipName: string, session: FormulaSession): FlowRecord | null {
    const [name = '', wanted] = relationshipName.split(':');
    const field = this.type.parentField(name);
    const id = field ? this.get(field.name, session) : null;
    if (!field || typeof id !== 'string') return null;
    const type = targetOf(field, id, session);
    if (!type || (wanted !== undefined && type.name !== (wanted === 'Queue' ? 'Group' : wanted))) return null;
    const row = session.load(type, id);
    return row ? new FlowRecord(type, { ...row }) : null;
  }

  /** Gives a field a value, already converted. */
  set(field: Field, value: FieldValue): void {
    this.values[field.name] = value === '' ? null : value;
    this.assigned.add(field.name);
  }

  copy(): FlowRecord {
    const copy = new FlowRecord(this.type, { ...this.values });
    for (const name of this.assigned) copy.assigned.add(name);
    return copy;
  }

  private completed(session: FormulaSession): RecordValues {
    return { ...this.stored(session), ...this.values };
  }

  private stored(session: FormulaSession): RecordValues | undefined {
    return this.id === null ? undefined : session.load(this.type, this.id);
  }
}

function targetOf(field: Field, id: string, session: FormulaSession): SObjectType | undefined {
  const [only = ''] = field.relationship?.referenceTo ?? [];
  return session.schema.findByKeyPrefix(keyPrefixOf(id)) ?? session.schema.find(only);
}
