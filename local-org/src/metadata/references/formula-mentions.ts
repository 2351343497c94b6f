import { childName, parentName, type Component, type ComponentId } from '../component';
import { mentionedAs } from '../loader/activity-fields';
import type { ComponentStore } from '../store/component-store';
import { formulaSites } from './formula-sites';

/**
 * The components whose formulas mention a field, by its name: directly on its own object, or behind a path.
 * Text between quotes does not count.
 */
export function formulasMentioning(field: ComponentId, store: ComponentStore): Component[] {
  const name = childName(field.fullName);
  const objects = mentionedAs(field).map(({ fullName }) => parentName(fullName).toLowerCase());
  const direct = new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'i');
  const behindPath = new RegExp(`\\.\\s*${name}(?!\\w)`, 'i');
  return [...store.components()].filter((component) =>
    formulaSites(component).some(({ expression, objectName }) => {
      const code = expression.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
      return behindPath.test(code) || (objects.includes(objectName.toLowerCase()) && direct.test(code));
    }),
  );
}
