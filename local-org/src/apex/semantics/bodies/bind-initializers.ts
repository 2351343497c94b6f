import type { ClassDeclaration, Member } from '../../syntax/ast';
import type { TypeSymbol, VariableSymbol } from '../../types/symbols';
import type { BindContext } from '../bind-context';
import type { BoundInitializer } from '../bound';
import { bindStatements } from './bind-statements';
import type { BodyOptions } from './body';
import { reachesEnd } from './flow-analysis';
import { newBody } from './new-body';

/**
 * Binds fields with initialisers and initialiser blocks, in the order of the source. None of them may name a variable of
 * the class that is declared further down.
 */
export function bindInitializers(
  context: BindContext,
  owner: TypeSymbol,
  { members }: ClassDeclaration,
  isStatic: boolean,
): BoundInitializer[] {
  const later = new Set(members.flatMap((member) => variablesOf(context, member)));
  const options: BodyOptions = { context, owner, isStatic, returns: null, kind: 'initializer', later };
  return members.flatMap((member): BoundInitializer[] => {
    if (member.kind === 'initializer' && member.isStatic === isStatic) return [bindBlock(options, member)];
    if (member.kind === 'field') return bindField(options, member.declaration, later);
    for (const variable of variablesOf(context, member)) later.delete(variable);
    return [];
  });
}

/** Fields and properties that a member declares. */
function variablesOf({ declared }: BindContext, member: Member): VariableSymbol[] {
  const declarations =
    member.kind === 'field'
      ? member.declaration.variables
      : member.kind === 'property'
        ? [member.declaration]
        : [];
  return declarations.flatMap((declaration) => declared.variables.get(declaration) ?? []);
}

function bindBlock(
  options: BodyOptions,
  { body: { statements, line } }: Extract<Member, { kind: 'initializer' }>,
): BoundInitializer {
  const body = newBody(options);
  reachesEnd(statements, options.context.problems);
  return {
    kind: 'block',
    body: { kind: 'block', statements: bindStatements(body, statements), line },
    locals: [],
    line,
  };
}

/** @param later loses each variable once its initialiser is done */
function bindField(
  options: BodyOptions,
  { variables }: Extract<Member, { kind: 'field' }>['declaration'],
  later: Set<VariableSymbol>,
): BoundInitializer[] {
  return variables.flatMap((declarator): BoundInitializer[] => {
    const variable = options.context.declared.variables.get(declarator);
    if (!variable) return [];
    const { initializer, line } = declarator;
    const bound: BoundInitializer[] = [];
    if (variable.isStatic === options.isStatic && initializer) {
      const body = newBody(options);
      const value = body.assigned(body.expression(initializer), variable.type, declarator);
      bound.push({ kind: 'variable', variable, value, line });
    }
    later.delete(variable);
    return bound;
  });
}
