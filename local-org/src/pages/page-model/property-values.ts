import { objectOf, objectsOf, textOf, type Component, type MetadataObject } from '../../metadata';

/** A value as a component gets it. */
export type PropertyValue = string | number | boolean | readonly string[];

const READERS: Readonly<Record<string, (text: string) => PropertyValue>> = {
  Boolean: (text) => text.toLowerCase() === 'true',
  Integer: (text) => Number(text),
};

/**
 * Values of a component's properties by the types that its configuration declares: pages hold texts only.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-configuration-tags.html
 */
export function typedProperties(
  component: Component | undefined,
  properties: Readonly<Record<string, string | readonly string[]>>,
): Record<string, PropertyValue> {
  const types = component ? declaredTypes(component.content) : new Map<string, string>();
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]): [string, PropertyValue] => {
      const read = READERS[types.get(name) ?? ''];
      return [name, read && typeof value === 'string' ? read(value) : value];
    }),
  );
}

/** Types by name of the property, of all targets. */
function declaredTypes(content: MetadataObject): ReadonlyMap<string, string> {
  const configurations = objectsOf(objectOf(content, 'targetConfigs') ?? {}, 'targetConfig');
  return new Map(
    configurations
      .flatMap((configuration) => objectsOf(configuration, 'property'))
      .map((property) => [textOf(property, '@name') ?? '', textOf(property, '@type') ?? '']),
  );
}
