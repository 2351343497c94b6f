import { ApiError } from '../../core';
import type { TestClass } from './discover-tests';

/** Which tests are to run. */
export type TestSelection =
  { readonly level: 'all' } | { readonly level: 'named'; readonly tests: readonly NamedTests[] };

/** Tests of one class; all of them when no methods are named. */
export interface NamedTests {
  readonly className: string;
  readonly methodNames?: readonly string[];
}

/** A class with the tests of it that run. */
export interface SelectedTests {
  readonly testClass: TestClass;
  /** In lower case; absent for all. */
  readonly methodNames?: ReadonlySet<string>;
}

/** @throws ApiError INVALID_INPUT when a class has no tests, or no test of that name */
export function selectTests(classes: readonly TestClass[], selection: TestSelection): SelectedTests[] {
  if (selection.level === 'all') return classes.map((testClass) => ({ testClass }));
  const byName = new Map(classes.map((testClass) => [testClass.name.toLowerCase(), testClass]));
  return selection.tests.map(({ className, methodNames }) => {
    const testClass = byName.get(className.toLowerCase());
    if (!testClass) throw noTests(className);
    if (!methodNames || methodNames.length === 0) return { testClass };
    const names = new Set(methodNames.map((name) => name.toLowerCase()));
    const known = new Set(testClass.methods.map(({ name }) => name.toLowerCase()));
    const unknown = [...names].find((name) => !known.has(name));
    if (unknown !== undefined) throw noTests(`${className}.${unknown}`);
    return { testClass, methodNames: names };
  });
}

/** UNVERIFIED: the error for the name of a class or method without tests. */
function noTests(name: string): ApiError {
  return new ApiError(
    'INVALID_INPUT',
    `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`,
  );
}
