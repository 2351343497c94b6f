import type { WireAdapterConstructor } from 'lwc';
import { request } from 'shell/http';
import { fieldName, type FieldReference } from 'shell/references';
import { defineWire, refreshGiven, type WireResult } from 'shell/wire';

/** An `@AuraEnabled` method of a class. */
export interface ApexMethodReference {
  readonly namespace: string;
  readonly classname: string;
  readonly method: string;
  readonly isContinuation: boolean;
}

type Parameters = Readonly<Record<string, unknown>>;

/** An import of `@salesforce/apex/...`: a function to call, and a wire. */
export interface ApexMethod {
  (parameters?: Parameters): Promise<unknown>;
  readonly adapter: WireAdapterConstructor<Record<string, unknown>, WireResult<unknown>>;
}

interface ApexAnswer {
  readonly returnValue: unknown;
  readonly cacheable: boolean;
}

const ENDPOINT = '/webruntime/api/apex/execute';

/**
 * Makes what a component imports of an Apex method.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/apex-wire-method.html
 */
export function apexMethod(reference: ApexMethodReference): ApexMethod {
  const call = async (parameters: Parameters | undefined, cacheable: boolean): Promise<unknown> => {
    const body = { ...reference, params: parameters ?? {}, cacheable };
    const { returnValue } = await request<ApexAnswer>(ENDPOINT, { method: 'POST', body });
    return returnValue;
  };
  const adapter = defineWire<Record<string, unknown>, unknown>({
    // A parameter that a component does not have yet holds the call up; null is a value.
    ready: (parameters) => Object.values(parameters).every((value) => value !== undefined),
    load: (parameters) => call(parameters, true),
  });
  return Object.assign((parameters?: Parameters) => call(parameters, false), { adapter });
}

/** Asks the method behind a wire for its value anew. @param value what the wire gave */
export const refreshApex = refreshGiven;

/** The value of a field of an sObject that Apex gave; undefined when it is not there. */
export function getSObjectValue(record: unknown, field: FieldReference): unknown {
  const [, ...path] = fieldName(field).split('.');
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    record,
  );
}
