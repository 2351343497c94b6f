import type {
  Block,
  ClassDeclaration,
  ConstructorDeclaration,
  Expression,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  Statement,
  TypeDeclaration,
} from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import type { MethodSymbol, TypeSymbol } from '../../types/symbols';
import type { BindContext } from '../bind-context';
import { bindExpression } from './bind-expression';
import { bindBlock, bindLocals, bindNested, bindStatements } from './bind-statements';
import { Body, WRONG_TYPE, type Binders, type BodyOptions } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type {
  BoundBlock,
  BoundCallable,
  BoundConstructor,
  BoundInitializer,
  BoundMethod,
  BoundProperty,
  BoundType,
  BoundUnit,
  LocalVariable,
} from '../bound';
import { convertArguments } from './convert-arguments';
import { reachesEnd } from './flow-analysis';
import { findConstructors } from '../members';
import { chooseMethod } from '../overloads';
import { typeInMessage, typesInMessage } from '../type-in-message';
import { isVisible } from '../visibility';

const BINDERS: Binders = {
  expression: bindExpression,
  block: bindBlock,
  nested: bindNested,
  locals: bindLocals,
};

function newBody(options: BodyOptions): Body {
  return new Body(options, BINDERS);
}

/** The bound code of a unit whose declarations have been read; what is wrong is in the context's problems. */
export function bindUnit(context: BindContext): BoundUnit {
  const { unit, name, kind, owner } = context.declared;
  const types = [...context.declared.types].map(([declaration, symbol]) =>
    bindType(context, declaration, symbol),
  );
  if (unit.kind === 'type') return { kind: 'class', name, types, main: null, methods: [] };
  const { declaration } = unit;
  const methods = bindMethods(context, owner, declaration.methods);
  const options: BodyOptions = {
    context,
    owner,
    isStatic: true,
    returns: null,
    kind: unit.kind,
    ...(unit.kind === 'trigger' && { triggerObject: unit.declaration.objectName.text }),
  };
  const main = bindMain(options, declaration.body, declaration.line);
  return { kind: kind === 'trigger' ? 'trigger' : 'anonymous', name, types, main, methods };
}

function bindMain(options: BodyOptions, statements: readonly Statement[], line: number): BoundCallable {
  const body = newBody(options);
  reachesEnd(statements, options.context.problems);
  return {
    parameters: [],
    body: { kind: 'block', statements: bindStatements(body, statements), line },
    line,
  };
}

function bindType(context: BindContext, declaration: TypeDeclaration, symbol: TypeSymbol): BoundType {
  const { line } = declaration;
  if (declaration.kind !== 'class') {
    return {
      symbol,
      methods: [],
      constructors: [],
      instanceInitializers: [],
      staticInitializers: [],
      properties: [],
      line,
    };
  }
  const methods = declaration.members.flatMap((member) =>
    member.kind === 'method' ? [member.declaration] : [],
  );
  return {
    symbol,
    methods: bindMethods(context, symbol, methods),
    constructors: bindConstructors(context, symbol, declaration),
    instanceInitializers: bindInitializers(context, symbol, declaration, false),
    staticInitializers: bindInitializers(context, symbol, declaration, true),
    properties: declaration.members.flatMap((member) =>
      member.kind === 'property' ? bindProperty(context, symbol, member.declaration) : [],
    ),
    line,
  };
}

function bindMethods(
  context: BindContext,
  owner: TypeSymbol,
  declarations: readonly MethodDeclaration[],
): BoundMethod[] {
  return declarations.flatMap((declaration) => {
    const symbol = context.declared.methods.get(declaration);
    if (!symbol || !declaration.body) return [];
    const options: BodyOptions = {
      context,
      owner,
      isStatic: symbol.isStatic,
      returns: symbol.returnType,
      kind: 'method',
    };
    return [
      {
        symbol,
        ...bindCallable(options, declaration.parameters, symbol, declaration.body, declaration.line),
      },
    ];
  });
}

function bindCallable(
  options: BodyOptions,
  parameters: readonly Parameter[],
  symbol: Pick<MethodSymbol, 'parameters'>,
  block: Block,
  line: number,
): BoundCallable {
  const body = newBody(options);
  const locals = declareParameters(body, parameters, symbol.parameters);
  const bound: BoundBlock = {
    kind: 'block',
    statements: bindStatements(body, block.statements),
    line: block.line,
  };
  checkEnd(options, block, line);
  return { parameters: locals, body: bound, line };
}

function declareParameters(
  body: Body,
  parameters: readonly Parameter[],
  symbols: readonly { readonly type: ApexType }[],
): LocalVariable[] {
  return parameters.map(({ name }, i) => body.declare(name, name.text, symbols[i]?.type ?? WRONG_TYPE));
}

/** A method that returns something must not reach its end. */
function checkEnd({ context, returns }: BodyOptions, block: Block, line: number): void {
  const reached = reachesEnd(block.statements, context.problems);
  if (!reached || returns === null || returns.kind === 'void' || returns === WRONG_TYPE) return;
  const at = { line: block.endLine || line, column: 1 };
  context.problems.report(at, MESSAGES.missingReturn(typeInMessage(returns)));
}

function bindConstructors(
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
  checkDefaultSuper(context, owner, declaration);
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
  if (!call) checkDefaultSuper(context, owner, declaration);
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
  const args = call.arguments.map((each) => body.value(each));
  if (!type || args.some((each) => each.type === WRONG_TYPE)) return null;
  const types = args.map((each) => each.type);
  const candidates = findConstructors(type, body.types).filter(({ constructor }) =>
    isVisible(constructor, type.symbol, owner),
  );
  const chosen = chooseMethod(candidates, types, body.types, type.symbol.origin === 'platform');
  if (chosen === 'none' || chosen === 'ambiguous') {
    body.report(call, MESSAGES.constructorNotDefined(typeInMessage(type), typesInMessage(types)));
    return null;
  }
  return {
    kind,
    constructor: chosen.constructor,
    arguments: convertArguments(body, args, chosen.parameters),
    line: call.line,
  };
}

/** A constructor that calls none calls the parameterless one of the superclass, which must be there. */
function checkDefaultSuper(
  context: BindContext,
  owner: TypeSymbol,
  at: { readonly line: number; readonly column: number },
): void {
  const { superclass } = owner;
  if (superclass?.symbol.origin !== 'user') return;
  const has = superclass.symbol.constructors.some(({ parameters }) => parameters.length === 0);
  if (!has) context.problems.report(at, MESSAGES.noDefaultConstructor(typeInMessage(superclass)));
}

function bindInitializers(
  context: BindContext,
  owner: TypeSymbol,
  declaration: ClassDeclaration,
  isStatic: boolean,
): BoundInitializer[] {
  const options: BodyOptions = { context, owner, isStatic, returns: null, kind: 'initializer' };
  return declaration.members.flatMap((member): BoundInitializer[] => {
    if (member.kind === 'initializer' && member.isStatic === isStatic) {
      const body = newBody(options);
      const { statements, line } = member.body;
      reachesEnd(statements, context.problems);
      const block: BoundBlock = { kind: 'block', statements: bindStatements(body, statements), line };
      return [{ kind: 'block', body: block, locals: [], line }];
    }
    if (member.kind !== 'field') return [];
    return member.declaration.variables.flatMap((declarator): BoundInitializer[] => {
      const variable = context.declared.variables.get(declarator);
      if (variable?.isStatic !== isStatic || !declarator.initializer) return [];
      const body = newBody(options);
      const value = body.assigned(body.value(declarator.initializer), variable.type, declarator);
      return [{ kind: 'variable', variable, value, line: declarator.line }];
    });
  });
}

function bindProperty(
  context: BindContext,
  owner: TypeSymbol,
  declaration: PropertyDeclaration,
): BoundProperty[] {
  const variable = context.declared.variables.get(declaration);
  const getterBody = declaration.getter?.body;
  const setterBody = declaration.setter?.body;
  if (!variable || (!getterBody && !setterBody)) return [];
  const { isStatic } = variable;
  const accessor = { context, owner, isStatic, kind: 'accessor', property: variable } as const;
  const getter = getterBody && bindAccessor({ ...accessor, returns: variable.type }, getterBody);
  let setter: BoundProperty['setter'] = null;
  if (setterBody) {
    const body = newBody({ ...accessor, returns: null });
    const parameter = body.declare(declaration, 'value', variable.type);
    reachesEnd(setterBody.statements, context.problems);
    const statements = bindStatements(body, setterBody.statements);
    setter = { parameter, body: { kind: 'block', statements, line: setterBody.line } };
  }
  return [{ variable, getter: getter ?? null, setter, line: declaration.line }];
}

function bindAccessor(options: BodyOptions, block: Block): BoundBlock {
  const body = newBody(options);
  const statements = bindStatements(body, block.statements);
  checkEnd(options, block, block.line);
  return { kind: 'block', statements, line: block.line };
}
