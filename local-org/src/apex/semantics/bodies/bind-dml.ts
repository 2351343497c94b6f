import type { DmlStatement, MergeStatement, Node, RunAsStatement } from '../../syntax/ast';
import type { ApexType, SObjectApexType } from '../../types/apex-type';
import { type Body, singleRow, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression, BoundStatement } from '../bound';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';

/** Binds `insert`, `update` and their like. */
export function bindDml(body: Body, statement: DmlStatement): BoundStatement[] {
  const value = body.expression(statement.value);
  if (value.type === WRONG_TYPE) return [];
  const record = recordTypeOf(value.type);
  if (!record) {
    body.report(statement, MESSAGES.dmlType(typeInMessage(value.type)));
    return [];
  }
  const { operation, line } = statement;
  const access = statement.access ?? body.access;
  const externalIdField = statement.externalIdField ? upsertField(body, statement, record) : null;
  return [{ kind: 'dml', operation, access, value, externalIdField, line }];
}

/** The object of a record or of a list of records; null for what cannot be saved. */
function recordTypeOf(type: ApexType): SObjectApexType | null {
  if (type.kind === 'sobject') return type;
  const [element] = isPlatform(type, 'List') ? type.arguments : [];
  return element?.kind === 'sobject' ? element : null;
}

function upsertField(body: Body, statement: DmlStatement, record: SObjectApexType): string | null {
  const name = statement.externalIdField?.at(-1);
  if (!name) return null;
  if (record.objectName === null) {
    body.report(statement, MESSAGES.upsertType());
    return null;
  }
  const field = body.context.records.object(record.objectName)?.field(name.text);
  if (field && (field.idLookup || field.externalId || field.name === 'Id')) return field.name;
  body.report(name, MESSAGES.upsertField(name.text));
  return null;
}

/** Binds `merge master duplicates`. */
export function bindMerge(body: Body, statement: MergeStatement): BoundStatement[] {
  const master = bindRecord(body, body.expression(statement.master), statement.master);
  const duplicates = body.expression(statement.duplicates);
  if (!master || duplicates.type === WRONG_TYPE) return [];
  if (!recordTypeOf(duplicates.type) && !isPlatform(duplicates.type, 'Id') && !isIdList(duplicates.type)) {
    body.report(statement.duplicates, MESSAGES.mergeType(typeInMessage(duplicates.type)));
    return [];
  }
  const access = statement.access ?? body.access;
  return [{ kind: 'merge', access, master, duplicates, line: statement.line }];
}

const isIdList = (type: ApexType): boolean => {
  const [element] = isPlatform(type, 'List') ? type.arguments : [];
  return element !== undefined && isPlatform(element, 'Id');
};

function bindRecord(body: Body, given: BoundExpression, at: Node): BoundExpression | null {
  const value = singleRow(given, null) ?? given;
  if (value.type === WRONG_TYPE) return null;
  const objectName = value.type.kind === 'sobject' ? value.type.objectName : null;
  if (objectName === null) {
    body.report(at, MESSAGES.mergeType(typeInMessage(value.type)));
    return null;
  }
  if (body.context.records.object(objectName)?.definition.capabilities.mergeable) return value;
  body.report(at, MESSAGES.mergeObject(objectName));
  return null;
}

/** Binds `System.runAs(user) { ... }`. */
export function bindRunAs(body: Body, statement: RunAsStatement): BoundStatement {
  const args = statement.arguments.map((each) => {
    const value = body.expression(each);
    return singleRow(value, null) ?? value;
  });
  const [target, ...others] = args;
  const isUser = target?.type.kind === 'sobject' && (target.type.objectName ?? 'User') === 'User';
  if (
    !target ||
    others.length > 0 ||
    (!isUser && target.type.kind !== 'null' && !isPlatform(target.type, 'Version'))
  ) {
    body.report(statement, MESSAGES.runAsArgument());
  }
  return { kind: 'runAs', arguments: args, body: body.block(statement.body), line: statement.line };
}
