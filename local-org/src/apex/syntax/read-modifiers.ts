import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers } from './ast';
import { stringValue } from './literals';
import { placeOf, present } from './source-node';

/** Modifiers in lower case, and annotations with their parameters. */
export function modifiersOf(contexts: readonly ModifierContext[]): Modifiers {
  const modifiers: string[] = [];
  const annotations: Annotation[] = [];
  for (const context of contexts) {
    const annotation = context.annotation();
    if (present(annotation)) annotations.push(annotationOf(annotation));
    else modifiers.push((context.children ?? []).map((child) => child.getText().toLowerCase()).join(' '));
  }
  return { modifiers, annotations };
}

function annotationOf(context: AnnotationContext): Annotation {
  const pairs = context.elementValuePairs();
  const single = context.elementValue();
  const parameters = present(pairs)
    ? pairs
        .elementValuePair_list()
        .map((pair) => ({ name: pair.id().getText(), value: valueOf(pair.elementValue()) }))
    : [];
  return {
    name: context.id().getText(),
    parameters: present(single) ? [{ name: 'value', value: valueOf(single) }] : parameters,
    ...placeOf(context),
  };
}

function valueOf(context: ElementValueContext): string {
  const text = context.getText();
  return text.startsWith("'") ? stringValue(text) : text;
}
