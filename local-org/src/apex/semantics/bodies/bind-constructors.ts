import type { ClassDeclaration, ConstructorDeclaration, Expression, Statement } from '../../syntax/ast';
import type { TypeSymbol } from '../../types/symbols';
import type { BindContext } from '../bind-context';
import type { BoundConstructor } from '../bound';
import { checkSuperConstructor } from '../declare-constructors';
import { findConstructors } from '../members';
import { typesInMessage } from '../type-in-message';
import { isVisible } from '../visibility';
import { bindStatements } from './bind-statements';
import { type Body, WRONG_TYPE } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import { chooseOverload } from './choose-overload';
import { convertArguments } from './convert-arguments';
import { declareParameters } from './declare-parameters';
import { reachesEnd } from './flow-analysis';
import { newBody } from './new-body';

/** Binds the constructors of a class; one that declares none has the implicit one. */
export function bindConstructors(
  context: BindContext,
  owner: TypeSymbol,
  declaration: ClassDeclaration,
): BoundConstructor[] {
  const declared = declaration.members.flatMap((member) =>
    member.kind === 'constructor' ? bindConstructor(context, owner, member.declaration) : [],
  );
  if (declared.length > 0) return declared;
  const [implicit] = owner.constructors;
  const { line } = declaration;
  if (!implicit) return [];
  return [
    { symbol: implicit, chained: null, parameters: [], body: { kind: 'block', statements: [], line }, line },
  ];
}

function bindConstructor(
  context: BindContext,
  owner: TypeSymbol,
  declaration: ConstructorDeclaration,
): BoundConstructor[] {
  const symbol = context.declared.constructors.get(declaration);
  if (!symbol) return [];
  const body = newBody({ context, owner, isStatic: false, returns: null, kind: 'constructor' });
  const parameters = declareParameters(body, declaration.parameters, symbol.parameters);
  const [first, ...rest] = declaration.body.statements;
  const call = first && chainedCall(first);
  const chained = call ? bindChained(body, owner, call) : null;
  if (!call) checkSuperConstructor(owner, declaration.name, context.problems);
  const statements = call ? rest : declaration.body.statements;
  const { line } = declaration;
  reachesEnd(statements, context.problems);
  return [
    {
      symbol,
      parameters,
      chained,
      body: { kind: 'block', statements: bindStatements(body, statements), line: declaration.body.line },
      line,
    },
  ];
}

type ChainedCall = Extract<Expression, { kind: 'call' }>;

function chainedCall(statement: Statement): ChainedCall | null {
  if (statement.kind !== 'expression' || statement.expression.kind !== 'call') return null;
  const call = statement.expression;
  return call.target === null && (call.name.text === 'this' || call.name.text === 'super') ? call : null;
}

function bindChained(body: Body, owner: TypeSymbol, call: ChainedCall): BoundConstructor['chained'] {
  const kind = call.name.text as 'this' | 'super';
  const type = kind === 'this' ? body.types.of(owner) : owner.superclass;
  const args = body.chainedArguments(call.arguments);
  const types = args.map((each) => each.type);
  if (!type && !body.knows(body.types.of(owner))) return null;
  // Object is the superclass of all classes that name none.
  if (!type && args.length > 0) body.report(call, MESSAGES.noConstructor(typesInMessage(types)));
  if (!type || args.some((each) => each.type === WRONG_TYPE)) return null;
  const candidates = findConstructors(type, body.types).filter(({ constructor }) =>
    isVisible(constructor, type.symbol, owner),
  );
  const chosen = chooseOverload(body, candidates, args, type.symbol.origin === 'platform');
  if (chosen === 'none' || chosen === 'ambiguous') {
    body.report(call, MESSAGES.noConstructor(typesInMessage(types)));
    return null;
  }
  return {
    kind,
    constructor: chosen.constructor,
    arguments: convertArguments(body, args, chosen.parameters),
    line: call.line,
  };
}
