import type { Annotation, Modifier, Node } from '../syntax/ast';
import type { Access, TypeSymbol } from '../types/symbols';

/** What modifiers and annotations stand on, in the word that messages use. */
export type ElementKind =
  | 'classes'
  | 'interfaces'
  | 'enums'
  | 'fields'
  | 'properties'
  | 'methods'
  | 'constructors'
  | 'parameters'
  | 'locals';

/** A declaration as the checks of modifiers and annotations see it. */
export interface Element {
  readonly kind: ElementKind;
  readonly at: Node;
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly Annotation[];
  readonly access: Access;
  /** The type it is declared in; null for a top-level type. */
  readonly definingType: TypeSymbol | null;
  readonly apiVersion: number;
}
