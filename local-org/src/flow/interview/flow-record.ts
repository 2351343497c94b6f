import { keyPrefixOf, type FieldValue, type RecordValues } from '../../core';
import type { FormulaSession } from '../../execution';
import type { Field, SObjectType } from '../../schema';

const NOTHING_ASSIGNED: ReadonlySet<string> = new Set();

/**
 * A record in a flow. Fields that nobody loaded are read from the store when they are first asked for, formula
 * fields and parents likewise.
 */
export class FlowRecord {
  private names: Set<string> | null = null;
  /** Whether a copy has the same set of names; a loop that fills one record again and again adds none to it. */
  private sharesNames = false;

  /**
   * @param loaded fields by canonical name; what the flow assigns goes into it, unless it is shared
   * @param isShared whether others read the same object, so that the first assignment makes a copy
   */
  constructor(
    readonly type: SObjectType,
    private loaded: RecordValues,
    private isShared = false,
  ) {}

  /** A record as it was stored with an interview. */
  static restored(type: SObjectType, values: RecordValues, assigned: Iterable<string>): FlowRecord {
    const record = new FlowRecord(type, values);
    record.names = new Set(assigned);
    return record;
  }

  /** Loaded and assigned fields by canonical name. */
  get values(): Readonly<RecordValues> {
    return this.loaded;
  }

  /** Fields that the flow gave a value, by canonical name. */
  get assigned(): ReadonlySet<string> {
    return this.names ?? NOTHING_ASSIGNED;
  }

  get id(): string | null {
    const id = this.loaded['Id'];
    return typeof id === 'string' ? id : null;
  }

  /** A field's value; null when it has none or there is no such field. */
  get(fieldName: string, session: FormulaSession): FieldValue {
    const known = this.loaded[fieldName];
    if (known !== undefined) return known;
    const field = this.type.field(fieldName);
    if (!field) return null;
    const value = this.loaded[field.name];
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
    return row ? new FlowRecord(type, row, true) : null;
  }

  /** Gives a field a value, already converted. */
  set(field: Field, value: FieldValue): void {
    this.ownValues()[field.name] = value === '' ? null : value;
    this.noteAssigned(field.name);
  }

  /** Takes the id that its creation gave it. */
  created(id: string): void {
    this.ownValues()['Id'] = id;
  }

  copy(): FlowRecord {
    const copy = new FlowRecord(this.type, this.isShared ? this.loaded : { ...this.loaded }, this.isShared);
    copy.names = this.names;
    copy.sharesNames = this.sharesNames = true;
    return copy;
  }

  private noteAssigned(name: string): void {
    if (this.names?.has(name)) return;
    if (!this.names || this.sharesNames) this.names = new Set(this.names);
    this.sharesNames = false;
    this.names.add(name);
  }

  private ownValues(): RecordValues {
    if (this.isShared) {
      this.loaded = { ...this.loaded };
      this.isShared = false;
    }
    return this.loaded;
  }

  private completed(session: FormulaSession): RecordValues {
    return { ...this.stored(session), ...this.loaded };
  }

  private stored(session: FormulaSession): RecordValues | undefined {
    return this.id === null ? undefined : session.load(this.type, this.id);
  }
}

function targetOf(field: Field, id: string, session: FormulaSession): SObjectType | undefined {
  const [only = ''] = field.relationship?.referenceTo ?? [];
  return session.schema.findByKeyPrefix(keyPrefixOf(id)) ?? session.schema.find(only);
}
