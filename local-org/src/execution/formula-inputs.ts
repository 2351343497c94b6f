import type { CompiledFormula } from '../formula';
import type { Field, Schema, SObjectType } from '../schema';
import { isStored } from '../storage';

/** From a record to the one behind a lookup of it. */
export interface ParentStep {
  readonly reference: Field;
  readonly parent: SObjectType;
}

/** A stored field of the record that has the formula (no steps), or of a record behind its lookups. */
export interface FormulaInput {
  readonly steps: readonly ParentStep[];
  readonly field: Field;
}

/** Where the values of one record are among the inputs: its fields, and the records behind its lookups. */
export interface RecordInputs {
  readonly type: SObjectType;
  readonly steps: readonly ParentStep[];
  /** Position of `Id`: null stands there when there is no such record. */
  readonly idPosition: number;
  /** By canonical name. */
  readonly fields: ReadonlyMap<string, { readonly field: Field; readonly position: number }>;
  /** By relationship name. */
  readonly parents: ReadonlyMap<string, RecordInputs>;
}

/**
 * The stored values that a formula field is computed from, through other formulas too: who reads many records hands
 * them over with each, so that none has to be looked up again.
 */
export interface FormulaInputs {
  readonly field: Field;
  readonly record: RecordInputs;
  /** In the order in which the values are handed over. */
  readonly list: readonly FormulaInput[];
}

/** Most values handed over for one record; SQLite takes 127 arguments. What is beyond is read when it is asked for. */
const MAX_INPUTS = 100;

/** `$RecordType` looks at the record, though no path of the formula does. */
const READS_RECORD_TYPE = /\$RecordType\b/i;

/** What is asked about formula fields to find what they read. */
export interface FormulaInputsSource {
  readonly schema: Schema;
  formulaOf(type: SObjectType, field: Field): CompiledFormula;
}

/** Finds the inputs of a formula field. */
export function formulaInputs(source: FormulaInputsSource, type: SObjectType, field: Field): FormulaInputs {
  const collector = new InputCollector(source);
  const record = collector.newRecord(type, []);
  collector.addFormula(record, field);
  return { field, record, list: collector.list };
}

interface GrowingInputs extends RecordInputs {
  readonly fields: Map<string, { readonly field: Field; readonly position: number }>;
  readonly parents: Map<string, GrowingInputs>;
  /** Formula fields that were looked into. */
  readonly formulas: Set<string>;
}

class InputCollector {
  readonly list: FormulaInput[] = [];

  constructor(private readonly source: FormulaInputsSource) {}

  newRecord(type: SObjectType, steps: readonly ParentStep[]): GrowingInputs {
    const record: GrowingInputs = {
      type,
      steps,
      idPosition: this.list.length,
      fields: new Map(),
      parents: new Map(),
      formulas: new Set(),
    };
    this.addField(record, type.field('Id'));
    return record;
  }

  addFormula(record: GrowingInputs, field: Field): void {
    if (record.formulas.has(field.name)) return;
    record.formulas.add(field.name);
    if (READS_RECORD_TYPE.test(field.formula?.expression ?? ''))
      this.addField(record, record.type.field('RecordTypeId'));
    for (const path of this.source.formulaOf(record.type, field).references) this.addPath(record, path);
  }

  private addPath(start: GrowingInputs, path: readonly string[]): void {
    let record: GrowingInputs | undefined = start;
    for (const relationshipName of path.slice(0, -1)) {
      record = this.parent(record, relationshipName);
      if (!record) return;
    }
    const field = record.type.field(path.at(-1) ?? '');
    if (!field) return;
    if (field.formula) this.addFormula(record, field);
    else if (field.type === 'location') this.addLocation(record, field);
    else this.addField(record, field);
  }

  /** The record behind a lookup. One of several kinds is read by its id, which is the input then. */
  private parent(record: GrowingInputs, relationshipName: string): GrowingInputs | undefined {
    const known = record.parents.get(relationshipName);
    if (known) return known;
    const reference = record.type.parentField(relationshipName);
    if (!reference) return undefined;
    const [target = '', ...others] = reference.relationship?.referenceTo ?? [];
    const parent = others.length === 0 ? this.source.schema.find(target) : undefined;
    if (!parent || !isStored(reference) || this.list.length >= MAX_INPUTS) {
      this.addField(record, reference);
      return undefined;
    }
    const created = this.newRecord(parent, [...record.steps, { reference, parent }]);
    record.parents.set(relationshipName, created);
    return created;
  }

  private addLocation(record: GrowingInputs, field: Field): void {
    const stem = field.name.replace(/__c$/i, '');
    for (const part of ['Latitude', 'Longitude'])
      this.addField(record, record.type.field(`${stem}__${part}__s`));
  }

  private addField({ fields, steps }: GrowingInputs, field: Field | undefined): void {
    if (!field || !isStored(field) || fields.has(field.name) || this.list.length >= MAX_INPUTS) return;
    fields.set(field.name, { field, position: this.list.length });
    this.list.push({ steps, field });
  }
}
