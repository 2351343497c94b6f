import {
  ApexList,
  ApexSObject,
  InvocableMethods,
  listOf,
  toApexValue,
  toFieldValue,
  type ApexEngine,
  type ApexRuntime,
  type ApexType,
  type ApexValue,
  type InvocableParameter,
} from '../apex';
import { UnsupportedFeatureError, type FieldValue, type RecordValues } from '../core';
import { FlowRecord, type ActionParameter, type FlowApex, type FlowDataType, type FlowValue } from '../flow';
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

/** The invocable methods of Apex as actions of flows. */
export function createApexActions(apex: ApexEngine): FlowApex {
  const methods = new InvocableMethods(apex);
  return {
    describe(className) {
      const method = methods.describe(className);
      return (
        method && {
          label: method.label,
          inputs: method.inputs.map(parameterOf),
          outputs: method.outputs.map(parameterOf),
        }
      );
    },
    list: () => methods.list().map(({ className }) => className),
    invoke(className, requests, user) {
      const { runtime } = apex;
      const inputs = methods.describe(className)?.inputs ?? [];
      const given = requests.map((request) =>
        Object.fromEntries(
          inputs.flatMap(({ name, type }): [string, ApexValue][] => {
            const value = request[name];
            return value === undefined ? [] : [[name, toApex(runtime, type, value)]];
          }),
        ),
      );
      return methods
        .invoke(className, given, user)
        .map(({ outputs, fault }) =>
          fault === null
            ? { outputs: mapValues(outputs, (value) => toFlow(runtime, value)) }
            : { fault: `An Apex error occurred: ${fault}` },
        );
    },
  };
}

function parameterOf({ name, label, required, type }: InvocableParameter): ActionParameter {
  return { name, label, required, ...valueTypeOf(type) };
}

function valueTypeOf(type: ApexType): Pick<ActionParameter, 'dataType' | 'isCollection' | 'objectName'> {
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
function toApex(runtime: ApexRuntime, type: ApexType, value: FlowValue): ApexValue {
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

/** A value of Apex as flows have it. */
function toFlow(runtime: ApexRuntime, value: ApexValue): FlowValue {
  if (value instanceof ApexList) return value.items.map((item) => toFlow(runtime, item));
  if (!(value instanceof ApexSObject)) return toFieldValue(runtime, value);
  const { objectType } = value;
  if (!objectType) throw new UnsupportedFeatureError('Flow: rows of aggregates as outputs of Apex');
  const values: RecordValues = {};
  for (const [name, field] of value.entries()) values[name] = toFieldValue(runtime, field);
  return new FlowRecord(objectType, values);
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
