import type { ApexType } from '../../types/apex-type';
import type { BoundExpression } from '../bound';

/** What a name or a dotted path stands for. */
export type Resolved =
  | { readonly kind: 'value'; readonly value: BoundExpression }
  /** A type; `names` is the path, which may be a namespace as well: `Database`. */
  | { readonly kind: 'type'; readonly type: ApexType; readonly names: readonly string[] }
  /** The first part of a longer name: `Schema`, `System`. */
  | { readonly kind: 'namespace'; readonly names: readonly string[] }
  /** `Schema.SObjectType`, whose members are objects. */
  | { readonly kind: 'objectTypes' }
  /** `Label`, whose members are custom labels. */
  | { readonly kind: 'labels' }
  /** `Account.fields`, whose members are fields. */
  | { readonly kind: 'fields'; readonly objectName: string };
