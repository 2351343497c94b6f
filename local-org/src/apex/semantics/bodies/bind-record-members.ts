import type { Node } from '../../syntax/ast';
import type { SObjectApexType } from '../../types/apex-type';
import type { Body } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';
import { findMethods } from '../members';
import { missingMemberMessage } from '../missing-names';

/** The field, parent or child list of a record. */
export function bindRecordMember(
  body: Body,
  target: BoundExpression,
  name: string,
  at: Node,
): BoundExpression {
  const recordType = target.type as SObjectApexType;
  const { line } = at;
  if (recordType.objectName === null) {
    if (name.toLowerCase() !== 'id') return body.refuse(at, MESSAGES.variableMissing(name));
    return {
      kind: 'recordField',
      target,
      access: 'field',
      name: 'Id',
      recordType,
      type: body.platform('Id'),
      line,
    };
  }
  const member = body.context.records.recordMember(recordType.objectName, name);
  if (!member) return body.refuse(at, missingMemberMessage(recordType.objectName, name));
  return {
    kind: 'recordField',
    target,
    access: member.access,
    name: member.name,
    recordType,
    type: member.type,
    line,
  };
}

/** What stands behind the name of an object: `Account.SObjectType`, `Account.Name`; null when it is none of them. */
export function bindStaticRecordMember(
  body: Body,
  type: SObjectApexType,
  name: string,
  at: Node,
): BoundExpression | null {
  const objectName = type.objectName ?? '';
  const { line } = at;
  if (name.toLowerCase() === 'sobjecttype') {
    return { kind: 'objectToken', objectName, type: body.platform('Schema.SObjectType'), line };
  }
  const member = body.context.records.recordMember(objectName, name);
  if (member?.access !== 'field') return null;
  return {
    kind: 'fieldToken',
    objectName,
    fieldName: member.name,
    type: body.platform('Schema.SObjectField'),
    line,
  };
}

/** `Account.SObjectType.getDescribe()`. */
export function describeOf(body: Body, objectName: string, at: Node): BoundExpression {
  const token: BoundExpression = {
    kind: 'objectToken',
    objectName,
    type: body.platform('Schema.SObjectType'),
    line: at.line,
  };
  return callWithoutArguments(body, token, 'getDescribe', at);
}

/** `Account.Name`, `Account.SObjectType.fields.Name`. */
export function fieldTokenOf(body: Body, objectName: string, name: string, at: Node): BoundExpression {
  const member = body.context.records.recordMember(objectName, name);
  if (member?.access !== 'field') return body.refuse(at, missingMemberMessage(objectName, name));
  return {
    kind: 'fieldToken',
    objectName,
    fieldName: member.name,
    type: body.platform('Schema.SObjectField'),
    line: at.line,
  };
}

/** `Account.Name.getDescribe()`. */
export function fieldDescribeOf(body: Body, objectName: string, name: string, at: Node): BoundExpression {
  const token = fieldTokenOf(body, objectName, name, at);
  return token.kind === 'fieldToken' ? callWithoutArguments(body, token, 'getDescribe', at) : token;
}

function callWithoutArguments(body: Body, target: BoundExpression, name: string, at: Node): BoundExpression {
  const found = findMethods(target.type, name, body.types, false).find(
    ({ parameters }) => parameters.length === 0,
  );
  if (!found) return body.refuse(at, MESSAGES.variableMissing(name));
  const { method, returnType } = found;
  return {
    kind: 'call',
    method,
    target,
    arguments: [],
    dispatch: 'platform',
    type: returnType,
    line: at.line,
  };
}
