import type { SourcePosition } from '../../core';
import type { ComponentId } from '../component';
import type { PackageProblem } from '../reader/package-component';
import type { PlannedMessage } from './deploy-plan';

/** A component and the file it came in. */
export interface FiledComponent extends ComponentId {
  readonly fileName: string;
}

/** The row of a component that was taken, and that changed nothing so far. */
export function successMessage({ type, fullName, fileName }: FiledComponent): PlannedMessage {
  return {
    componentType: type,
    fullName,
    fileName,
    success: true,
    changed: false,
    created: false,
    deleted: false,
  };
}

/** The row of a component that was refused. */
export function failureMessage(
  component: FiledComponent,
  problem: string,
  position?: SourcePosition,
): PlannedMessage {
  return {
    ...successMessage(component),
    success: false,
    problem,
    problemType: 'Error',
    ...(position ? { lineNumber: position.line, columnNumber: position.column } : {}),
  };
}

/** The row of a problem found while reading a package. */
export function problemMessage(problem: PackageProblem): PlannedMessage {
  const component = { type: problem.componentType, fullName: problem.fullName, fileName: problem.fileName };
  const message = failureMessage(component, problem.message, problem.position);
  return problem.severity === 'Warning' ? { ...message, success: true, problemType: 'Warning' } : message;
}
