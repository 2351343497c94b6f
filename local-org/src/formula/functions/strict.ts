import type { Evaluate, Expression } from '../compiler/expression';
import type { Value } from '../values/value';
import type { FunctionCall } from './formula-function';

/** The n-th argument of a checked call. */
export function argument(call: FunctionCall, index: number): Expression {
  return call.arguments[index] as Expression;
}

/** A function of one argument that is null when the argument is. */
export function strict1<A extends Value>(call: FunctionCall, compute: (a: A & {}) => Value): Evaluate {
  const first = argument(call, 0).evaluate;
  return (environment) => {
    const a = first(environment);
    return a === null ? null : compute(a as A & {});
  };
}

/** A function of two arguments that is null when one of them is. */
export function strict2<A extends Value, B extends Value>(
  call: FunctionCall,
  compute: (a: A & {}, b: B & {}) => Value,
): Evaluate {
  const first = argument(call, 0).evaluate;
  const second = argument(call, 1).evaluate;
  return (environment) => {
    const a = first(environment);
    const b = second(environment);
    return a === null || b === null ? null : compute(a as A & {}, b as B & {});
  };
}

/** A function of three arguments that is null when one of them is. */
export function strict3<A extends Value, B extends Value, C extends Value>(
  call: FunctionCall,
  compute: (a: A & {}, b: B & {}, c: C & {}) => Value,
): Evaluate {
  const first = argument(call, 0).evaluate;
  const second = argument(call, 1).evaluate;
  const third = argument(call, 2).evaluate;
  return (environment) => {
    const a = first(environment);
    const b = second(environment);
    const c = third(environment);
    if (a === null || b === null || c === null) return null;
    return compute(a as A & {}, b as B & {}, c as C & {});
  };
}
