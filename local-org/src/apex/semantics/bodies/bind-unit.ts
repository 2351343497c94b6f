import type {
  Block,
  MethodDeclaration,
  Name,
  PropertyDeclaration,
  Statement,
  TypeDeclaration,
} from '../../syntax/ast';
import type { MethodSymbol, TypeSymbol } from '../../types/symbols';
import type { BindContext } from '../bind-context';
import { bindConstructors } from './bind-constructors';
import { bindInitializers } from './bind-initializers';
import { bindStatements } from './bind-statements';
import { WRONG_TYPE, type BodyOptions } from './body';
import { BODY_MESSAGES as MESSAGES } from './body-messages';
import type { BoundBlock, BoundCallable, BoundMethod, BoundProperty, BoundType, BoundUnit } from '../bound';
import { declareParameters } from './declare-parameters';
import { reachesEnd } from './flow-analysis';
import { newBody } from './new-body';
import { typeInMessage } from '../type-in-message';

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
        ...bindCallable(options, declaration, symbol, declaration.body),
      },
    ];
  });
}

function bindCallable(
  options: BodyOptions,
  { name, parameters, line }: MethodDeclaration,
  symbol: MethodSymbol,
  block: Block,
): BoundCallable {
  const body = newBody(options);
  const locals = declareParameters(body, parameters, symbol.parameters);
  const bound: BoundBlock = {
    kind: 'block',
    statements: bindStatements(body, block.statements),
    line: block.line,
  };
  checkEnd(options, block, name);
  return { parameters: locals, body: bound, line };
}

/** A method that returns something must not reach its end. */
function checkEnd({ context, returns }: BodyOptions, block: Block, at: Name | Block): void {
  const reached = reachesEnd(block.statements, context.problems);
  if (!reached || returns === null || returns.kind === 'void' || returns === WRONG_TYPE) return;
  context.problems.report(at, MESSAGES.missingReturn(typeInMessage(returns)));
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
    const parameter = body.declare({ ...declaration.name, text: 'value' }, variable.type);
    reachesEnd(setterBody.statements, context.problems);
    const statements = bindStatements(body, setterBody.statements);
    setter = { parameter, body: { kind: 'block', statements, line: setterBody.line } };
  }
  return [{ variable, getter: getter ?? null, setter, line: declaration.line }];
}

function bindAccessor(options: BodyOptions, block: Block): BoundBlock {
  const body = newBody(options);
  const statements = bindStatements(body, block.statements);
  checkEnd(options, block, block);
  return { kind: 'block', statements, line: block.line };
}
