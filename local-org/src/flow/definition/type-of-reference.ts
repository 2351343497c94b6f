import type { FormulaType } from '../../formula';
import { formulaTypeOf } from '../../formula';
import type { Field, FieldType, SObjectType } from '../../schema';
import type { FlowDataType, FlowValueType } from './data-type';
import { flowGlobalType } from './flow-globals';
import type { TypeScope } from './type-scope';

/** The type of a reference, and the field it ends in, if any. */
export interface ReferenceType extends FlowValueType {
  readonly field?: Field;
  /** `{!ElementName}` of a subflow or action: only its members have values. */
  readonly members?: ReadonlyMap<string, FlowValueType>;
}

const FIELD_DATA_TYPES: Readonly<Partial<Record<FieldType, FlowDataType>>> = {
  boolean: 'Boolean',
  int: 'Number',
  long: 'Number',
  double: 'Number',
  percent: 'Number',
  currency: 'Currency',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multipicklist',
};

const GLOBAL_CONSTANT_TYPES: Readonly<Record<string, FlowValueType>> = {
  true: { dataType: 'Boolean', isCollection: false },
  false: { dataType: 'Boolean', isCollection: false },
  emptystring: { dataType: 'String', isCollection: false },
};

const FORMULA_DATA_TYPES: Readonly<Record<FormulaType, FlowDataType>> = {
  Text: 'String',
  Id: 'String',
  Picklist: 'Picklist',
  MultiPicklist: 'Multipicklist',
  Number: 'Number',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
  Time: 'Time',
  Location: 'String',
  Null: 'String',
};

const FORMULA_TYPES: Readonly<Record<FlowDataType, FormulaType | undefined>> = {
  String: 'Text',
  Picklist: 'Text',
  Multipicklist: 'Text',
  Number: 'Number',
  Currency: 'Number',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
  Time: 'Time',
  SObject: undefined,
  Apex: undefined,
};

/** The data type that values of a field have in a flow: `Currency` for a currency field. */
export function dataTypeOfField(field: Field): FlowDataType {
  return FIELD_DATA_TYPES[field.type] ?? 'String';
}

/** The formula type of values of a flow data type; undefined for records. */
export function formulaTypeOfData(dataType: FlowDataType): FormulaType | undefined {
  return FORMULA_TYPES[dataType];
}

/**
 * The type of a reference: `$Record.Account.Name`, `Find_Deals`, `Each_Deal.Amount`.
 * @returns undefined when the reference stands for nothing
 */
export function typeOfReference(scope: TypeScope, path: string): ReferenceType | undefined {
  const segments = path.replaceAll('[$EachItem]', '').split('.');
  const [first = '', ...rest] = segments;
  if (first.startsWith('$')) return typeOfGlobal(scope, first, segments);
  const base = typeOfName(scope, first);
  return base && typeOfRest(scope, base, rest);
}

/** The formula type of a reference inside a flow formula; undefined when formulas cannot read it. */
export function formulaTypeOfReference(scope: TypeScope, path: readonly string[]): FormulaType | undefined {
  if (path[0]?.startsWith('$') && path[0].toLowerCase() !== '$flow' && !isRecord(path[0]))
    return scope.globalType(path);
  const type = typeOfReference(scope, path.join('.'));
  if (!type || type.members) return undefined;
  if (type.isCollection) return undefined;
  if (type.field) return formulaTypeOf(type.field);
  // A record stands for its id.
  return type.dataType === 'SObject' ? 'Text' : formulaTypeOfData(type.dataType);
}

function isRecord(name: string): boolean {
  return /^\$Record(__Prior)?$/i.test(name);
}

function typeOfGlobal(
  scope: TypeScope,
  first: string,
  segments: readonly string[],
): ReferenceType | undefined {
  if (isRecord(first)) {
    const objectName = scope.flow.start.objectName;
    if (objectName === null) return undefined;
    return typeOfRest(scope, { dataType: 'SObject', isCollection: false, objectName }, segments.slice(1));
  }
  if (first.toLowerCase() === '$globalconstant')
    return GLOBAL_CONSTANT_TYPES[segments.slice(1).join('.').toLowerCase()];
  if (first.toLowerCase() === '$flow') return flowGlobalType(segments.slice(1).join('.'));
  const type = scope.globalType(segments);
  return type && { dataType: FORMULA_DATA_TYPES[type], isCollection: false };
}

function typeOfName(scope: TypeScope, name: string): ReferenceType | undefined {
  const key = name.toLowerCase();
  const { flow } = scope;
  const resource = flow.resources.get(key);
  if (resource) return resource;
  const element = flow.elements.get(key);
  if (element) return element.output?.(scope);
  for (const other of flow.elements.values()) {
    const type = other.resources?.get(key) ?? other.memberResource?.(key, scope);
    if (type) return type;
  }
  return undefined;
}

function typeOfRest(
  scope: TypeScope,
  base: ReferenceType,
  rest: readonly string[],
): ReferenceType | undefined {
  const [next, ...others] = rest;
  if (next === undefined) return base;
  const member = base.members?.get(next.toLowerCase());
  if (member) return typeOfRest(scope, member, others);
  if (base.dataType === 'Apex') return { dataType: 'Apex', isCollection: false };
  if (base.dataType !== 'SObject' || base.objectName === undefined) return undefined;
  const type = scope.schema.find(base.objectName);
  return type && typeOfPath(scope, type, rest);
}

function typeOfPath(scope: TypeScope, type: SObjectType, path: readonly string[]): ReferenceType | undefined {
  const [name = '', ...rest] = path;
  const [relationship = name, target] = name.split(':');
  if (rest.length === 0) {
    const field = type.field(name);
    if (field) return { dataType: dataTypeOfField(field), isCollection: false, field };
    const child = type.childRelationship(name.replace(/__r$/, '')) ?? type.childRelationship(name);
    if (child) return { dataType: 'SObject', isCollection: true, objectName: child.childObject };
  }
  const parentField = type.parentField(relationship);
  if (!parentField) return undefined;
  const targets = target === undefined ? (parentField.relationship?.referenceTo ?? []) : [target];
  for (const objectName of targets) {
    const parent = scope.schema.find(objectName);
    if (!parent) continue;
    if (rest.length === 0) return { dataType: 'SObject', isCollection: false, objectName: parent.name };
    const found = typeOfPath(scope, parent, rest);
    if (found) return found;
  }
  return undefined;
}
