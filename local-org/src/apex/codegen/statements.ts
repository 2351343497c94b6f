import { UnsupportedFeatureError } from '../../core';
import type { BoundBlock, BoundExpression, BoundStatement } from '../semantics/bound';
import { localName, type CallableScope } from './callable-scope';
import { expressionStatement } from './expression-statement';
import { atLine } from './layout-lines';
import { forEachText, forText, loopText } from './loops';
import { switchText } from './switch-statement';
import { tryText } from './try-statement';

type Of<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

/** JavaScript of a block, in braces. */
export function blockText(block: BoundBlock, scope: CallableScope): string {
  return `{${block.statements.map((statement) => statementText(statement, scope)).join('')}}`;
}

/** JavaScript of a statement, at its line, with what counts coverage. */
export function statementText(statement: BoundStatement, scope: CallableScope): string {
  if (statement.kind === 'block') return blockText(statement, scope);
  const counted =
    statement.kind === 'local' && statement.value === null ? '' : scope.unit.hit(statement.line);
  return `${atLine(statement.line)}${counted}${bareText(statement, scope)}`;
}

function bareText(statement: Exclude<BoundStatement, BoundBlock>, scope: CallableScope): string {
  switch (statement.kind) {
    case 'local':
      return `let ${localName(statement.variable)}=${statement.value ? scope.expression(statement.value) : 'null'};`;
    case 'expression':
      return expressionStatement(statement.expression, scope);
    case 'if':
      return ifText(statement, scope);
    case 'switch':
      return switchText(statement, scope);
    case 'for':
      return forText(statement, scope);
    case 'forEach':
      return forEachText(statement, scope);
    case 'while':
    case 'doWhile':
      return loopText(statement, scope);
    case 'try':
      return tryText(statement, scope);
    case 'return':
      return returnText(statement.value, scope);
    case 'throw':
      return `throw ${scope.present(statement.value)};`;
    case 'break':
    case 'continue':
      return `${statement.kind} ${scope.loop};`;
    default:
      return dataText(statement, scope);
  }
}

/** DML statements and `System.runAs`. */
function dataText(statement: Of<'dml' | 'merge' | 'runAs'>, scope: CallableScope): string {
  switch (statement.kind) {
    case 'dml': {
      const { operation, value, access, externalIdField } = statement;
      const parts = [JSON.stringify(operation), scope.expression(value), JSON.stringify(access)];
      return `$rt.data.dml(${parts.join(',')},${JSON.stringify(externalIdField)});`;
    }
    case 'merge': {
      const texts = [statement.master, statement.duplicates].map((each) => scope.expression(each));
      return `$rt.data.merge(${texts.join(',')},${JSON.stringify(statement.access)});`;
    }
    case 'runAs': {
      const [user] = statement.arguments;
      if (!user) throw new UnsupportedFeatureError('Apex: System.runAs without a user');
      const end = scope.newName('endRunAs');
      const body = blockText(statement.body, scope);
      return `{const ${end}=$rt.beginRunAs(${scope.expression(user)});try${body}finally{${end}();}}`;
    }
  }
}

function ifText({ condition, then, otherwise }: Of<'if'>, scope: CallableScope): string {
  const test = `if(${scope.present(condition)}){${statementText(then, scope)}}`;
  return otherwise ? `${test}else{${statementText(otherwise, scope)}}` : test;
}

/** A constructor returns the object; where the depth of calls is counted it goes back by one. */
export function returnText(value: BoundExpression | null, scope: CallableScope): string {
  const { deep, isConstructor } = scope.traits;
  if (value === null) return `${leaveText(scope)}return${isConstructor ? ' this' : ''};`;
  const text = scope.expression(value);
  if (!deep) return `return ${text};`;
  const result = scope.temporary();
  return `${result}=${text};${leaveText(scope)}return ${result};`;
}

export const leaveText = ({ traits }: CallableScope): string => (traits.deep ? '$m.depth=$d-1;' : '');
