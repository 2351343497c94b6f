import { datetimeToEpochMs, keyPrefixOf, type FieldValue } from '../../../core';
import type { CompoundValue, ResultRecord, ResultValue } from '../../../query';
import { MASTER_RECORD_TYPE_ID, type SObjectType } from '../../../schema';
import { describeFor } from '../object-info/object-info';
import {
  hasRecordTypes,
  recordTypeInfosOf,
  type RecordTypeInfoRepresentation,
} from '../object-info/record-type-info';
import type { UiRequest } from '../request/ui-request';
import { displaySettings } from '../values/display-settings';
import { etagOf } from '../values/etag';
import {
  fieldValueOf,
  isoInstant,
  type DisplaySettings,
  type FieldValueRepresentation,
} from '../values/field-value';
import type { FieldTree } from './field-tree';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, unknown>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  /** Null before the record is created. */
  readonly id: string | null;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: RecordTypeInfoRepresentation | null;
  readonly systemModstamp: string | null;
  /** Grows with every change: the milliseconds of the last one; 0 when that is unknown. */
  readonly weakEtag: number;
}

/** Writes query rows as records of the User Interface API. Record types are looked up once per object. */
export class RecordRepresenter {
  private readonly settings: DisplaySettings;
  private readonly recordTypes = new Map<string, Readonly<Record<string, RecordTypeInfoRepresentation>>>();

  constructor(private readonly ui: UiRequest) {
    this.settings = displaySettings(ui);
  }

  /** @param childRelationships lists of children by relationship name, already written */
  record(
    row: ResultRecord,
    tree: FieldTree,
    childRelationships: Readonly<Record<string, unknown>> = {},
  ): RecordRepresentation {
    const type = this.typeOf(row, tree);
    const fields = this.fields(row, tree);
    const text = (name: string): string | null => (row.fields[name] as string | null | undefined) ?? null;
    const modified = text('LastModifiedDate');
    const modstamp = text('SystemModstamp') ?? modified;
    const recordTypeId = this.recordTypeId(row, type);
    return {
      apiName: type.name,
      childRelationships,
      eTag: etagOf(fields),
      fields,
      id: row.id,
      lastModifiedById: text('LastModifiedById'),
      lastModifiedDate: modified && isoInstant(modified),
      recordTypeId,
      recordTypeInfo: this.recordTypeInfo(type, recordTypeId),
      systemModstamp: modstamp && isoInstant(modstamp),
      weakEtag: modstamp === null ? 0 : datetimeToEpochMs(modstamp),
    };
  }

  /** Fields in alphabetical order, parents among them. */
  private fields(row: ResultRecord, tree: FieldTree): Record<string, FieldValueRepresentation> {
    const values = new Map<string, FieldValueRepresentation>();
    for (const [name, field] of tree.fields) {
      const value = row.fields[name] ?? null;
      values.set(
        name,
        isCompound(value)
          ? { displayValue: null, value: compoundOf(value) }
          : fieldValueOf(field, value as FieldValue, this.settings),
      );
    }
    for (const [name, { tree: parent }] of tree.parents)
      values.set(name, this.parent(row.fields[name], parent));
    return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private parent(value: ResultValue | undefined, tree: FieldTree): FieldValueRepresentation {
    if (typeof value !== 'object' || value === null || !('fields' in value) || value.id === null) {
      return { displayValue: null, value: null };
    }
    const name = value.fields[tree.type.nameField?.name ?? ''];
    return { displayValue: typeof name === 'string' ? name : null, value: this.record(value, tree) };
  }

  /** The object itself, where a reference may point to several. */
  private typeOf(row: ResultRecord, tree: FieldTree): SObjectType {
    if (row.id === null || tree.type.definition.keyPrefix !== null) return tree.type;
    return this.ui.deps.org.schema().findByKeyPrefix(keyPrefixOf(row.id)) ?? tree.type;
  }

  private recordTypeId(row: ResultRecord, type: SObjectType): string | null {
    if (!hasRecordTypes(type)) return null;
    return (row.fields['RecordTypeId'] as string | null | undefined) ?? MASTER_RECORD_TYPE_ID;
  }

  /** Null for the master record type. */
  private recordTypeInfo(type: SObjectType, id: string | null): RecordTypeInfoRepresentation | null {
    if (id === null || id === MASTER_RECORD_TYPE_ID) return null;
    let infos = this.recordTypes.get(type.name);
    if (!infos) this.recordTypes.set(type.name, (infos = recordTypeInfosOf(describeFor(this.ui, type)).byId));
    return infos[id] ?? null;
  }
}

function isCompound(value: ResultValue): value is CompoundValue {
  return typeof value === 'object' && value !== null && 'compound' in value;
}

/** An address or location; null when all its parts are. */
function compoundOf({ compound }: CompoundValue): unknown {
  return Object.values(compound).every((part) => part === null) ? null : compound;
}
