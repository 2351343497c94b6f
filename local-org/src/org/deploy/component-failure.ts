import { positionOf, type Component, type PackageComponent, type PlannedMessage } from '../../metadata';

/** The result row of a component that the org refuses, with the line when the component came with the deploy. */
export function componentFailure(
  component: Component,
  problem: string,
  path: Parameters<typeof positionOf>[1] = [],
): PlannedMessage {
  const position = isDeployed(component) ? positionOf(component, path) : undefined;
  return {
    componentType: component.type,
    fullName: component.fullName,
    fileName: component.fileName,
    success: false,
    changed: false,
    created: false,
    deleted: false,
    problem,
    problemType: 'Error',
    ...(position ? { lineNumber: position.line, columnNumber: position.column } : {}),
  };
}

function isDeployed(component: Component): component is PackageComponent {
  return 'root' in component;
}
