import type { SwitchStatement, WhenBranch, WhenValue } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import { bindLiteral } from './bind-literals';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression, BoundSwitch } from '../bound';
import { findVariable } from '../members';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';

type BoundBranch = BoundSwitch['branches'][number];

/**
 * Binds `switch on`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_switch.htm
 */
export function bindSwitch(body: Body, statement: SwitchStatement): BoundSwitch {
  const subject = body.value(statement.subject);
  if (statement.branches.length === 0) body.report(statement, MESSAGES.switchNoBranches());
  if (subject.type.kind !== 'null' && !isSwitchable(subject.type)) {
    body.report(statement.subject, MESSAGES.switchType(typeInMessage(subject.type)));
  }
  const seen = new Set<string>();
  const branches = statement.branches.map((branch, i) => {
    if (branch.when.kind === 'else' && i < statement.branches.length - 1) {
      body.report(branch, MESSAGES.switchElseLast());
    }
    return bindBranch(body, branch, subject.type, seen);
  });
  return { kind: 'switch', subject, branches, line: statement.line };
}

function isSwitchable(type: ApexType): boolean {
  if (type.kind === 'sobject') return true;
  if (type.kind !== 'class') return false;
  return type.symbol.kind === 'enum' || ['Integer', 'Long', 'String'].some((name) => isPlatform(type, name));
}

function bindBranch(body: Body, branch: WhenBranch, subject: ApexType, seen: Set<string>): BoundBranch {
  const { when, line } = branch;
  if (when.kind === 'else') return { when, body: body.block(branch.body), line };
  if (when.kind === 'type') {
    return body.inBlock(() => {
      const type = body.typeOf(when.type);
      const variable = body.declare(when.variable, when.variable.text, type);
      once(body, branch, typeInMessage(type), seen);
      return { when: { kind: 'type', type, variable }, body: body.block(branch.body), line };
    });
  }
  const values = when.values.map((value) => {
    const bound = bindWhen(body, value, subject);
    if (bound.type !== WRONG_TYPE || bound.kind !== 'literal') once(body, value, textOf(bound), seen);
    return bound;
  });
  return { when: { kind: 'values', values }, body: body.block(branch.body), line };
}

function once(body: Body, at: WhenBranch | WhenValue, key: string, seen: Set<string>): void {
  if (seen.has(key)) body.report(at, MESSAGES.switchAlreadyMatched(key));
  seen.add(key);
}

function textOf(value: BoundExpression): string {
  if (value.kind === 'enumConstant') return value.constant;
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? `'${value.value}'` : String(value.value);
  return `line ${value.line}`;
}

function bindWhen(body: Body, value: WhenValue, subject: ApexType): BoundExpression {
  if (value.kind === 'literal') {
    const literal = bindLiteral(body, value);
    if (literal.type.kind === 'null') return literal;
    if (subject.kind === 'sobject') return body.refuse(value, MESSAGES.switchRecordsOnly());
    return body.assigned(literal, subject, value, (from, to) => MESSAGES.switchValue(from, to));
  }
  if (subject.kind === 'class' && subject.symbol.kind === 'enum') {
    const wanted = value.name.split('.').at(-1)?.toLowerCase();
    const constant = subject.symbol.constants.find((each) => each.toLowerCase() === wanted);
    if (constant === undefined) return body.refuse(value, MESSAGES.switchEnum());
    return { kind: 'enumConstant', symbol: subject.symbol, constant, type: subject, line: value.line };
  }
  return bindConstant(body, value, subject);
}

/** A static constant of the class, or of another one. */
function bindConstant(
  body: Body,
  value: Extract<WhenValue, { kind: 'constant' }>,
  subject: ApexType,
): BoundExpression {
  const names = value.name.split('.');
  const name = names.pop() ?? '';
  const type = names.length > 0 ? body.scope.find(names) : body.types.of(body.options.owner);
  const found = type && findVariable(type, name, body.types);
  if (!found?.variable.isStatic || !found.variable.isFinal)
    return body.refuse(value, MESSAGES.whenConstant());
  const constant: BoundExpression = {
    kind: 'variable',
    target: null,
    variable: found.variable,
    backing: false,
    type: found.type,
    line: value.line,
  };
  return body.assigned(constant, subject, value, (from, to) => MESSAGES.switchValue(from, to));
}
