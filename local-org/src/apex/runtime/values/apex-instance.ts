import type { ApexType } from '../../types/apex-type';
import type { VariableSymbol } from '../../types/symbols';
import type { ApexRuntime } from '../apex-runtime';
import { ApexObject, type ApexValue } from './apex-value';

type Slot = (...args: readonly unknown[]) => unknown;

/** Objects whose text is being made: an object within itself is not written again. */
const beingWritten = new Set<ApexInstance>();

/**
 * An object of a user's class. Generated classes extend this one or each other; their prototypes carry the methods by
 * slot: `m_run$Integer`, and `p_compareto_1` for what the platform calls.
 */
export class ApexInstance extends ApexObject {
  /** Stands on the prototype of the generated class. */
  declare readonly type: ApexType;

  /** The code that the class has for a method the platform calls: `platformSlot('compareTo', 1)`. */
  platformSlot(methodName: string, arity: number): Slot | undefined {
    return (this as unknown as Record<string, Slot | undefined>)[`p_${methodName.toLowerCase()}_${arity}`];
  }

  /** By the class's `equals`; without one only the object itself is equal. */
  override equalTo(_runtime: ApexRuntime, other: ApexValue): boolean {
    if (this === other) return true;
    return this.platformSlot('equals', 1)?.call(this, other) === true;
  }

  /** By the class's `toString`; without one `Deal:[amount=5, name=null]`. */
  override toText(runtime: ApexRuntime): string {
    const written = this.platformSlot('toString', 0);
    if (written) return runtime.toText(written.call(this) as ApexValue);
    if (beingWritten.has(this)) return '(already output)';
    beingWritten.add(this);
    try {
      const fields = instanceVariables(this.type).map(
        (variable) => `${variable.name}=${runtime.toText(this.stored(variable))}`,
      );
      return `${this.type.kind === 'class' ? this.type.symbol.simpleName : this.type.name}:[${fields.join(', ')}]`;
    } finally {
      beingWritten.delete(this);
    }
  }

  /** Another object of the class with the same values: what `clone` answers. */
  shallowCopy(): ApexInstance {
    return Object.assign(Object.create(Object.getPrototypeOf(this) as object) as ApexInstance, this);
  }

  /** The value of a field, or of the field behind a property. */
  stored({ slot }: VariableSymbol): ApexValue {
    const fields = this as unknown as Record<string, ApexValue | undefined>;
    const behind = `b_${slot.slice('f_'.length)}`;
    return (Object.hasOwn(this, behind) ? fields[behind] : fields[slot]) ?? null;
  }
}

/** Fields and properties of objects of a class, those of superclasses first. */
export function instanceVariables(type: ApexType): VariableSymbol[] {
  if (type.kind !== 'class') return [];
  const { superclass, variables } = type.symbol;
  const own = variables.filter(({ isStatic, owner }) => !isStatic && owner.origin === 'user');
  return superclass ? [...instanceVariables(superclass), ...own] : own;
}
