import type { CallExpression } from '../../syntax/ast';
import type { SObjectApexType } from '../../types/apex-type';
import { type Body, converted } from './body';
import type { BoundExpression } from '../bound';
import { bindStaticRecordMember } from './bind-record-members';
import { convertArguments } from './convert-arguments';
import { findMethods } from '../members';
import { chooseMethod } from '../overloads';

/** Library class whose methods take the object's name first. */
const RECORD_STATICS = 'RecordStatics';

/**
 * `Account.getSObjectType()`, and static methods of custom settings and custom metadata types: `Rate__mdt.getInstance('Default')`,
 * `Setting__c.getOrgDefaults()`, `Setting__c.getAll()`; null when the object has no such method.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm
 */
export function bindRecordStatic(
  body: Body,
  type: SObjectApexType,
  expression: CallExpression,
  args: readonly BoundExpression[],
): BoundExpression | null {
  if (expression.name.text.toLowerCase() === 'getsobjecttype' && args.length === 0) {
    return bindStaticRecordMember(body, type, 'SObjectType', expression);
  }
  const kind = body.context.records.object(type.objectName ?? '')?.definition.kind ?? '';
  if (kind !== 'customMetadata' && !kind.endsWith('CustomSetting')) return null;
  const { types } = body;
  const { line } = expression;
  const members = findMethods(body.platform(RECORD_STATICS), expression.name.text, types, true);
  const name: BoundExpression = {
    kind: 'literal',
    value: type.objectName,
    type: body.platform('String'),
    line,
  };
  const all = [name, ...args];
  const chosen = chooseMethod(
    members,
    all.map((each) => each.type),
    types,
    true,
  );
  if (chosen === 'none' || chosen === 'ambiguous') return null;
  const call: BoundExpression = {
    kind: 'call',
    method: chosen.method,
    target: null,
    arguments: convertArguments(body, all, chosen.parameters),
    dispatch: 'platform',
    type: chosen.returnType,
    line,
  };
  const map = types.map(body.platform('String'), type);
  return chosen.returnType.kind === 'sobject'
    ? converted(call, { kind: 'checked', type }, type)
    : { ...call, type: map };
}
