import type { ApexRuntime } from '../../runtime/apex-runtime';
import type { ApexTypeValue } from '../../runtime/values/apex-type-value';
import type { ApexValue } from '../../runtime/values/apex-value';
import { equalNumbersToo } from '../../runtime/values/numbers';
import type { Maybe } from '../arguments';
import { required } from '../arguments';
import { referencePage } from '../documentation';
import { method, type PlatformClass, type PlatformMember } from '../platform-class';

/** `Assertion Failed`, with the message of the call and what differed: `Assertion Failed: Same: Expected: 1, Actual: 2`. */
function fail(runtime: ApexRuntime, message: Maybe<string>, details: string): never {
  const parts = [
    'Assertion Failed',
    ...(message === null ? [] : [message]),
    ...(details === '' ? [] : [details]),
  ];
  return runtime.throwNew('System.AssertException', parts.join(': '));
}

function areEqual(
  runtime: ApexRuntime,
  expected: ApexValue,
  actual: ApexValue,
  message: Maybe<string> = null,
): void {
  if (equalNumbersToo(runtime, expected, actual)) return;
  fail(runtime, message, `Expected: ${runtime.toText(expected)}, Actual: ${runtime.toText(actual)}`);
}

function areNotEqual(
  runtime: ApexRuntime,
  notExpected: ApexValue,
  actual: ApexValue,
  message: Maybe<string> = null,
): void {
  if (!equalNumbersToo(runtime, notExpected, actual)) return;
  fail(runtime, message, `Same value: ${runtime.toText(notExpected)}`);
}

/** System.assertEquals and its like refuse a null message. */
const withMessage =
  (check: (runtime: ApexRuntime, first: ApexValue, second: ApexValue, message: Maybe<string>) => void) =>
  (runtime: ApexRuntime, first: ApexValue, second: ApexValue, message: ApexValue): void => {
    check(runtime, first, second, runtime.toText(required(runtime, message, 3)));
  };

function isTrue(runtime: ApexRuntime, condition: Maybe<boolean>, message: Maybe<string> = null): void {
  if (condition !== true) fail(runtime, message, `Expected: true, Actual: ${String(condition)}`);
}

function isFalse(runtime: ApexRuntime, condition: Maybe<boolean>, message: Maybe<string> = null): void {
  if (condition !== false) fail(runtime, message, `Expected: false, Actual: ${String(condition)}`);
}

function isNull(runtime: ApexRuntime, value: ApexValue, message: Maybe<string> = null): void {
  if (value !== null) fail(runtime, message, `Expected: null, Actual: ${runtime.toText(value)}`);
}

function isNotNull(runtime: ApexRuntime, value: ApexValue, message: Maybe<string> = null): void {
  if (value === null) fail(runtime, message, 'Same value: null');
}

/** UNVERIFIED: the texts of failed checks of the Assert class other than areEqual, areNotEqual and fail. */
function isInstance(
  runtime: ApexRuntime,
  value: ApexValue,
  type: Maybe<ApexTypeValue>,
  message: Maybe<string> = null,
): void {
  const expected = required(runtime, type, 2);
  if (value !== null && runtime.isInstance(value, expected.denoted)) return;
  fail(runtime, message, `Expected type: ${expected.name}, Actual type: ${runtime.typeOf(value).name}`);
}

function isNotInstance(
  runtime: ApexRuntime,
  value: ApexValue,
  type: Maybe<ApexTypeValue>,
  message: Maybe<string> = null,
): void {
  const notExpected = required(runtime, type, 2);
  if (value === null || !runtime.isInstance(value, notExpected.denoted)) return;
  fail(runtime, message, `Not expected type: ${notExpected.name}`);
}

/** A check with and without a message. */
function both(signature: string, run: PlatformMember['run']): PlatformMember[] {
  return [`${signature})`, `${signature}, String message)`].map((each) => ({ signature: each, run }));
}

/** System.Assert. */
export const assertClass: PlatformClass = {
  name: 'System.Assert',
  kind: 'class',
  documentation: referencePage('apex_class_System_Assert'),
  members: [
    ...both('static void areEqual(Object expected, Object actual', areEqual),
    ...both('static void areNotEqual(Object notExpected, Object actual', areNotEqual),
    method('static void fail()', (runtime: ApexRuntime) => fail(runtime, null, '')),
    method('static void fail(String message)', (runtime: ApexRuntime, message: Maybe<string>) =>
      fail(runtime, message, ''),
    ),
    ...both('static void isFalse(Boolean condition', isFalse),
    ...both('static void isInstanceOfType(Object value, System.Type expectedType', isInstance),
    ...both('static void isNotInstanceOfType(Object value, System.Type notExpectedType', isNotInstance),
    ...both('static void isNotNull(Object value', isNotNull),
    ...both('static void isNull(Object value', isNull),
    ...both('static void isTrue(Boolean condition', isTrue),
  ],
};

/** `System.assert` and its like, which are members of System.System. */
export const systemAssertMembers: readonly PlatformMember[] = [
  method('static void assert(Boolean condition)', (runtime: ApexRuntime, condition: Maybe<boolean>) => {
    if (condition !== true) fail(runtime, null, '');
  }),
  method(
    'static void assert(Boolean condition, Object message)',
    (runtime: ApexRuntime, condition: Maybe<boolean>, message: ApexValue) => {
      if (condition !== true) fail(runtime, runtime.toText(message), '');
    },
  ),
  method('static void assertEquals(Object expected, Object actual)', areEqual),
  method('static void assertEquals(Object expected, Object actual, Object message)', withMessage(areEqual)),
  method('static void assertNotEquals(Object notExpected, Object actual)', areNotEqual),
  method(
    'static void assertNotEquals(Object notExpected, Object actual, Object message)',
    withMessage(areNotEqual),
  ),
];
