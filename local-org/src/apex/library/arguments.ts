import type { ApexRuntime } from '../runtime/apex-runtime';

/** An argument that may be missing, as functions of the library receive it. */
export type Maybe<T> = T | null;

/**
 * An argument that must be there.
 *
 * UNVERIFIED: which methods say `Argument 1 cannot be null` and which `Argument cannot be null.`
 * @param position place among the arguments, from 1
 * @throws NullPointerException `Argument 1 cannot be null`
 */
export function required<T>(runtime: ApexRuntime, value: Maybe<T>, position = 1): T {
  return value ?? runtime.throwNew('System.NullPointerException', `Argument ${position} cannot be null`);
}

/** What a conversion is given. @throws NullPointerException `Argument cannot be null.` */
export function requiredValue<T>(runtime: ApexRuntime, value: Maybe<T>): T {
  return value ?? runtime.throwNew('System.NullPointerException', 'Argument cannot be null.');
}
