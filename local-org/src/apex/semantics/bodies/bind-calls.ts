import type { CallExpression, Expression, Node } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import { navigate, resolve } from './bind-names';
import { bindableVariables, takesBindableVariables } from './bindable-variables';
import { bindRecordStatic } from './bind-record-statics';
import { type Body, singleRow, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundCall, BoundExpression } from '../bound';
import { DECLARATION_MESSAGES } from '../declaration-messages';
import { bindAddError } from './bind-add-error';
import { chooseOverload } from './choose-overload';
import { convertArguments } from './convert-arguments';
import { findMethods, type MethodMember } from '../members';
import { methodInMessage, typeInMessage, typesInMessage } from '../type-in-message';
import { isVisible } from '../visibility';

/** Binds a call of a method. */
export function bindCall(body: Body, expression: CallExpression): BoundExpression {
  const { target, name } = expression;
  if (target === null) return bindUnqualified(body, expression);
  const args = expression.arguments.map((each) => body.expression(each));
  if (target.kind === 'super') return bindSuper(body, expression, args);
  const resolved = resolve(body, target);
  if (resolved === null) return body.wrong(expression);
  switch (resolved.kind) {
    case 'value':
      return navigate(
        body,
        resolved.value,
        expression.safe,
        (value) =>
          bindAddError(body, value, expression, args) ??
          bindOnValue(body, singleRowOf(value, name.text, body), expression, args),
      );
    case 'type':
      return bindOnType(body, resolved.type, expression, args);
    case 'labels':
      return bindOnType(body, body.platform('Label'), expression, args);
    default: {
      const missing = resolved.kind === 'namespace' ? resolved.names.join('.') : name.text;
      return body.refuse(target, MESSAGES.variableMissing(missing));
    }
  }
}

/** A query is a list unless what is called belongs to a record. */
function singleRowOf(value: BoundExpression, name: string, body: Body): BoundExpression {
  if (value.kind !== 'soql' || findMethods(value.type, name, body.types, false).length > 0) return value;
  return singleRow(value, null) ?? value;
}

/** `foo()`: a method of the class whose code it is, or a static one of the classes around it. */
function bindUnqualified(body: Body, expression: CallExpression): BoundExpression {
  const { name, line } = expression;
  const { owner, isStatic } = body.options;
  if (name.text === 'this' || name.text === 'super') {
    return body.refuse(expression, name.text === 'this' ? MESSAGES.thisFirst() : MESSAGES.superFirst());
  }
  const args = expression.arguments.map((each) => body.expression(each));
  for (let type: typeof owner | null = owner; type; type = type.outer) {
    const ownType = body.types.of(type);
    // There is no object of the classes around an inner one.
    const members = findMethods(ownType, name.text, body.types, type === owner ? undefined : true);
    // What an inner class has by that name (`toString` of every object) does not hide what fits around it.
    const fits = chooseAmong(body, members, args) !== 'none';
    if (members.length === 0 || (!fits && type.outer)) continue;
    const chosen = choose(body, expression, ownType, members, args);
    if (!chosen) return body.wrong(expression);
    const { method } = chosen;
    if (!method.isStatic && isStatic) {
      return body.refuse(expression, MESSAGES.nonStaticMethod(signatureOf(chosen)));
    }
    if (!method.isStatic && body.inChainedCall) {
      return body.refuse(expression, MESSAGES.instanceMethodInChain(signatureOf(chosen)));
    }
    const self: BoundExpression = { kind: 'this', type: body.types.of(owner), line };
    return callOf(body, expression, chosen, method.isStatic ? null : self, args);
  }
  return missing(body, expression, body.types.of(owner), args);
}

function bindSuper(
  body: Body,
  expression: CallExpression,
  args: readonly BoundExpression[],
): BoundExpression {
  const { owner, isStatic } = body.options;
  if (isStatic) return body.refuse(expression, MESSAGES.superStatic());
  if (!owner.superclass && !body.knows(body.types.of(owner))) return body.wrong(expression);
  const supertype = owner.superclass ?? body.platform('Object');
  const chosen = choose(
    body,
    expression,
    supertype,
    findMethods(supertype, expression.name.text, body.types, false),
    args,
  );
  if (!chosen) return body.wrong(expression);
  if (chosen.method.isAbstract) return body.refuse(expression, MESSAGES.abstractCall(signatureOf(chosen)));
  const self: BoundExpression = { kind: 'this', type: body.types.of(owner), line: expression.line };
  const call = callOf(body, expression, chosen, self, args);
  return call.kind === 'call' ? { ...call, dispatch: 'super' } : call;
}

function bindOnValue(
  body: Body,
  target: BoundExpression,
  expression: CallExpression,
  args: readonly BoundExpression[],
): BoundExpression {
  if (target.type.kind === 'null' || target.type.kind === 'void') {
    if (target.type === WRONG_TYPE) return target;
    if (target.type.kind === 'null') return body.refuse(expression, MESSAGES.variableMissing('null'));
    return missing(body, expression, target.type, args);
  }
  const members = findMethods(target.type, expression.name.text, body.types);
  const chosen = choose(body, expression, target.type, members, args);
  if (!chosen) return body.wrong(expression);
  if (chosen.method.isStatic) return body.refuse(expression, MESSAGES.staticMethod(signatureOf(chosen)));
  return callOf(body, expression, chosen, target, args);
}

function bindOnType(
  body: Body,
  type: ApexType,
  expression: CallExpression,
  args: readonly BoundExpression[],
): BoundExpression {
  if (type.kind === 'class' && type.symbol.unsupported === true) {
    return body.refuse(expression, DECLARATION_MESSAGES.unsupportedType(type.symbol.qualifiedName));
  }
  if (type.kind === 'sobject' && type.objectName !== null) {
    const bound = bindRecordStatic(body, type, expression, args);
    if (bound) return bound;
  }
  const members = findMethods(type, expression.name.text, body.types);
  const statics = members.filter(({ method }) => method.isStatic);
  const chosen = choose(body, expression, type, statics.length > 0 ? statics : members, args);
  if (!chosen) return body.wrong(expression);
  if (!chosen.method.isStatic) {
    return body.refuse(expression, MESSAGES.nonStaticMethod(signatureOf(chosen)));
  }
  return callOf(body, expression, chosen, null, args);
}

function choose(
  body: Body,
  at: CallExpression,
  type: ApexType,
  members: readonly MethodMember[],
  args: readonly BoundExpression[],
): MethodMember | null {
  if (args.some((each) => each.type === WRONG_TYPE)) return null;
  const chosen = chooseAmong(body, members, args);
  if (chosen === 'ambiguous') {
    const types = typesInMessage(args.map((each) => each.type));
    body.report(at.name, MESSAGES.ambiguous(`void ${at.name.text}(${types})`));
    return null;
  }
  if (chosen === 'none') {
    missing(body, at, type, args);
    return null;
  }
  if (!isVisible(chosen.method, chosen.method.owner, body.options.owner)) {
    body.report(at.name, MESSAGES.methodNotVisible(signatureOf(chosen)));
    return null;
  }
  return chosen;
}

function chooseAmong(
  body: Body,
  members: readonly MethodMember[],
  args: readonly BoundExpression[],
): MethodMember | 'none' | 'ambiguous' {
  const platform = members.some(({ method }) => method.owner.origin === 'platform');
  return chooseOverload(body, members, args, platform);
}

function missing(
  body: Body,
  at: CallExpression,
  type: ApexType,
  args: readonly BoundExpression[],
): BoundExpression {
  const isKnown = [type, ...args.map((each) => each.type)].every((each) => body.knows(each));
  if (!isKnown || args.some((each) => each.type === WRONG_TYPE)) return body.wrong(at);
  const signature = `void ${at.name.text}(${typesInMessage(args.map((each) => each.type))})`;
  return body.refuse(at.name, MESSAGES.methodMissing(signature, typeInMessage(type)));
}

function callOf(
  body: Body,
  at: Node & { readonly arguments: readonly Expression[] },
  { method, parameters, returnType }: MethodMember,
  target: BoundExpression | null,
  args: readonly BoundExpression[],
): BoundExpression {
  const dispatch: BoundCall['dispatch'] =
    method.owner.origin === 'platform' ? 'platform' : method.isStatic ? 'static' : 'virtual';
  return {
    kind: 'call',
    method,
    target,
    arguments: convertArguments(body, args, parameters),
    dispatch,
    ...(takesBindableVariables(method) && { bindable: bindableVariables(body, at.line) }),
    type: returnType,
    line: at.line,
  };
}

function signatureOf({ method, parameters, returnType }: MethodMember): string {
  return methodInMessage(method, parameters, returnType);
}
