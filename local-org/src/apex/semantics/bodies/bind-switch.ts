import type { Node, SwitchStatement, WhenBranch, WhenValue } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import { bindLiteral } from './bind-literals';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundExpression, BoundSwitch } from '../bound';
import { findVariable } from '../members';
import { isPlatform } from '../subtypes';
import { typeInMessage } from '../type-in-message';
import { isVisible } from '../visibility';

type BoundBranch = BoundSwitch['branches'][number];

/** What branches are checked against. */
interface SwitchFacts {
  /** Where faults of branches are reported. */
  readonly at: Node;
  readonly subject: ApexType;
  /** Values and types of the branches before. */
  readonly seen: Set<string>;
}

/**
 * Binds `switch on`.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_switch.htm
 */
export function bindSwitch(body: Body, statement: SwitchStatement): BoundSwitch {
  const subject = body.expression(statement.subject);
  if (statement.branches.length === 0) body.report(statement, MESSAGES.switchNoBranches());
  if (subject.type !== WRONG_TYPE && !isSwitchable(subject.type)) {
    body.report(statement.subject, MESSAGES.switchType(typeInMessage(subject.type)));
  }
  const facts: SwitchFacts = { at: statement, subject: subject.type, seen: new Set() };
  const branches = statement.branches.map((branch, i) => {
    if (branch.when.kind === 'else' && i < statement.branches.length - 1) {
      body.report(statement, MESSAGES.switchElseLast());
    }
    return bindBranch(body, branch, facts);
  });
  return { kind: 'switch', subject, branches, line: statement.line };
}

function isSwitchable(type: ApexType): boolean {
  if (type.kind === 'sobject') return true;
  if (type.kind !== 'class') return false;
  return type.symbol.kind === 'enum' || ['Integer', 'Long', 'String'].some((name) => isPlatform(type, name));
}

function bindBranch(body: Body, branch: WhenBranch, facts: SwitchFacts): BoundBranch {
  const { when, line } = branch;
  if (when.kind === 'else') return { when, body: body.block(branch.body), line };
  if (when.kind === 'type') {
    return body.inBlock(() => {
      const type = body.typeOf(when.type);
      const variable = body.declare(when.variable, type);
      if (type !== WRONG_TYPE) once(body, `type ${type.name}`, typeInMessage(type), facts);
      return { when: { kind: 'type', type, variable }, body: body.block(branch.body), line };
    });
  }
  const values = when.values.map((value) => {
    const bound = bindWhen(body, value, facts);
    if (bound.type !== WRONG_TYPE) once(body, keyOf(bound), textOf(bound), facts);
    return bound;
  });
  return { when: { kind: 'values', values }, body: body.block(branch.body), line };
}

function once(body: Body, key: string, text: string, { at, seen }: SwitchFacts): void {
  if (seen.has(key)) body.report(at, MESSAGES.switchAlreadyMatched(text));
  seen.add(key);
}

/** Tells the text `'null'` from null. */
function keyOf(value: BoundExpression): string {
  return `${value.type.kind === 'null' ? 'null' : 'value'} ${textOf(value)}`;
}

function textOf(value: BoundExpression): string {
  if (value.kind === 'convert') return textOf(value.operand);
  if (value.kind === 'enumConstant') return value.constant;
  if (value.kind === 'literal') return String(value.value);
  return `line ${value.line}`;
}

function bindWhen(body: Body, value: WhenValue, { at, subject }: SwitchFacts): BoundExpression {
  if (value.kind === 'literal') {
    const literal = bindLiteral(body, value);
    if (literal.type.kind === 'null') return literal;
    if (subject.kind === 'sobject') return body.refuse(value, MESSAGES.switchRecordsOnly());
    return body.assigned(literal, subject, at, MESSAGES.switchValue);
  }
  if (subject.kind === 'class' && subject.symbol.kind === 'enum') {
    const wanted = value.name.split('.').at(-1)?.toLowerCase();
    const constant = subject.symbol.constants.find((each) => each.toLowerCase() === wanted);
    if (constant === undefined) return body.refuse(value, MESSAGES.variableMissing(value.name));
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
  if (!found?.variable.isStatic || !found.variable.isFinal) {
    return body.refuse(value, MESSAGES.whenConstant());
  }
  const { variable } = found;
  if (!isVisible(variable, variable.owner, body.options.owner)) {
    return body.refuse(value, MESSAGES.variableNotVisible(variable.name));
  }
  const constant: BoundExpression = {
    kind: 'variable',
    target: null,
    variable,
    backing: false,
    type: found.type,
    line: value.line,
  };
  return body.assigned(constant, subject, value, MESSAGES.switchValue);
}
