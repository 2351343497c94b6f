import type { ApexType } from '../../types/apex-type';
import { ApexObject } from './apex-value';

/**
 * A value of a platform class without type arguments: a Decimal, a Date, a Pattern. Such values are made in great
 * numbers and without a runtime at hand, so they know their type by name only; `runtime.typeOf(value)` is
 * `types.platform(value.typeName)`.
 */
export abstract class PlatformObject extends ApexObject {
  /** Name of the class as `ApexTypes.platform` takes it: `Decimal`, `JSONGenerator`. */
  abstract readonly typeName: string;

  /** @throws Error always: the interned type belongs to a runtime and is asked with `runtime.typeOf` */
  override get type(): ApexType {
    throw new Error(`The type of a ${this.typeName} is asked with runtime.typeOf`);
  }
}
