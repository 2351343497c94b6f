import { hasAnnotation } from '../semantics/visibility';
import type { Annotation } from '../syntax/ast';
import type { MethodSymbol, TypeSymbol } from '../types/symbols';

/** A method that is a test, or that makes the data of the tests of its class. */
export interface TestMethod {
  readonly name: string;
  /** Name of the generated function. */
  readonly slot: string;
  /** Whether it sees the records of the org. */
  readonly seeAllData: boolean;
}

/** A class with tests. */
export interface TestClass {
  readonly name: string;
  readonly methods: readonly TestMethod[];
  /** Methods with `@TestSetup`. */
  readonly setups: readonly TestMethod[];
  /** Whether the class, and with it every method that does not say otherwise, sees the records of the org. */
  readonly seeAllData: boolean;
}

/** Below this version tests saw all records unless told otherwise. */
const ISOLATED_FROM_API_VERSION = 24;

/**
 * The tests among classes, in the order of their names.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_isTest.htm
 */
export function discoverTests(classes: readonly TypeSymbol[]): TestClass[] {
  return classes
    .map(testClassOf)
    .filter(({ methods }) => methods.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function testClassOf(symbol: TypeSymbol): TestClass {
  const seeAllData = seesAllData(symbol) ?? symbol.apiVersion < ISOLATED_FROM_API_VERSION;
  const testMethod = (method: MethodSymbol): TestMethod => ({
    name: method.name,
    slot: method.slots[0] ?? '',
    seeAllData: seesAllData(method) ?? seeAllData,
  });
  const { methods } = symbol;
  return {
    name: symbol.qualifiedName,
    methods: methods.filter(({ isTest }) => isTest).map(testMethod),
    setups: methods.filter((method) => hasAnnotation(method, 'TestSetup')).map(testMethod),
    seeAllData,
  };
}

/** What `@IsTest(SeeAllData=true)` says; undefined when it says nothing. */
function seesAllData({ annotations }: { readonly annotations: readonly Annotation[] }): boolean | undefined {
  const parameters = annotations
    .filter(({ name }) => name.toLowerCase() === 'istest')
    .flatMap((annotation) => annotation.parameters);
  const parameter = parameters.find(({ name }) => name.toLowerCase() === 'seealldata');
  return parameter && parameter.value.toLowerCase() === 'true';
}
