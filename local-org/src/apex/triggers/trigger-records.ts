import type { FieldValue, RecordValues } from '../../core';
import type { AutomationBatch, AutomationRecord } from '../../execution';
import type { SObjectType } from '../../schema';
import type { ApexRuntime } from '../runtime/apex-runtime';
import { toApexValue, toFieldValue } from '../runtime/data/field-values';
import { ApexList } from '../runtime/values/apex-list';
import { ApexMap } from '../runtime/values/apex-map';
import { ApexSObject, type RecordHost } from '../runtime/values/apex-sobject';
import type { ApexValue } from '../runtime/values/apex-value';

/** Computes a formula field of a record as it stands: `(values, prior) => value`. */
export type FormulaReader = (fieldName: string, values: RecordValues) => FieldValue;

/** The records of a batch as a trigger sees them. */
export class TriggerRecords {
  private readonly given: ApexValue[][] = [];

  constructor(
    private readonly runtime: ApexRuntime,
    private readonly type: SObjectType,
    private readonly batch: AutomationBatch,
    private readonly readFormula: FormulaReader,
  ) {}

  /** `Trigger.new`. In before triggers its fields may be set. */
  newList(writable: boolean): ApexList {
    return this.list(
      this.batch.records,
      (record) => record.values,
      (made, record) => {
        made.host = this.hostOf(record);
        made.readOnly = !writable;
      },
    );
  }

  /** `Trigger.old`, which nothing may change; in deletes its records take errors. */
  oldList(): ApexList {
    return this.list(
      this.batch.records,
      (record) => record.prior ?? record.values,
      (made, record) => {
        made.host = this.hostOf(record);
        made.readOnly = true;
      },
    );
  }

  /** The records of a list by their ids. */
  mapOf(list: ApexList): ApexMap {
    const { types } = this.runtime;
    const element = types.sobjectType(this.type.name) ?? types.sobject;
    const map = new ApexMap(types.map(types.platform('Id'), element));
    for (const record of list.items as ApexSObject[]) map.put(this.runtime, record.id, record);
    return map;
  }

  /** Puts what the trigger changed into the records of the save. */
  writeBack(list: ApexList): void {
    const fields = this.storedFields();
    list.items.forEach((item, position) => {
      const record = this.batch.records[position];
      const made = item as ApexSObject;
      const before = this.given[position];
      if (!record || !before) return;
      fields.forEach((field, index) => {
        const value = made.peek(field.name) ?? null;
        if (value === (before[index] ?? null)) return;
        record.values[field.name] = toFieldValue(this.runtime, value);
      });
      for (const [relationshipName, parent] of made.parentEntries()) {
        const field = this.type.parentField(relationshipName);
        if (field && parent?.id && made.peek(field.name) === null) record.values[field.name] = parent.id;
      }
    });
  }

  private storedFields(): SObjectType['fields'] {
    return this.type.fields.filter((field) => !field.formula);
  }

  private list(
    records: readonly AutomationRecord[],
    valuesOf: (record: AutomationRecord) => Readonly<RecordValues>,
    prepare: (made: ApexSObject, record: AutomationRecord) => void,
  ): ApexList {
    const { types } = this.runtime;
    const list = new ApexList(types.list(types.sobjectType(this.type.name) ?? types.sobject));
    const fields = this.storedFields();
    records.forEach((record, position) => {
      const made = ApexSObject.create(this.runtime, this.type.name);
      const values = valuesOf(record);
      const loaded = fields.map((field) => {
        const value = toApexValue(this.runtime, field, values[field.name]);
        if (value !== null || field.name !== 'Id') made.load(field.name, value);
        return value;
      });
      if (record.id !== null) made.load('Id', record.id);
      this.given[position] = loaded;
      prepare(made, record);
      list.items.push(made);
    });
    return list;
  }

  private hostOf(record: AutomationRecord): RecordHost {
    return {
      addError: (message, fieldName) => {
        record.addError(message, fieldName ?? undefined);
      },
      formula: (made, fieldName) => {
        const field = this.type.field(fieldName);
        if (!field) return null;
        const values: RecordValues = { ...record.values };
        for (const [name, value] of made.entries()) values[name] = toFieldValue(this.runtime, value);
        return toApexValue(this.runtime, field, this.readFormula(field.name, values));
      },
    };
  }
}
