import type { SourcePosition } from '../../core';
import type { Component } from '../component';
import type { Problem } from '../elements/problem';
import { positionAtPath, type PathStep, type XmlElement } from '../xml/xml-element';

/** A component as a package or source folder holds it, with its place in the file. */
export interface PackageComponent extends Component {
  /** Root element of the file it was read from; null when the component has no XML (a body without meta file). */
  readonly root: XmlElement | null;
  /** From the root to the component's own element: `['fields', 3]` for a child, empty otherwise. */
  readonly path: readonly PathStep[];
  /** For a child: name of the type in whose file it stands. */
  readonly parentType: string | null;
}

/** Something wrong with a file of a package. */
export interface PackageProblem extends Problem {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
}

/** The position of an element of a component: `positionOf(permissionSet, ['fieldPermissions', 0, 'field'])`. */
export function positionOf(
  component: PackageComponent,
  path: readonly PathStep[] = [],
): SourcePosition | undefined {
  return component.root ? positionAtPath(component.root, [...component.path, ...path]) : undefined;
}
