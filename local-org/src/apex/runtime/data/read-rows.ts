import type { FieldValue } from '../../../core';
import type { ResultRecord, ResultValue } from '../../../query';
import type { Field, SObjectType } from '../../../schema';
import type { ApexRuntime } from '../apex-runtime';
import { ApexList } from '../values/apex-list';
import { ApexSObject } from '../values/apex-sobject';
import type { ApexValue } from '../values/apex-value';
import { toApexValue } from './field-values';

/** Turns rows of the query engine into records. One reader per query: it looks names up once. */
export class RowReader {
  private readonly setters = new Map<SObjectType, Map<string, Setter>>();

  constructor(private readonly runtime: ApexRuntime) {}

  /** The records of a query, as a list of the object's type. */
  list(objectName: string, rows: readonly ResultRecord[]): ApexList {
    const { types } = this.runtime;
    const list = new ApexList(types.list(types.sobjectType(objectName) ?? types.sobject));
    for (const row of rows) list.items.push(this.record(row));
    return list;
  }

  record(row: ResultRecord): ApexSObject {
    const record = ApexSObject.create(this.runtime, row.type);
    const { objectType } = record;
    if (!objectType) return record;
    const setters = this.settersOf(objectType);
    for (const [name, value] of Object.entries(row.fields)) {
      let setter = setters.get(name);
      if (!setter) setters.set(name, (setter = setterOf(objectType, name)));
      setter(this, record, value);
    }
    if (row.id !== null) record.load('Id', row.id);
    record.queried = true;
    return record;
  }

  plain(field: Field, value: FieldValue): ApexValue {
    return toApexValue(this.runtime, field, value);
  }

  private settersOf(type: SObjectType): Map<string, Setter> {
    let setters = this.setters.get(type);
    if (!setters) this.setters.set(type, (setters = new Map()));
    return setters;
  }
}

type Setter = (reader: RowReader, record: ApexSObject, value: ResultValue) => void;

/** What a column of a row sets: a field, the parent of a relationship, or a child list. */
function setterOf(type: SObjectType, name: string): Setter {
  const field = type.field(name);
  if (field) {
    return (reader, record, value) => {
      if (isPlain(value)) record.load(field.name, reader.plain(field, value));
    };
  }
  const parent = type.parentField(name)?.relationship?.relationshipName;
  if (parent) {
    return (reader, record, value) => {
      record.loadParent(parent, value === null ? null : reader.record(value as ResultRecord));
    };
  }
  const child = type.childRelationship(name);
  const relationshipName = child?.relationshipName ?? name;
  return (reader, record, value) => {
    const rows = value !== null && typeof value === 'object' && 'records' in value ? value.records : [];
    record.loadChildren(relationshipName, reader.list(child?.childObject ?? name, rows));
  };
}

function isPlain(value: ResultValue): value is FieldValue {
  return value === null || typeof value !== 'object';
}
