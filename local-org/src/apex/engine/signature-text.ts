import type {
  ConstructorSymbol,
  MethodSymbol,
  ParameterSymbol,
  TypeSymbol,
  VariableSymbol,
} from '../types/symbols';

/** All that code of other units can rely on in a type and its inner types: the same text, the same meaning of its names. */
export function signatureText(symbol: TypeSymbol): string {
  const { qualifiedName, kind, access, superclass, interfaces, constants, isAbstract, isVirtual } = symbol;
  return [
    `${kind} ${qualifiedName} ${access} ${isAbstract} ${isVirtual} ${symbol.sharing} ${symbol.apiVersion}`,
    `${superclass?.name ?? ''}:${interfaces.map(({ name }) => name).join()}:${constants.join()}`,
    ...symbol.variables.map(variableText),
    ...symbol.constructors.map(constructorText),
    ...symbol.methods.map(methodText),
    ...symbol.innerTypes.map(signatureText),
  ].join('\n');
}

const parametersText = (parameters: readonly ParameterSymbol[]): string =>
  parameters.map(({ type }) => type.name).join();

function variableText({ slot, type, access, isStatic, isFinal, property }: VariableSymbol): string {
  return `${slot} ${type.name} ${access} ${isStatic} ${isFinal} ${JSON.stringify(property)}`;
}

function constructorText({ slot, parameters, access }: ConstructorSymbol): string {
  return `${slot}(${parametersText(parameters)}) ${access}`;
}

function methodText(method: MethodSymbol): string {
  const { name, slots, returnType, access, isStatic, isAbstract, isVirtual, annotations } = method;
  const flags = [access, isStatic, isAbstract, isVirtual].join(' ');
  const notes = annotations.map((annotation) => annotation.name).join();
  return `${name} ${slots.join()}(${parametersText(method.parameters)}) ${returnType.name} ${flags} ${notes}`;
}
