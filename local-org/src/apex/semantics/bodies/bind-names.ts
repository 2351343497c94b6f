import type { Expression, FieldExpression, NameExpression, Node } from '../../syntax/ast';
import type { ApexType, ClassApexType } from '../../types/apex-type';
import type { TypeSymbol, VariableSymbol } from '../../types/symbols';
import {
  bindRecordMember,
  bindStaticRecordMember,
  describeOf,
  fieldDescribeOf,
  fieldTokenOf,
} from './bind-record-members';
import { type Body, singleRow, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';
import { findMethods, findVariable } from '../members';
import { missingObjectMessage } from '../missing-names';
import { DECLARATION_MESSAGES } from '../declaration-messages';
import type { Resolved } from './resolved';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';
import { isVisible } from '../visibility';

/** Binds a single name as a value. */
export function bindNamePath(body: Body, expression: NameExpression): BoundExpression {
  return valueOf(body, resolveName(body, expression), expression, expression.name);
}

/** Binds `target.name` as a value. */
export function bindFieldPath(body: Body, expression: FieldExpression): BoundExpression {
  return valueOf(body, resolveField(body, expression), expression, expression.name.text);
}

function valueOf(body: Body, resolved: Resolved | null, at: Node, name: string): BoundExpression {
  if (resolved?.kind === 'value') return resolved.value;
  if (resolved === null || !knowsNames(body)) return body.wrong(at);
  const [first = name, next] = resolved.kind === 'namespace' ? resolved.names : [];
  const isToken = next?.toLowerCase() === 'sobjecttype';
  return body.refuse(at, isToken ? missingObjectMessage(first) : MESSAGES.variableMissing(first));
}

/** Whether what the code's type and those around it inherit is known: a bare name may be one of it. */
function knowsNames(body: Body): boolean {
  for (let type: TypeSymbol | null = body.options.owner; type; type = type.outer) {
    if (!body.knows(body.types.of(type))) return false;
  }
  return true;
}

/** What an expression in front of a dot stands for: a value, a type, a namespace; null when it is wrong. */
export function resolve(body: Body, expression: Expression): Resolved | null {
  if (expression.kind === 'name') return resolveName(body, expression);
  if (expression.kind === 'field') return resolveField(body, expression);
  const value = body.expression(expression);
  return value.type === WRONG_TYPE ? null : { kind: 'value', value };
}

function resolveName(body: Body, expression: NameExpression): Resolved | null {
  const { name, line } = expression;
  const local = body.local(name);
  if (local) return { kind: 'value', value: { kind: 'local', variable: local, type: local.type, line } };
  const member = enclosingVariable(body, expression);
  if (member?.type === WRONG_TYPE) return null;
  if (member) return { kind: 'value', value: member };
  return resolveTypeName(body, [name]);
}

function resolveTypeName(body: Body, names: readonly string[]): Resolved {
  const key = names.join('.').toLowerCase();
  if (key === 'label' || key === 'system.label') return { kind: 'labels' };
  if (key === 'schema.sobjecttype' || (key === 'sobjecttype' && names.length === 1))
    return { kind: 'objectTypes' };
  const type = body.scope.find(names) ?? schemaObject(body, names);
  return type ? { kind: 'type', type, names } : { kind: 'namespace', names };
}

/** `Schema.Account`. */
function schemaObject(body: Body, [namespace, name, ...rest]: readonly string[]): ApexType | undefined {
  return namespace?.toLowerCase() === 'schema' && name !== undefined && rest.length === 0
    ? body.types.sobjectType(name)
    : undefined;
}

/** A variable of the class whose code it is, or a static one of the classes around it. */
function enclosingVariable(body: Body, at: NameExpression): BoundExpression | null {
  const { name } = at;
  const { owner, isStatic, later } = body.options;
  for (let type: typeof owner | null = owner; type; type = type.outer) {
    const found = findVariable(body.types.of(type), name, body.types);
    if (!found || found.variable.owner.origin === 'platform') continue;
    const { variable } = found;
    if (later?.has(variable)) return body.refuse(at, MESSAGES.forwardReference(variable.name));
    if (!variable.isStatic && (type !== owner || isStatic)) {
      // A class and a field may share a name: where there is no object, the class is meant.
      return body.scope.find([name]) ? null : body.refuse(at, MESSAGES.variableMissing(variable.name));
    }
    if (!variable.isStatic && body.inChainedCall) {
      return body.refuse(at, MESSAGES.instanceVariableInChain(variable.name));
    }
    if (!isVisible(variable, variable.owner, owner)) {
      return body.refuse(at, MESSAGES.variableNotVisible(variable.name));
    }
    return readOf(body, at, variable, found.type, variable.isStatic ? null : selfOf(body, at));
  }
  return null;
}

function selfOf(body: Body, at: Node): BoundExpression {
  return { kind: 'this', type: body.types.of(body.options.owner), line: at.line };
}

/** A variable whose value can be read here, unless it is only assigned to. */
function readOf(
  body: Body,
  at: NameExpression | FieldExpression,
  variable: VariableSymbol,
  type: ApexType,
  target: BoundExpression | null,
): BoundExpression {
  const isOwn = target === null || target.kind === 'this';
  const backing = isOwn && body.options.property === variable;
  if (!backing && !body.isWritten(at) && !hasReadableValue(body, variable)) {
    return body.refuse(at, MESSAGES.variableNotVisible(`${variable.owner.qualifiedName}.${variable.name}`));
  }
  return { kind: 'variable', target, variable, backing, type, line: at.line };
}

/** Whether a property has a getter that code here may see; other variables can be read where they are visible. */
export function hasReadableValue(body: Body, { property, owner, annotations }: VariableSymbol): boolean {
  if (!property || owner.origin === 'platform') return true;
  if (property.getter === null) return false;
  return isVisible({ access: property.getter.access, annotations }, owner, body.options.owner);
}

function resolveField(body: Body, expression: FieldExpression): Resolved | null {
  const { name } = expression;
  if (expression.target.kind === 'super') return superVariable(body, expression);
  const target = resolve(body, expression.target);
  if (target === null) return null;
  switch (target.kind) {
    case 'value':
      if (target.value.kind === 'objectToken' && name.text.toLowerCase() === 'fields') {
        return { kind: 'fields', objectName: target.value.objectName };
      }
      return asValue(
        navigate(body, target.value, expression.safe, (value) => member(body, value, expression)),
      );
    case 'type':
      return memberOfType(body, target.type, target.names, expression);
    case 'namespace':
      return resolveTypeName(body, [...target.names, name.text]);
    case 'labels':
      return asValue(label(body, name.text, expression));
    case 'objectTypes': {
      const type = body.types.sobjectType(name.text);
      if (!type?.objectName) return asValue(body.refuse(expression, missingObjectMessage(name.text)));
      return asValue(describeOf(body, type.objectName, expression));
    }
    case 'fields':
      return asValue(fieldTokenOf(body, target.objectName, name.text, expression));
  }
}

const asValue = (value: BoundExpression): Resolved | null =>
  value.type === WRONG_TYPE ? null : { kind: 'value', value };

/**
 * Applies a step of a chain. After `?.` the step is done only when the target is not null, and so is all that follows in
 * the chain.
 */
export function navigate(
  body: Body,
  target: BoundExpression,
  safe: boolean,
  step: (target: BoundExpression) => BoundExpression,
): BoundExpression {
  if (target.kind === 'safe') {
    const inner = navigate(body, target.body, safe, step);
    return inner.type === WRONG_TYPE ? inner : { ...target, body: inner, type: inner.type };
  }
  if (!safe) return step(target);
  const row = singleRow(target, null) ?? target;
  const index = body.nextSafeTarget();
  const { line } = target;
  const inner = step({ kind: 'safeTarget', index, type: row.type, line });
  return inner.type === WRONG_TYPE
    ? inner
    : { kind: 'safe', index, target: row, body: inner, type: inner.type, line };
}

/** A field, property or variable of a value. */
function member(body: Body, given: BoundExpression, at: FieldExpression): BoundExpression {
  const { name } = at;
  const target = singleRow(given, null) ?? given;
  if (target.type.kind === 'null') {
    return target.type === WRONG_TYPE ? target : body.refuse(at, MESSAGES.variableMissing(name.text));
  }
  if (target.type.kind === 'sobject') return bindRecordMember(body, target, name.text, at);
  if (isPlatform(target.type, 'Schema.SObjectTypeFields')) {
    const described = objectOfFields(target);
    if (described !== null) return fieldDescribeOf(body, described, name.text, at);
  }
  const found = findVariable(target.type, name.text, body.types);
  if (!found) {
    return body.knows(target.type) ? body.refuse(at, MESSAGES.variableMissing(name.text)) : body.wrong(at);
  }
  const { variable, type } = found;
  if (!isVisible(variable, variable.owner, body.options.owner)) {
    return body.refuse(at, MESSAGES.variableNotVisible(variable.name));
  }
  if (variable.isStatic) {
    return body.refuse(at, MESSAGES.staticVariable(variable.name, typeInMessage(target.type)));
  }
  return readOf(body, at, variable, type, target);
}

/** The object behind `X.getDescribe().fields` when it is known at compile time: `Schema.SObjectType.Account.fields`. */
function objectOfFields(fields: BoundExpression): string | null {
  const describe = fields.kind === 'variable' || fields.kind === 'call' ? fields.target : null;
  const token = describe?.kind === 'call' ? describe.target : null;
  return token?.kind === 'objectToken' ? token.objectName : null;
}

function superVariable(body: Body, { name, line, column }: FieldExpression): Resolved | null {
  const { owner, isStatic } = body.options;
  const at = { line, column };
  if (isStatic) return asValue(body.refuse(at, MESSAGES.superStatic()));
  const found = owner.superclass && findVariable(owner.superclass, name.text, body.types);
  if (!found && !body.knows(body.types.of(owner))) return null;
  if (!found) return asValue(body.refuse(at, MESSAGES.variableMissing(name.text)));
  const target: BoundExpression = { kind: 'this', type: body.types.of(owner), line };
  const { variable, type } = found;
  return asValue({ kind: 'variable', target, variable, backing: false, viaSuper: true, type, line });
}

/** A static variable, an enum constant, an inner type, or a token of an object. */
function memberOfType(
  body: Body,
  type: ApexType,
  names: readonly string[],
  expression: FieldExpression,
): Resolved | null {
  const { name, line } = expression;
  if (type.kind === 'class' && type.symbol.unsupported === true) {
    const message = DECLARATION_MESSAGES.unsupportedType(type.symbol.qualifiedName);
    return asValue(body.refuse(expression, message));
  }
  const inner = resolveTypeName(body, [...names, name.text]);
  if (type.kind === 'sobject' && type.objectName !== null) {
    const key = name.text.toLowerCase();
    if (key === 'fields') return { kind: 'fields', objectName: type.objectName };
    // Behind a parent stand fields of the object itself: `Account.Owner.Name` is its name.
    const member = body.context.records.recordMember(type.objectName, name.text);
    if (member?.access === 'parent') return { kind: 'fields', objectName: type.objectName };
    const bound = bindStaticRecordMember(body, type, name.text, expression);
    if (bound) return asValue(bound);
  }
  if (type.kind === 'class') {
    const constant = enumConstant(type, name.text);
    if (constant !== null) {
      return { kind: 'value', value: { kind: 'enumConstant', symbol: type.symbol, constant, type, line } };
    }
    const found = findVariable(type, name.text, body.types);
    if (found) return asValue(staticVariable(body, type, found, expression));
  }
  if (inner.kind !== 'namespace') return inner;
  return asValue(body.refuse(expression, MESSAGES.variableMissing(name.text)));
}

function enumConstant({ symbol }: ClassApexType, name: string): string | null {
  if (symbol.kind !== 'enum') return null;
  return symbol.constants.find((each) => each.toLowerCase() === name.toLowerCase()) ?? null;
}

function staticVariable(
  body: Body,
  type: ClassApexType,
  { variable, type: declared }: { readonly variable: VariableSymbol; readonly type: ApexType },
  at: FieldExpression,
): BoundExpression {
  // Static variables are not inherited by name.
  const isOwn = variable.owner === type.symbol || variable.owner.origin === 'platform';
  if (!variable.isStatic || !isOwn) return body.refuse(at, MESSAGES.variableMissing(variable.name));
  if (!isVisible(variable, variable.owner, body.options.owner)) {
    return body.refuse(at, MESSAGES.variableNotVisible(variable.name));
  }
  return readOf(body, at, variable, triggerType(body, variable) ?? declared, null);
}

/** `Trigger.new` and its like have the type of the trigger's object. */
function triggerType(body: Body, variable: VariableSymbol): ApexType | null {
  const { triggerObject } = body.options;
  if (triggerObject === undefined || variable.owner.qualifiedName !== 'System.Trigger') return null;
  const record = body.types.sobjectType(triggerObject);
  if (!record) return null;
  const name = variable.name.toLowerCase();
  if (name === 'new' || name === 'old') return body.types.list(record);
  return name === 'newmap' || name === 'oldmap' ? body.types.map(body.platform('Id'), record) : null;
}

/** `Label.Name` is `Label.get('', 'Name')`. */
function label(body: Body, name: string, at: Node): BoundExpression {
  const string = body.platform('String');
  const text = (value: string): BoundExpression => ({ kind: 'literal', value, type: string, line: at.line });
  const [get] = findMethods(body.platform('Label'), 'get', body.types, true).filter(
    ({ parameters }) => parameters.length === 2,
  );
  if (!get) return body.refuse(at, MESSAGES.variableMissing(name));
  return {
    kind: 'call',
    method: get.method,
    target: null,
    arguments: [text(''), text(name)],
    dispatch: 'platform',
    type: string,
    line: at.line,
  };
}
