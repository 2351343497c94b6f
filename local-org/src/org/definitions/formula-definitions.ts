import { customLabels, type ComponentStore } from '../../metadata';

/** What formula globals ask the metadata: labels and custom permissions. */
export class FormulaDefinitions {
  private readonly labels = new WeakMap<ComponentStore, ReadonlyMap<string, string>>();

  constructor(private readonly components: () => ComponentStore) {}

  customPermissionExists(name: string): boolean {
    return this.components().find('CustomPermission', name) !== undefined;
  }

  /** Text of a custom label; undefined when there is none of that name. */
  label(name: string): string | undefined {
    const components = this.components();
    let labels = this.labels.get(components);
    if (!labels) {
      labels = new Map(customLabels(components).map((label) => [label.name.toLowerCase(), label.value]));
      this.labels.set(components, labels);
    }
    return labels.get(name.toLowerCase());
  }
}
