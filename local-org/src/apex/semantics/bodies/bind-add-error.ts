import type { CallExpression } from '../../syntax/ast';
import type { BoundExpression } from '../bound';
import { findMethods } from '../members';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import { chooseOverload } from './choose-overload';
import { convertArguments } from './convert-arguments';
import { typeInMessage, typesInMessage } from '../type-in-message';

/**
 * `record.Field.addError(message)`: an error at a field, though it is written as a method of the field's value.
 * @returns null for any other call
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm
 */
export function bindAddError(
  body: Body,
  target: BoundExpression,
  call: CallExpression,
  args: readonly BoundExpression[],
): BoundExpression | null {
  const { name } = call;
  if (name.text.toLowerCase() !== 'adderror' || target.type.kind === 'sobject') return null;
  if (target.type.kind !== 'class' || findMethods(target.type, name.text, body.types).length > 0) return null;
  if (target.kind === 'safeTarget') return body.refuse(name, MESSAGES.addErrorSafely());
  if (target.kind !== 'recordField') return body.refuse(name, MESSAGES.addErrorOnField());
  if (target.access !== 'field') return body.refuse(name, MESSAGES.addErrorOnScalar());
  return errorAtField(body, target, call, args);
}

function errorAtField(
  body: Body,
  field: Extract<BoundExpression, { kind: 'recordField' }>,
  { name, line }: CallExpression,
  args: readonly BoundExpression[],
): BoundExpression {
  if (args.some((each) => each.type === WRONG_TYPE)) return body.wrong(name);
  const text: BoundExpression = { kind: 'literal', value: field.name, type: body.platform('String'), line };
  const messages = args.map((each, i) =>
    i === 0 && each.type !== body.platform('String') ? messageOf(body, each) : each,
  );
  const all = [text, ...messages];
  const members = findMethods(field.target.type, name.text, body.types, false);
  const chosen = chooseOverload(body, members, all, true);
  if (chosen === 'none' || chosen === 'ambiguous') {
    const signature = `void ${name.text}(${typesInMessage(args.map((each) => each.type))})`;
    return body.refuse(name, MESSAGES.methodMissing(signature, typeInMessage(field.type)));
  }
  return {
    kind: 'call',
    method: chosen.method,
    target: field.target,
    arguments: convertArguments(body, all, chosen.parameters),
    dispatch: 'platform',
    type: chosen.returnType,
    line,
  };
}

/** An exception's message stands for the exception. */
function messageOf(body: Body, value: BoundExpression): BoundExpression {
  const [getMessage] = findMethods(value.type, 'getMessage', body.types, false);
  if (!getMessage) return value;
  return {
    kind: 'call',
    method: getMessage.method,
    target: value,
    arguments: [],
    dispatch: getMessage.method.owner.origin === 'platform' ? 'platform' : 'virtual',
    type: getMessage.returnType,
    line: value.line,
  };
}
