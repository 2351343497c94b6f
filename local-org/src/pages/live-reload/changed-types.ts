import type { ComponentStore } from '../../metadata';

/** Metadata types of which a component is new, other or gone. */
export function changedTypes(before: ComponentStore, after: ComponentStore): string[] {
  const types = new Set([...before.types(), ...after.types()]);
  return [...types].filter((type) => {
    const [old, current] = [before.all(type), after.all(type)];
    return old.length !== current.length || old.some((component, index) => component !== current[index]);
  });
}
