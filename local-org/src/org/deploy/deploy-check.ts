import type { Component, ComponentStore, PackageComponent, PlannedMessage } from '../../metadata';
import type { Schema } from '../../schema';
import { componentFailure } from './component-failure';

/** What a deploy leads to, before it is final. */
export interface DeployState {
  readonly schema: Schema;
  readonly components: ComponentStore;
  /** What the deploy brings that is new or other than before. */
  readonly changed: readonly PackageComponent[];
}

/** Something that stands against a deploy. */
export interface DeployProblem {
  readonly component: Component;
  readonly message: string;
  /** Path in the package of the file that is wrong, when it is not the component's own. */
  readonly fileName?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}

/** A check that a module above the org makes of every deploy; the deploy is undone when it finds anything. */
export type DeployCheck = (state: DeployState) => readonly DeployProblem[];

/** Runs the checks of modules above the org. */
export function runDeployChecks(checks: readonly DeployCheck[], state: DeployState): PlannedMessage[] {
  return checks.flatMap((check) =>
    check(state).map(({ component, message, fileName, line, column }) => ({
      ...componentFailure(component, message),
      ...(fileName !== undefined && { fileName }),
      ...(line !== undefined && { lineNumber: line }),
      ...(column !== undefined && { columnNumber: column }),
    })),
  );
}
