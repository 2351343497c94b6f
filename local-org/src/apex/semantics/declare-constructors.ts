import type { ConstructorDeclaration, Node, TypeDeclaration } from '../syntax/ast';
import type { ConstructorSymbol, TypeSymbol } from '../types/symbols';
import type { CompileProblems } from './compile-error';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';
import type { DeclareContext } from './declare-context';
import { constructorInMessage } from './declare-members';
import { isException } from './declare-supertypes';
import { sameParameters } from './members';
import { typesInMessage } from './type-in-message';
import { isVisible } from './visibility';

/**
 * Adds the constructors that a class has without declaring them: one without parameters when it declares none, and for an
 * exception those of Exception. Superclasses must have been worked off before.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_exception_custom.htm
 */
export function addImplicitConstructors(
  declaration: TypeDeclaration,
  symbol: TypeSymbol,
  context: DeclareContext,
): void {
  if (declaration.kind !== 'class') return;
  if (isException(symbol)) {
    addExceptionConstructors(symbol, context);
    return;
  }
  if (symbol.constructors.length > 0) return;
  checkSuperConstructor(symbol, declaration.name, context.problems);
  symbol.constructors.push({
    owner: symbol,
    parameters: [],
    access: symbol.access === 'global' ? 'global' : 'public',
    annotations: [],
    line: symbol.line,
    slot: 'k_0',
    run: null,
  });
}

function addExceptionConstructors(symbol: TypeSymbol, context: DeclareContext): void {
  const { symbols, problems, types } = context;
  const declared = new Map<ConstructorSymbol, ConstructorDeclaration>();
  for (const [declaration, constructor] of symbols.constructors) declared.set(constructor, declaration);
  for (const inherited of types.platform('Exception').symbol.constructors) {
    const parameters = typesOf(inherited);
    const own = symbol.constructors.find((each) => sameParameters(typesOf(each), parameters));
    const at = own && declared.get(own);
    if (at)
      problems.report(at.name, MESSAGES.exceptionConstructor(`void <init>(${typesInMessage(parameters)})`));
    else symbol.constructors.push({ ...inherited, owner: symbol, slot: `k_${symbol.constructors.length}` });
  }
}

const typesOf = ({ parameters }: ConstructorSymbol) => parameters.map(({ type }) => type);

/**
 * A constructor that calls no other calls the one without parameters of the superclass, which must be there.
 * @param at where the constructor is declared; the name of a class that declares none
 */
export function checkSuperConstructor(symbol: TypeSymbol, at: Node, problems: CompileProblems): void {
  const superclass = symbol.superclass?.symbol;
  if (superclass?.origin !== 'user') return;
  const inherited = superclass.constructors.find(({ parameters }) => parameters.length === 0);
  if (!inherited) problems.report(at, MESSAGES.noDefaultConstructor(superclass.qualifiedName));
  else if (!isVisible(inherited, superclass, symbol)) {
    problems.report(at, MESSAGES.methodNotVisible(constructorInMessage(superclass, [])));
  }
}
