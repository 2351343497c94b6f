import {
  type BlockContext,
  type ForStatementContext,
  type LocalVariableDeclarationContext,
  type ApexParserRuleContext,
  type QualifiedNameContext,
  type StatementContext,
  type SwitchStatementContext,
  type TryStatementContext,
  type VariableDeclaratorsContext,
  type WhenLiteralContext,
  type WhenValueContext,
} from '@apexdevtools/apex-parser';
import type {
  Block,
  CatchClause,
  DmlAccess,
  DmlStatement,
  ForEachStatement,
  ForStatement,
  LocalVariables,
  Statement,
  SwitchStatement,
  TryStatement,
  TypeRef,
  VariableDeclarator,
  WhenBranch,
  WhenValue,
} from './ast';
import { stringValue } from './literals';
import { expressionListOf, expressionOf } from './read-expressions';
import { modifiersOf } from './read-modifiers';
import { typeRefOf } from './read-types';
import { nameOf, namesOf, optional, placeOf, placeOfTerminal, present } from './source-node';

export function blockOf(context: BlockContext): Block {
  return {
    kind: 'block',
    statements: context.statement_list().map(statementOf),
    endLine: placeOfTerminal(context.RBRACE()).line,
    ...placeOf(context),
  };
}

/** Reads a statement of the parse tree: the first of its alternatives that stands there. */
export function statementOf(context: StatementContext): Statement {
  for (const read of ALTERNATIVES) {
    const statement = read(context);
    if (statement) return statement;
  }
  throw new Error(`The grammar has a statement that is not read: ${context.getText()}`);
}

type ReadStatement = (context: StatementContext) => Statement | null;

const ALTERNATIVES: readonly ReadStatement[] = [
  (context) => optional(context.block(), blockOf),
  (context) =>
    optional(context.localVariableDeclarationStatement(), (local) =>
      localVariablesOf(local.localVariableDeclaration()),
    ),
  (context) =>
    optional(context.expressionStatement(), (statement) => ({
      kind: 'expression',
      expression: expressionOf(statement.expression()),
      ...placeOf(statement),
    })),
  (context) =>
    optional(context.ifStatement(), (statement) => {
      const [then, otherwise] = statement.statement_list().map(statementOf);
      return {
        kind: 'if',
        condition: expressionOf(statement.parExpression().expression()),
        then: then as Statement,
        otherwise: otherwise ?? null,
        ...placeOf(statement),
      };
    }),
  (context) =>
    optional(context.returnStatement(), (statement) => ({
      kind: 'return',
      value: optional(statement.expression(), expressionOf),
      ...placeOf(statement),
    })),
  (context) => optional(context.forStatement(), forOf),
  (context) => optional(context.tryStatement(), tryOf),
  (context) => optional(context.switchStatement(), switchOf),
  (context) =>
    optional(context.throwStatement(), (statement) => ({
      kind: 'throw',
      value: expressionOf(statement.expression()),
      ...placeOf(statement),
    })),
  (context) =>
    optional(context.whileStatement(), (statement) => ({
      kind: 'while',
      condition: expressionOf(statement.parExpression().expression()),
      body: optional(statement.statement(), statementOf),
      ...placeOf(statement),
    })),
  (context) =>
    optional(context.doWhileStatement(), (statement) => ({
      kind: 'doWhile',
      condition: expressionOf(statement.parExpression().expression()),
      body: blockOf(statement.block()),
      ...placeOf(statement),
    })),
  (context) => optional(context.breakStatement(), (statement) => ({ kind: 'break', ...placeOf(statement) })),
  (context) =>
    optional(context.continueStatement(), (statement) => ({ kind: 'continue', ...placeOf(statement) })),
  (context) => optional(context.insertStatement(), (statement) => dmlOf('insert', statement)),
  (context) => optional(context.updateStatement(), (statement) => dmlOf('update', statement)),
  (context) => optional(context.deleteStatement(), (statement) => dmlOf('delete', statement)),
  (context) => optional(context.undeleteStatement(), (statement) => dmlOf('undelete', statement)),
  (context) =>
    optional(context.upsertStatement(), (statement) =>
      dmlOf('upsert', statement, optional(statement.qualifiedName(), namesOfQualified)),
    ),
  (context) =>
    optional(context.mergeStatement(), (statement) => ({
      kind: 'merge',
      access: accessOf(statement),
      master: expressionOf(statement.expression(0)),
      duplicates: expressionOf(statement.expression(1)),
      ...placeOf(statement),
    })),
  (context) =>
    optional(context.runAsStatement(), (statement) => ({
      kind: 'runAs',
      arguments: expressionListOf(statement.expressionList()),
      body: blockOf(statement.block()),
      ...placeOf(statement),
    })),
];

export function variablesOf(context: VariableDeclaratorsContext): VariableDeclarator[] {
  return context.variableDeclarator_list().map((variable) => ({
    name: nameOf(variable.id()),
    initializer: optional(variable.expression(), expressionOf),
    ...placeOf(variable),
  }));
}

function localVariablesOf(context: LocalVariableDeclarationContext): LocalVariables {
  return {
    kind: 'local',
    type: typeRefOf(context.typeRef()),
    variables: variablesOf(context.variableDeclarators()),
    ...modifiersOf(context.modifier_list()),
    ...placeOf(context),
  };
}

/** `for (...)`: over a collection when it has a colon, else with its three parts. */
function forOf(context: ForStatementContext): ForStatement | ForEachStatement {
  const control = context.forControl();
  const body = optional(context.statement(), statementOf);
  const enhanced = control.enhancedForControl();
  if (present(enhanced)) {
    return {
      kind: 'forEach',
      type: typeRefOf(enhanced.typeRef()),
      name: nameOf(enhanced.id()),
      iterated: expressionOf(enhanced.expression()),
      body,
      ...placeOf(context),
    };
  }
  const init = control.forInit();
  return {
    kind: 'for',
    init: optional(init, (part) =>
      present(part.localVariableDeclaration())
        ? localVariablesOf(part.localVariableDeclaration())
        : expressionListOf(part.expressionList()),
    ),
    condition: optional(control.expression(), expressionOf),
    update: optional(control.forUpdate(), (part) => expressionListOf(part.expressionList())) ?? [],
    body,
    ...placeOf(context),
  };
}

function tryOf(context: TryStatementContext): TryStatement {
  return {
    kind: 'try',
    body: blockOf(context.block()),
    catches: context.catchClause_list().map((clause): CatchClause => ({
      type: qualifiedTypeOf(clause.qualifiedName()),
      name: nameOf(clause.id()),
      body: blockOf(clause.block()),
      ...placeOf(clause),
    })),
    finallyBody: optional(context.finallyBlock(), (part) => blockOf(part.block())),
    ...placeOf(context),
  };
}

function switchOf(context: SwitchStatementContext): SwitchStatement {
  return {
    kind: 'switch',
    subject: expressionOf(context.expression()),
    branches: context.whenControl_list().map((branch): WhenBranch => ({
      when: whenOf(branch.whenValue()),
      body: blockOf(branch.block()),
      ...placeOf(branch),
    })),
    ...placeOf(context),
  };
}

function whenOf(context: WhenValueContext): WhenBranch['when'] {
  if (present(context.ELSE())) return { kind: 'else' };
  if (present(context.typeRef())) {
    return { kind: 'type', type: typeRefOf(context.typeRef()), variable: nameOf(context.id()) };
  }
  return { kind: 'values', values: context.whenLiteral_list().map(whenValueOf) };
}

function whenValueOf(context: WhenLiteralContext): WhenValue {
  const place = placeOf(context);
  if (present(context.whenLiteral())) return whenValueOf(context.whenLiteral());
  if (present(context.qualifiedName())) {
    return { kind: 'constant', name: context.qualifiedName().getText(), ...place };
  }
  if (present(context.NULL())) return { kind: 'literal', type: 'null', text: 'null', ...place };
  const sign = context.SUB_list().length % 2 === 1 ? '-' : '';
  if (present(context.IntegerLiteral())) {
    return { kind: 'literal', type: 'integer', text: sign + context.IntegerLiteral().getText(), ...place };
  }
  if (present(context.LongLiteral())) {
    const digits = context.LongLiteral().getText().slice(0, -1);
    return { kind: 'literal', type: 'long', text: sign + digits, ...place };
  }
  return { kind: 'literal', type: 'string', text: stringValue(context.getText()), ...place };
}

interface DmlContext extends ApexParserRuleContext {
  expression(): Parameters<typeof expressionOf>[0];
  accessLevel(): { SYSTEM(): unknown } | null;
}

function dmlOf(
  operation: DmlStatement['operation'],
  context: DmlContext,
  externalIdField: DmlStatement['externalIdField'] = null,
): DmlStatement {
  return {
    kind: 'dml',
    operation,
    access: accessOf(context),
    value: expressionOf(context.expression()),
    externalIdField,
    ...placeOf(context),
  };
}

function accessOf(context: { accessLevel(): { SYSTEM(): unknown } | null }): DmlAccess {
  return optional(context.accessLevel(), (level) => (present(level.SYSTEM()) ? 'system' : 'user'));
}

function namesOfQualified(context: QualifiedNameContext): ReturnType<typeof namesOf> {
  return namesOf(context.id_list());
}

/** A dotted name as a type without arguments: the type of a catch clause. */
function qualifiedTypeOf(context: QualifiedNameContext): TypeRef {
  return {
    parts: context.id_list().map((id) => ({ name: id.getText(), arguments: [] })),
    arrayDepth: 0,
    ...placeOf(context),
  };
}
