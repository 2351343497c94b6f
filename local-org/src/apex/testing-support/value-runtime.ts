import { Schema, standardObjects } from '../../schema';
import { dataGroup } from '../library/data-group';
import type { PlatformClass } from '../library/platform-class';
import { valuesGroup } from '../library/values-group';
import type { ApexRuntime } from '../runtime/apex-runtime';
import type { OrgPort } from '../runtime/org-port';
import { callPlatformMethod } from '../runtime/call-method';
import {
  compareValues,
  equalValues,
  isInstanceOf,
  keyOfValue,
  textOf,
  typeOfValue,
} from '../runtime/value-semantics';
import { enumValue } from '../runtime/values/apex-enum';
import { ApexTypeValue } from '../runtime/values/apex-type-value';
import type { ApexValue } from '../runtime/values/apex-value';
import { createApexTypes } from '../types/create-apex-types';

/** What a value runtime throws: type and message as Apex would show them. */
export class ThrownInTest extends Error {}

/** A runtime for values alone: the platform's types, no org and no user's classes. Its clock stands at 2024-03-15 12:00 GMT. */
export function valueRuntime(timeZone = 'America/Los_Angeles', locale = 'en_US'): ApexRuntime {
  const schema = new Schema(standardObjects());
  const types = createApexTypes({ library: [...valuesGroup, ...dataGroup], schema: () => schema });
  const runtime: Partial<ApexRuntime> = {
    types,
    org: { schema: () => schema } as unknown as OrgPort,
    user: {
      id: '005000000000001AAA',
      username: 'user@example.com',
      profileId: '00e000000000001AAA',
      roleId: null,
      timeZone,
      locale,
      language: 'en_US',
    },
    now: () => Date.UTC(2024, 2, 15, 12),
    throwNew(typeName, message) {
      throw new ThrownInTest(`${typeName}: ${message}`);
    },
    throwNull() {
      throw new ThrownInTest('System.NullPointerException: Attempt to de-reference a null object');
    },
    toText: (value) => textOf(value, whole),
    equal: (left, right) => equalValues(left, right, whole),
    keyOf: (value) => keyOfValue(value, whole),
    work: () => undefined,
    compare: (left, right) => compareValues(left, right, whole),
    typeOf: (value) => typeOfValue(value, types),
    isInstance: (value, type) => isInstanceOf(value, type, types),
    call: (target, name, args) => callPlatformMethod(whole, target, name, args),
    typeToken: (type) => new ApexTypeValue(type),
    enumValue: (typeName, constant) => {
      const symbol = types.symbol(typeName);
      return (symbol && enumValue(types, symbol, constant)) ?? null;
    },
  };
  const whole = runtime as ApexRuntime;
  return whole;
}

type Run = (...parts: readonly unknown[]) => ApexValue;

/**
 * Calls members of a class of the library as generated code does.
 * @returns a function that takes the start of a signature, the target of an instance member, and arguments
 */
export function callerOf(runtime: ApexRuntime, { name, members }: PlatformClass) {
  return (signature: string, ...parts: readonly unknown[]): ApexValue => {
    const member = members.find((each) => each.signature.replace('static ', '').startsWith(signature));
    if (!member?.run) throw new Error(`${name} has no ${signature}`);
    return (member.run as Run)(runtime, ...parts);
  };
}
