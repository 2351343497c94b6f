import { hasAnnotation } from '../semantics/visibility';
import type { Annotation } from '../syntax/ast';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';

/** The first static method of a class that carries an annotation. */
export function annotatedMethod(symbol: TypeSymbol, annotation: string): MethodSymbol | undefined {
  return symbol.methods.find((method) => method.isStatic && hasAnnotation(method, annotation));
}

/** What an annotation says under a name, both in any case: `annotationValue(method, 'InvocableMethod', 'label')`. */
export function annotationValue(
  { annotations }: { readonly annotations: readonly Annotation[] },
  annotation: string,
  parameter: string,
): string | undefined {
  return annotations
    .filter(({ name }) => name.toLowerCase() === annotation.toLowerCase())
    .flatMap(({ parameters }) => parameters)
    .find(({ name }) => name.toLowerCase() === parameter.toLowerCase())?.value;
}

/** A class of the org by its name in any case. */
export function findClass(classes: readonly TypeSymbol[], name: string): TypeSymbol | undefined {
  return classes.find(({ qualifiedName }) => qualifiedName.toLowerCase() === name.toLowerCase());
}
