import type { ApexRuntime } from '../runtime/apex-runtime';

/** The id of the ApexClass that a type stands in: `Outer.Inner` is in `Outer`; null for anonymous code. */
export function classIdOf(runtime: ApexRuntime, typeName: string): string | null {
  const [outer = ''] = typeName.split('.');
  return runtime.org.classId(outer);
}
