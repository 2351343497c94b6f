import type { ComponentStore } from '../../../metadata';
import { objectsOf, textOf } from '../../../metadata';
import type { ApexRuntime } from '../../runtime/apex-runtime';
import { referencePage } from '../documentation';
import { method, type PlatformClass } from '../platform-class';

const labels = new WeakMap<ComponentStore, ReadonlyMap<string, string>>();

/** The text of a custom label by its name in any case; undefined when there is none. */
export function customLabel(components: ComponentStore, name: string): string | undefined {
  let texts = labels.get(components);
  if (!texts) labels.set(components, (texts = readLabels(components)));
  return texts.get(name.toLowerCase());
}

function readLabels(components: ComponentStore): ReadonlyMap<string, string> {
  const single = components
    .all('CustomLabel')
    .map(({ fullName, content }): [string, string] => [
      fullName.toLowerCase(),
      textOf(content, 'value') ?? '',
    ]);
  const grouped = components
    .all('CustomLabels')
    .flatMap(({ content }) => objectsOf(content, 'labels'))
    .map((entry): [string, string] => [
      (textOf(entry, 'fullName') ?? '').toLowerCase(),
      textOf(entry, 'value') ?? '',
    ]);
  return new Map([...grouped, ...single]);
}

/** The text of a label while code runs. @throws TypeException when it is gone */
export function readLabel(runtime: ApexRuntime, name: string): string {
  return (
    customLabel(runtime.org.components(), name) ??
    runtime.throwNew('System.TypeException', `Label ${name} does not exist`)
  );
}

/** Custom labels by name. `Label.Name` itself is looked up when code is compiled. */
export const labelClass: PlatformClass = {
  name: 'System.Label',
  kind: 'class',
  documentation: referencePage('apex_class_System_Label'),
  members: [
    method(
      'static String get(String namespace, String label)',
      (runtime: ApexRuntime, _namespace: string | null, name: string | null) =>
        readLabel(runtime, name ?? runtime.throwNull()),
    ),
    method(
      'static String get(String namespace, String label, String language)',
      (runtime: ApexRuntime, _namespace: string | null, name: string | null) =>
        readLabel(runtime, name ?? runtime.throwNull()),
    ),
  ],
};
