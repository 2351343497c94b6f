import { keyPrefixOf, type FieldValue, type RecordValues } from '../core';
import type { FormulaEnvironment, FormulaRecord } from '../formula';
import type { Field, SObjectType } from '../schema';
import { fromSql, type SqlValue } from '../storage';
import type { RecordInputs } from './formula-inputs';
import type { FormulaSession } from './formula-session';

/** A record as formulas read it: formula fields are computed, and parents read, when first asked for. */
abstract class SessionFormulaRecord implements FormulaRecord {
  private computed: Map<string, FieldValue> | undefined;
  private parents: Map<string, FormulaRecord | null> | undefined;
  private environment: FormulaEnvironment | undefined;

  constructor(
    protected readonly session: FormulaSession,
    protected readonly type: SObjectType,
  ) {}

  get objectName(): string {
    return this.type.name;
  }

  abstract get(fieldName: string): FieldValue;

  /** @param relationshipName `Account`, `Thing__r`, or with a type: `Owner:User` */
  parent(relationshipName: string): FormulaRecord | null {
    this.parents ??= new Map();
    let parent = this.parents.get(relationshipName);
    if (parent === undefined)
      this.parents.set(relationshipName, (parent = this.readParent(relationshipName)));
    return parent;
  }

  protected compute(field: Field): FieldValue {
    this.computed ??= new Map();
    const known = this.computed.get(field.name);
    if (known !== undefined) return known;
    // A formula that reads itself through others finds null instead of recursing for ever.
    this.computed.set(field.name, null);
    this.environment ??= this.session.environment(this, null, false);
    const value = this.session.formulaFieldValue(this.type, field, this.environment);
    this.computed.set(field.name, value);
    return value;
  }

  protected readParent(relationshipName: string): FormulaRecord | null {
    const [name = '', wantedType] = relationshipName.split(':');
    const field = this.type.parentField(name);
    const id = field && this.get(field.name);
    if (!field || typeof id !== 'string') return null;
    const type = this.session.schema.findByKeyPrefix(keyPrefixOf(id)) ?? this.onlyTarget(field);
    if (!type || (wantedType && !isOfType(type, wantedType))) return null;
    return this.session.stored(type, id);
  }

  private onlyTarget(field: Field): SObjectType | undefined {
    const [only, ...others] = field.relationship?.referenceTo ?? [];
    return only !== undefined && others.length === 0 ? this.session.schema.find(only) : undefined;
  }
}

/** A record in memory, with all its stored fields. */
export class StoredFormulaRecord extends SessionFormulaRecord {
  constructor(
    session: FormulaSession,
    type: SObjectType,
    private readonly values: Readonly<RecordValues>,
  ) {
    super(session, type);
  }

  get(fieldName: string): FieldValue {
    const value = this.values[fieldName];
    if (value !== undefined) return value;
    const field = this.type.field(fieldName);
    if (!field) return null;
    return field.formula
      ? this.compute(field)
      : (this.values[field.name] ?? (field.type === 'boolean' ? false : null));
  }
}

/** A record of which the inputs of a formula were read; should the formula ask for more, the rest is read too. */
export class InputFormulaRecord extends SessionFormulaRecord {
  /** @param values the inputs as they are stored, in their order */
  constructor(
    session: FormulaSession,
    private readonly inputs: RecordInputs,
    private readonly values: readonly SqlValue[],
  ) {
    super(session, inputs.type);
  }

  get(fieldName: string): FieldValue {
    const input = this.inputs.fields.get(fieldName);
    if (input) return fromSql(input.field, this.values[input.position] ?? null);
    const field = this.type.field(fieldName);
    if (!field) return null;
    return field.formula ? this.compute(field) : (this.whole()?.get(field.name) ?? null);
  }

  protected override readParent(relationshipName: string): FormulaRecord | null {
    const parent = this.inputs.parents.get(relationshipName);
    if (!parent) return super.readParent(relationshipName);
    if ((this.values[parent.idPosition] ?? null) === null) return null;
    return new InputFormulaRecord(this.session, parent, this.values);
  }

  private whole(): FormulaRecord | null {
    return this.session.stored(this.type, String(this.values[this.inputs.idPosition]));
  }
}

/** Queues are rows of Group: `Owner:Queue` reads one. */
function isOfType(type: SObjectType, wanted: string): boolean {
  return type.name === (wanted === 'Queue' ? 'Group' : wanted);
}
