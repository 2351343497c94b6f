import type { ApiClient } from './api-client';

/** What the integration needs to know of a field. */
export interface FieldDescribe {
  readonly name: string;
  readonly label: string;
  /** `string`, `picklist`, `currency`, `reference`, ... */
  readonly type: string;
  /** Characters; 0 where it does not apply. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly externalId: boolean;
  readonly restrictedPicklist: boolean;
  /** Active values of a picklist. */
  readonly picklistValues: readonly { readonly value: string; readonly active: boolean }[];
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
}

/** What the integration needs to know of an object. */
export interface ObjectDescribe {
  readonly name: string;
  readonly fields: readonly FieldDescribe[];
}

/**
 * Reads the describe of an object as the running user sees it.
 * @throws RequestRejectedError `NOT_FOUND` when the object does not exist or is not visible
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export async function describeObject(client: ApiClient, object: string): Promise<ObjectDescribe> {
  const path = `/sobjects/${encodeURIComponent(object)}/describe`;
  const answer = await client.send({ kind: 'describe', method: 'GET', path, idempotent: true });
  return answer.body as ObjectDescribe;
}
