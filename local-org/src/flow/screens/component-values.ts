import { convertValue } from '../interview/convert';
import { FlowStructure, type FlowValue } from '../interview/flow-value';
import { flowValueOf, jsonOf } from '../interview/input-values';
import type { Interview } from '../interview/interview';
import type { ComponentAttribute } from '../definition/type-scope';
import type { ComponentField } from './component-field';

/** A component as the page shows it. */
export interface ShownComponent {
  /** `flowruntime:address` */
  readonly name: string;
  /** Values by attribute name, of those that have one. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The component with its inputs, or with what was entered when the user was here before. */
export function shownComponent(
  interview: Interview,
  fieldName: string,
  component: ComponentField,
): ShownComponent {
  const members = new Map([
    ...inputsOf(interview, component),
    ...(component.resetsInputs ? [] : enteredBefore(interview, fieldName)),
  ]);
  const attributes = attributesOf(interview, component).flatMap(({ name }): [string, unknown][] => {
    const value = members.get(name.toLowerCase());
    return value === undefined ? [] : [[name, jsonOf(value)]];
  });
  return { name: component.extensionName, attributes: Object.fromEntries(attributes) };
}

/**
 * Keeps what the component holds when its screen is left, and gives it to the resources that wait for it.
 * @param given values by attribute name as the page sends them; anything else means that nothing changed
 */
export function enterComponent(
  interview: Interview,
  fieldName: string,
  component: ComponentField,
  given: unknown,
): void {
  const members = new Map([...inputsOf(interview, component), ...enteredBefore(interview, fieldName)]);
  const values =
    typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  const attributes = attributesOf(interview, component);
  for (const attribute of attributes) {
    const value = values[attribute.name];
    if (value === undefined) continue;
    const entered = flowValueOf(interview.run, value, attribute);
    const user = interview.run.context.user;
    members.set(attribute.name.toLowerCase(), convertValue(entered, undefined, attribute, user));
  }
  interview.values.set(fieldName.toLowerCase(), new FlowStructure(members));
  for (const { name, target } of component.outputs) {
    const attribute = attributes.find((known) => known.name.toLowerCase() === name.toLowerCase());
    interview.assign(target, members.get(name.toLowerCase()) ?? null, attribute?.dataType);
  }
}

function inputsOf(interview: Interview, component: ComponentField): [string, FlowValue][] {
  const attributes = attributesOf(interview, component);
  return component.inputs.flatMap(({ name, source }): [string, FlowValue][] => {
    const attribute = attributes.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (!attribute) return [];
    const value = convertValue(
      interview.valueOf(source),
      interview.dataTypeOf(source),
      attribute,
      interview.run.context.user,
    );
    return [[name.toLowerCase(), value]];
  });
}

function enteredBefore(interview: Interview, fieldName: string): Iterable<[string, FlowValue]> {
  const value = interview.values.get(fieldName.toLowerCase());
  return value instanceof FlowStructure ? value.members : [];
}

function attributesOf(
  interview: Interview,
  { extensionName }: ComponentField,
): readonly ComponentAttribute[] {
  return interview.run.catalogue.scopeOf(interview.flow).screenComponent(extensionName) ?? [];
}
