import { componentKey, parentName, type Component, type ComponentId } from '../component';

/** What a deploy does to one component. */
export interface PlanOperation {
  readonly kind: 'create' | 'update' | 'delete';
  readonly id: ComponentId;
  /** The component as it was; absent for `create`. */
  readonly before?: Component;
  /** The component as it becomes; absent for `delete`. */
  readonly after?: Component;
}

/** All metadata of an org at one moment. Immutable: applying operations gives another store. */
export class ComponentStore {
  private constructor(private readonly byType: ReadonlyMap<string, ReadonlyMap<string, Component>>) {}

  static readonly EMPTY = new ComponentStore(new Map());

  /** A store of these components; of two with the same name the later one stays. */
  static of(components: Iterable<Component>): ComponentStore {
    const byType = new Map<string, Map<string, Component>>();
    for (const component of components) {
      const ofType = byType.get(component.type) ?? new Map<string, Component>();
      byType.set(component.type, ofType);
      ofType.set(component.fullName.toLowerCase(), component);
    }
    return new ComponentStore(byType);
  }

  /** The component of that type and name in any case: `find('CustomField', 'account.rating__c')`. */
  find(type: string, fullName: string): Component | undefined {
    return this.byType.get(type)?.get(fullName.toLowerCase());
  }

  has(id: ComponentId): boolean {
    return this.find(id.type, id.fullName) !== undefined;
  }

  /** The components of a type, in the order they were first deployed. */
  all(type: string): readonly Component[] {
    return [...(this.byType.get(type)?.values() ?? [])];
  }

  /** The children of one parent: `childrenOf('CustomField', 'Account')`. */
  childrenOf(type: string, parent: string): readonly Component[] {
    const wanted = parent.toLowerCase();
    return this.all(type).filter((component) => parentName(component.fullName).toLowerCase() === wanted);
  }

  types(): readonly string[] {
    return [...this.byType.keys()];
  }

  *components(): Iterable<Component> {
    for (const ofType of this.byType.values()) yield* ofType.values();
  }

  /** The store after a deploy's operations. */
  apply(operations: readonly PlanOperation[]): ComponentStore {
    const byType = new Map<string, Map<string, Component>>();
    for (const [type, ofType] of this.byType) byType.set(type, new Map(ofType));
    for (const { id, after } of operations) {
      const ofType = byType.get(id.type) ?? new Map<string, Component>();
      byType.set(id.type, ofType);
      if (after) ofType.set(id.fullName.toLowerCase(), after);
      else ofType.delete(id.fullName.toLowerCase());
    }
    return new ComponentStore(byType);
  }
}

/** The operations that turn one store into another. */
export function operationsBetween(before: ComponentStore, after: ComponentStore): PlanOperation[] {
  const operations: PlanOperation[] = [];
  const kept = new Set<string>();
  for (const component of after.components()) {
    kept.add(componentKey(component));
    const id = { type: component.type, fullName: component.fullName };
    const previous = before.find(component.type, component.fullName);
    if (!previous) operations.push({ kind: 'create', id, after: component });
    else if (previous !== component)
      operations.push({ kind: 'update', id, before: previous, after: component });
  }
  for (const component of before.components()) {
    if (kept.has(componentKey(component))) continue;
    operations.push({
      kind: 'delete',
      id: { type: component.type, fullName: component.fullName },
      before: component,
    });
  }
  return operations;
}
