import type { Expression, NewExpression } from '../../syntax/ast';
import type { ApexType, ClassApexType, SObjectApexType } from '../../types/apex-type';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression } from '../bound';
import { chooseOverload } from './choose-overload';
import { convertArguments } from './convert-arguments';
import { findConstructors } from '../members';
import { missingFieldMessage } from '../missing-names';
import { isPlatform } from '../subtypes';
import { typeInMessage, typesInMessage } from '../type-in-message';
import { isVisible } from '../visibility';

/** Binds `new ...`: objects, records with named fields, collections with what they hold. */
export function bindNew(body: Body, expression: NewExpression): BoundExpression {
  const type = body.typeOf(expression.type);
  const { creator } = expression;
  if (type === WRONG_TYPE) return body.wrong(expression);
  switch (creator.kind) {
    case 'arraySize':
      return collection(expression, type, { size: arraySize(body, expression, type, creator.size) });
    case 'elements':
      return bindElements(body, expression, type, creator.elements);
    case 'entries':
      return bindEntries(body, expression, type, creator.entries);
    case 'arguments':
      return type.kind === 'sobject'
        ? bindRecord(body, expression, type, creator.arguments)
        : bindObject(body, expression, type, creator.arguments);
  }
}

function collection(
  at: NewExpression,
  type: ApexType,
  parts: Partial<Pick<Extract<BoundExpression, { kind: 'newCollection' }>, 'elements' | 'entries' | 'size'>>,
): BoundExpression {
  return { kind: 'newCollection', elements: [], entries: [], size: null, ...parts, type, line: at.line };
}

function arraySize(body: Body, at: NewExpression, type: ApexType, size: Expression): BoundExpression {
  const [element = WRONG_TYPE] = type.kind === 'class' ? type.arguments : [];
  return body.assigned(body.expression(size), body.platform('Integer'), at, (actual) =>
    MESSAGES.listInitializer(actual, typeInMessage(element)),
  );
}

function bindElements(
  body: Body,
  at: NewExpression,
  type: ApexType,
  given: readonly Expression[],
): BoundExpression {
  if (isPlatform(type, 'Map') && given.length === 0) return collection(at, type, {});
  if (!isPlatform(type, 'List') && !isPlatform(type, 'Set')) {
    return body.refuse(at, MESSAGES.notConstructable(typeInMessage(type)));
  }
  const element = type.arguments[0] ?? body.platform('Object');
  const elements = given.map((each) =>
    body.assigned(body.expression(each), element, at, (actual, expected) =>
      MESSAGES.initialExpression(expected, actual),
    ),
  );
  return collection(at, type, { elements });
}

function bindEntries(
  body: Body,
  at: NewExpression,
  type: ApexType,
  given: readonly (readonly [Expression, Expression])[],
): BoundExpression {
  if (!isPlatform(type, 'Map')) return body.refuse(at, MESSAGES.notConstructable(typeInMessage(type)));
  const [key = WRONG_TYPE, value = WRONG_TYPE] = type.arguments;
  const entries = given.map(([left, right]): readonly [BoundExpression, BoundExpression] => [
    body.assigned(body.expression(left), key, left, MESSAGES.initialKey),
    body.assigned(body.expression(right), value, right, MESSAGES.initialValue),
  ]);
  return collection(at, type, { entries });
}

function bindRecord(
  body: Body,
  at: NewExpression,
  type: SObjectApexType,
  given: readonly Expression[],
): BoundExpression {
  if (type.objectName === null) return body.refuse(at, MESSAGES.notConstructable(type.name));
  const seen = new Set<string>();
  const fields: { access: 'field' | 'parent'; name: string; value: BoundExpression }[] = [];
  for (const argument of given) {
    if (argument.kind !== 'assign' || argument.operator !== '=' || argument.target.kind !== 'name') {
      body.expression(argument);
      return body.refuse(at, MESSAGES.namedArgumentsOnly(type.name));
    }
    const { name } = argument.target;
    const member = body.context.records.recordMember(type.objectName, name);
    const value = body.expression(argument.value);
    if (!member || member.access === 'children') {
      body.report(argument.target, missingFieldMessage(type.objectName, name));
      continue;
    }
    if (seen.has(member.name)) body.report(argument.target, MESSAGES.duplicateFieldInit(member.name));
    seen.add(member.name);
    const fitting = body.assigned(value, member.type, argument);
    fields.push({ access: member.access, name: member.name, value: fitting });
  }
  return { kind: 'newRecord', objectName: type.objectName, fields, type, line: at.line };
}

function bindObject(
  body: Body,
  at: NewExpression,
  type: ApexType,
  given: readonly Expression[],
): BoundExpression {
  if (type.kind !== 'class') return body.refuse(at, MESSAGES.notConstructable(typeInMessage(type)));
  if (given.some((each) => each.kind === 'assign' && each.target.kind === 'name')) {
    return body.refuse(at, MESSAGES.notNamedArguments(typeInMessage(type)));
  }
  const args = given.map((each) => body.expression(each));
  if (type.symbol.kind !== 'class') return body.refuse(at, MESSAGES.notConstructable(typeInMessage(type)));
  if (type.symbol.isAbstract) return body.refuse(at, MESSAGES.abstractNew(typeInMessage(type)));
  if (args.some((each) => each.type === WRONG_TYPE)) return { ...body.wrong(at), type };
  return construct(body, at, type, args);
}

function construct(
  body: Body,
  at: NewExpression,
  type: ClassApexType,
  args: readonly BoundExpression[],
): BoundExpression {
  const all = findConstructors(type, body.types);
  const visible = all.filter(({ constructor }) => isVisible(constructor, type.symbol, body.options.owner));
  const types = args.map((each) => each.type);
  const chosen = chooseOverload(body, visible, args, type.symbol.origin === 'platform');
  if (chosen === 'none' || chosen === 'ambiguous') {
    const name = typeInMessage(type);
    if (all.length === 0) return body.refuse(at, MESSAGES.notConstructable(name));
    const text = typesInMessage(types);
    return body.refuse(
      at,
      collectionInitializer(type, types) ??
        (chosen === 'none'
          ? MESSAGES.constructorNotDefined(name, text)
          : MESSAGES.ambiguous(`void <init>(${text})`)),
    );
  }
  return {
    kind: 'new',
    constructor: chosen.constructor,
    arguments: convertArguments(body, args, chosen.parameters),
    type,
    line: at.line,
  };
}

/** What is said of a collection that is made from something that is neither a size nor a fitting collection. */
function collectionInitializer(type: ClassApexType, given: readonly ApexType[]): string | null {
  const [found, ...others] = given.map(typeInMessage);
  if (found === undefined || others.length > 0) return null;
  const [first = '', second = ''] = type.arguments.map(typeInMessage);
  if (isPlatform(type, 'List')) return MESSAGES.listInitializer(found, first);
  if (isPlatform(type, 'Set')) return MESSAGES.setInitializer(found, first);
  return isPlatform(type, 'Map') ? MESSAGES.mapInitializer(found, first, second) : null;
}
