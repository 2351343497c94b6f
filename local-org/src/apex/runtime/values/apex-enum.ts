import type { ClassApexType } from '../../types/apex-type';
import type { ApexTypes } from '../../types/apex-types';
import type { TypeSymbol } from '../../types/symbols';
import { ApexObject } from './apex-value';

/** A constant of an enum. There is one object per constant, so that they are compared by identity. */
export class ApexEnumValue extends ApexObject {
  constructor(
    readonly type: ClassApexType,
    /** As declared: `SPRING`. */
    readonly name: string,
    /** Place among the constants, from 0. */
    readonly ordinal: number,
  ) {
    super();
  }

  get symbol(): TypeSymbol {
    return this.type.symbol;
  }

  override toText(): string {
    return this.name;
  }
}

const known = new WeakMap<TypeSymbol, readonly ApexEnumValue[]>();

/** All constants of an enum, in order. */
export function enumValues(types: ApexTypes, symbol: TypeSymbol): readonly ApexEnumValue[] {
  let values = known.get(symbol);
  if (!values) {
    const type = types.of(symbol);
    values = symbol.constants.map((name, ordinal) => new ApexEnumValue(type, name, ordinal));
    known.set(symbol, values);
  }
  return values;
}

/** A constant by name in any case: `enumValue(types, symbol, 'spring')`; undefined when there is none. */
export function enumValue(types: ApexTypes, symbol: TypeSymbol, name: string): ApexEnumValue | undefined {
  const wanted = name.toLowerCase();
  return enumValues(types, symbol).find((value) => value.name.toLowerCase() === wanted);
}
