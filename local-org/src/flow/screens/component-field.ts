import { booleanOf, objectsOf, textOf, type MetadataObject } from '../../metadata';
import type { CheckScope } from '../checks/check-scope';
import type { TypeScope } from '../definition/type-scope';
import { valueSourceOf, type ValueSource } from '../definition/value-source';
import type { OutputType } from '../elements/flow-element';

/** A component of a screen that is no field of the flow's own: an address, a Lightning web component. */
export interface ComponentField {
  /** `flowruntime:address`, `c:shelf` */
  readonly extensionName: string;
  readonly inputs: readonly { readonly name: string; readonly source: ValueSource }[];
  /** Resources that take attributes when the screen is left. */
  readonly outputs: readonly { readonly name: string; readonly target: string }[];
  /** Whether `{!Component.attribute}` reads what the component holds. */
  readonly storesAutomatically: boolean;
  /** Whether a user who comes back finds the inputs again, not what was entered. */
  readonly resetsInputs: boolean;
}

/** Reads a screen field of the type ComponentInstance. */
export function readComponentField(content: MetadataObject): ComponentField {
  return {
    extensionName: textOf(content, 'extensionName') ?? '',
    inputs: objectsOf(content, 'inputParameters').map((input) => ({
      name: textOf(input, 'name') ?? '',
      source: valueSourceOf(input),
    })),
    outputs: objectsOf(content, 'outputParameters').map((output) => ({
      name: textOf(output, 'name') ?? '',
      target: textOf(output, 'assignToReference') ?? '',
    })),
    storesAutomatically: booleanOf(content, 'storeOutputAutomatically'),
    resetsInputs: textOf(content, 'inputsOnNextNavToAssocScrn') === 'ResetValues',
  };
}

/** What `{!Component}` stands for: its attributes. */
export function componentOutput(component: ComponentField, scope: TypeScope): OutputType | undefined {
  const attributes = component.storesAutomatically
    ? scope.screenComponent(component.extensionName)
    : undefined;
  if (!attributes) return undefined;
  const members = new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]));
  return { dataType: 'Apex', isCollection: false, members };
}

/** Reports a component that is not there, and attributes that it does not have or that do not fit. */
export function checkComponentField(scope: CheckScope, fieldName: string, component: ComponentField): void {
  const { extensionName, inputs, outputs } = component;
  const attributes = scope.screenComponent(extensionName);
  if (!attributes)
    return scope.problem(
      `The screen component "${extensionName}" (${fieldName}) doesn't exist or isn't supported by the local org.`,
    );
  const find = (name: string): OutputType | undefined => {
    const attribute = attributes.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (!attribute)
      scope.problem(`The screen component "${extensionName}" (${fieldName}) has no attribute "${name}".`);
    return attribute;
  };
  for (const { name, source } of inputs) {
    const to = find(name);
    const from = scope.value(source);
    if (to && from) scope.compatible(from, to, name);
  }
  for (const { name, target } of outputs) {
    const from = find(name);
    if (from) scope.assignment(target, from);
  }
}
