import type { WireAdapterConstructor } from 'lwc';
import { API, request } from 'shell/http';
import { defineWire, refreshGiven } from 'shell/wire';

/**
 * `lightning/graphql`: queries of several objects at once.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql.html
 */

/** A query as `gql` makes it. */
export type GraphqlDocument = string;

export interface GraphqlConfig {
  readonly query?: GraphqlDocument | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** What the wire gives; `refresh` asks for the data anew. */
export interface GraphqlResult {
  readonly data: unknown;
  readonly errors: readonly unknown[] | undefined;
  readonly refresh?: () => Promise<void>;
}

/** Tags the text of a query: gql`query { uiapi { ... } }`. */
export function gql(texts: TemplateStringsArray, ...values: readonly unknown[]): GraphqlDocument {
  return String.raw({ raw: texts }, ...values);
}

function send({ query, variables, operationName }: GraphqlConfig): Promise<GraphqlAnswer> {
  return request(`${API}/graphql`, { method: 'POST', body: { query, variables, operationName } });
}

/** A wire for a query. A query, or variables that are set to undefined, hold it up. */
export const graphql: WireAdapterConstructor<
  Record<keyof GraphqlConfig, unknown>,
  GraphqlResult
> = defineWire<GraphqlConfig, GraphqlAnswer, GraphqlResult>({
  ready: (config) => !!config.query && !('variables' in config && config.variables === undefined),
  load: send,
  shape: (answer, error) => {
    const result: GraphqlResult = {
      data: answer?.data,
      errors: error !== undefined ? [error] : answer?.errors.length ? answer.errors : undefined,
      refresh: () => refreshGiven(result),
    };
    return result;
  },
}) as WireAdapterConstructor<Record<keyof GraphqlConfig, unknown>, GraphqlResult>;

/** Changes records by a mutation. */
export async function executeMutation(config: GraphqlConfig): Promise<GraphqlResult> {
  const { data, errors } = await send(config);
  return { data, errors: errors.length > 0 ? errors : undefined };
}
