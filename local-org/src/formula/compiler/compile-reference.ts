import { UnsupportedFeatureError } from '../../core';
import { formulaTypeOf } from '../field-type';
import type { ReferenceNode } from '../syntax/nodes';
import type { FormulaRecord, FormulaType } from '../types';
import { readerOf } from '../values/field-values';
import { markup } from '../values/markup';
import { isStringType } from '../values/value';
import type { Value } from '../values/value';
import type { CompileContext } from './compile-context';
import type { Evaluate, Expression } from './expression';
import type { FieldReference } from './field-reference';
import { compileRead } from './field-reference';
import { doesNotExist, resolveField } from './resolve-field';

/** Globals that start a path, as they are written in the documentation. */
const GLOBALS = [
  '$Api',
  '$CustomMetadata',
  '$Flow',
  '$Label',
  '$ObjectType',
  '$Organization',
  '$Permission',
  '$Profile',
  '$RecordType',
  '$Setup',
  '$System',
  '$User',
  '$UserRole',
];
const GLOBALS_BY_NAME = new Map(GLOBALS.map((name) => [name.toLowerCase(), name]));

const OBJECT_FIELD = /^\$ObjectType\.(\w+)\.Fields\.(\w+)$/i;
const RECORD = /^\$Record\./i;
const PRIOR_RECORD = /^\$Record__Prior\./i;

/**
 * Compiles a field, a global or a flow resource.
 * @throws FormulaError when the name stands for nothing in this scope
 * @see https://help.salesforce.com/s/articleView?id=platform.dev_understanding_global_variables.htm&type=5
 */
export function compileReference(node: ReferenceNode, context: CompileContext): Expression {
  const { scope } = context;
  const objectField = compileObjectField(node, context);
  if (objectField) return objectField;
  if (scope.usage === 'flow') return compileFlowReference(node, context);
  if (node.name.startsWith('$')) return compileGlobal(node, context) ?? fail(node);
  // The record does not exist yet when its defaults are computed.
  if (scope.usage === 'defaultValue') return fail(node);
  return compileField(node.name, node, context);
}

function compileObjectField(node: ReferenceNode, context: CompileContext): Expression | undefined {
  const parts = OBJECT_FIELD.exec(node.name);
  if (!parts) return undefined;
  const object = context.scope.schema.find(parts[1] ?? '');
  const field = object?.field(parts[2] ?? '');
  const type = field && formulaTypeOf(field);
  if (!object || !type) return fail(node);
  return {
    type,
    position: node.position,
    objectField: { objectName: object.name, fieldName: field.name, percent: field.type === 'percent' },
    evaluate() {
      throw new UnsupportedFeatureError('Formula: $ObjectType outside VLOOKUP()');
    },
  };
}

function compileFlowReference(node: ReferenceNode, context: CompileContext): Expression {
  if (RECORD.test(node.name)) return compileField(node.name.replace(RECORD, ''), node, context);
  if (PRIOR_RECORD.test(node.name)) {
    const { field, ...expression } = compileField(node.name.replace(PRIOR_RECORD, ''), node, context);
    return field ? { ...expression, evaluate: compilePriorRead(field, context) } : expression;
  }
  return compileGlobal(node, context) ?? compileField(node.name, node, context);
}

function compileField(path: string, node: ReferenceNode, context: CompileContext): Expression {
  const { reference, alwaysBlank } = resolveField(path, node, context);
  const { type, position } = { type: reference.type, position: node.position };
  if (alwaysBlank) {
    const blank = blankOf(type, context);
    return { type, position, evaluate: () => blank };
  }
  context.addReference(reference.path);
  const read = readField(reference, context);
  return { type, position, field: reference, evaluate: (environment) => read(environment.record) };
}

/** Reads the field before the change; the current value while the record is created. */
export function compilePriorRead(field: FieldReference, context: CompileContext): Evaluate {
  const read = readField(field, context);
  return (environment) => read(environment.prior ?? environment.record);
}

function readField(field: FieldReference, context: CompileContext): (record: FormulaRecord) => Value {
  const read = compileRead(field, context.readOptions);
  if (!field.field.htmlFormatted || !field.field.formula || context.scope.usage !== 'formulaField')
    return read;
  context.html = true;
  return (record) => {
    const value = read(record);
    return typeof value === 'string' && value !== '' ? markup(value) : value;
  };
}

function compileGlobal(node: ReferenceNode, context: CompileContext): Expression | undefined {
  const [first = '', ...rest] = node.name.split('.');
  const path = Object.freeze([GLOBALS_BY_NAME.get(first.toLowerCase()) ?? first, ...rest]);
  const type = context.scope.globalType(path);
  if (!type) return undefined;
  const read = readerOf(type === 'Id' && context.readOptions.longIds ? 'Text' : type);
  const blank = blankOf(type, context);
  return {
    type,
    position: node.position,
    evaluate: (environment) => read(environment.global(path)) ?? blank,
  };
}

function blankOf(type: FormulaType, context: CompileContext): Value {
  if (isStringType(type)) return '';
  if (type === 'Boolean') return false;
  return type === 'Number' && context.readOptions.blanksAsZero ? 0 : null;
}

function fail(node: ReferenceNode): never {
  throw doesNotExist(node.name, node);
}
