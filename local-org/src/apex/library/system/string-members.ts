import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { method, type PlatformMember } from '../platform-class';

/** An instance method of String without arguments. */
export function plain<R>(signature: string, run: (self: string) => R): PlatformMember {
  return method(signature, (_runtime: ApexRuntime, self: string) => run(self));
}

/** An instance method of String with one argument that must be there. */
export function withOne<A, R>(signature: string, run: (self: string, argument: A) => R): PlatformMember {
  return method(signature, (runtime: ApexRuntime, self: string, argument: Maybe<A>) =>
    run(self, required(runtime, argument)),
  );
}

/** An instance method of String with two arguments that must be there. */
export function withTwo<A, B, R>(
  signature: string,
  run: (self: string, first: A, second: B) => R,
): PlatformMember {
  return method(signature, (runtime: ApexRuntime, self: string, first: Maybe<A>, second: Maybe<B>) =>
    run(self, required(runtime, first), required(runtime, second, 2)),
  );
}
