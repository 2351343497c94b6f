import {
  ApexInstance,
  ApexList,
  ApexSObject,
  instanceVariables,
  listOf,
  toApexValue,
  toFieldValue,
  type ApexRuntime,
  type ApexType,
  type ApexValue,
} from '../apex';
import { UnsupportedFeatureError, type FieldValue, type RecordValues } from '../core';
import { FlowRecord, FlowStructure, type FlowDataType, type FlowValue, type FlowValueType } from '../flow';
import type { FieldType } from '../schema';

/** Types of values in flows, and of the fields that hold such values, by the type in Apex. */
const TYPES: Readonly<Record<string, readonly [FlowDataType, FieldType]>> = {
  String: ['String', 'string'],
  Id: ['String', 'id'],
  Boolean: ['Boolean', 'boolean'],
  Integer: ['Number', 'int'],
  Long: ['Number', 'long'],
  Double: ['Number', 'double'],
  Decimal: ['Number', 'double'],
  Date: ['Date', 'date'],
  Datetime: ['DateTime', 'datetime'],
  Time: ['Time', 'time'],
};

/** Types in Apex of what flows hold, by the type in flows. */
const APEX_TYPES: Readonly<Partial<Record<FlowDataType, string>>> = {
  String: 'String',
  Number: 'Decimal',
  Currency: 'Decimal',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'Datetime',
  Time: 'Time',
  Picklist: 'String',
  Multipicklist: 'String',
};

/** The type that a value of Apex has in flows. @throws UnsupportedFeatureError for types without one */
export function valueTypeOf(type: ApexType): FlowValueType {
  if (type.kind === 'sobject') {
    return {
      dataType: 'SObject',
      isCollection: false,
      ...(type.objectName !== null && { objectName: type.objectName }),
    };
  }
  if (type.kind !== 'class') throw new UnsupportedFeatureError(`Flow: Apex values of type ${type.name}`);
  const [element] = type.arguments;
  if (type.symbol.qualifiedName === 'System.List' && element) {
    return { ...valueTypeOf(element), isCollection: true };
  }
  const [dataType] = TYPES[type.name] ?? [];
  return { dataType: dataType ?? 'Apex', isCollection: false };
}

/** A value of a flow as Apex has it. */
export function toApex(runtime: ApexRuntime, type: ApexType, value: FlowValue): ApexValue {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const element = type.kind === 'class' ? (type.arguments[0] ?? type) : type;
    return listOf(
      runtime,
      element,
      (value as readonly FlowValue[]).map((item) => toApex(runtime, element, item)),
    );
  }
  if (value instanceof FlowRecord) return recordOf(runtime, value);
  if (typeof value === 'object') throw new UnsupportedFeatureError('Flow: Apex-defined values as inputs');
  const [, fieldType = 'string'] = TYPES[type.name] ?? [];
  return toApexValue(runtime, { type: fieldType, scale: 0 }, value as FieldValue);
}

function recordOf(runtime: ApexRuntime, { type, values }: FlowRecord): ApexSObject {
  const record = ApexSObject.create(runtime, type.name);
  for (const [name, value] of Object.entries(values)) {
    const field = type.field(name);
    if (field) record.load(field.name, toApexValue(runtime, field, value));
  }
  return record;
}

/** A value of Apex as flows have it; an object of a user's class becomes its fields. */
export function toFlow(runtime: ApexRuntime, value: ApexValue): FlowValue {
  if (value instanceof ApexList) return value.items.map((item) => toFlow(runtime, item));
  if (value instanceof ApexInstance) return structureOf(runtime, value);
  if (!(value instanceof ApexSObject)) return toFieldValue(runtime, value);
  const { objectType } = value;
  if (!objectType) throw new UnsupportedFeatureError('Flow: rows of aggregates as outputs of Apex');
  const values: RecordValues = {};
  for (const [name, field] of value.entries()) values[name] = toFieldValue(runtime, field);
  return new FlowRecord(objectType, values);
}

function structureOf(runtime: ApexRuntime, instance: ApexInstance): FlowStructure {
  const members = instanceVariables(instance.type).map(({ name, slot }): [string, FlowValue] => {
    const slots = instance as unknown as Readonly<Record<string, ApexValue | undefined>>;
    return [name.toLowerCase(), toFlow(runtime, slots[slot] ?? null)];
  });
  return new FlowStructure(new Map(members));
}

/** The type in Apex of a value that a flow gives. */
export function apexTypeOf(runtime: ApexRuntime, type: FlowValueType): ApexType {
  const { types } = runtime;
  if (type.isCollection) return types.list(apexTypeOf(runtime, { ...type, isCollection: false }));
  if (type.dataType === 'SObject') return types.sobjectType(type.objectName ?? '') ?? types.sobject;
  return types.platform(APEX_TYPES[type.dataType] ?? 'Object');
}
