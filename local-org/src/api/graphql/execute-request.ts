import {
  executeSync,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { rollbackIf } from '../composite/rollback';
import type { UiRequest } from '../ui-api/request/ui-request';
import { graphqlError, type GraphqlErrorType } from './graphql-errors';
import type { GraphqlScope } from './graphql-scope';
import { withoutMissingOptionalFields } from './optional-fields';
import { requestedNames } from './requested-names';
import { MutationState } from './resolve/mutation-state';
import type { RequestRoot } from './resolve/order-argument';
import { buildGraphqlSchema } from './schema/build-schema';

/** What a client sends. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What it gets. Errors are always there, none as an empty list. */
export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
}

const MAX_TOKENS = 50_000;
const ROLLED_BACK = 'The transaction was rolled back since another operation in the same transaction failed.';

/**
 * Answers a request: parses it, builds the schema that it needs, checks it and carries it out.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/graphql-about.html
 */
export function executeGraphql(ui: UiRequest, request: GraphqlRequest): GraphqlAnswer {
  const failed = (errors: readonly GraphQLError[], type: GraphqlErrorType): GraphqlAnswer => ({
    data: null,
    errors: errors.map((error) => graphqlError(error, type, ui.deps.reportDefect)),
  });
  const parsed = tryParse(request.query);
  if (parsed instanceof GraphQLError) return failed([parsed], 'InvalidSyntax');
  const scope: GraphqlScope = {
    ui,
    isNamed: requestedNames(parsed, request.variables),
    mutations: new MutationState(),
  };
  const schema = buildGraphqlSchema(scope);
  const document = withoutMissingOptionalFields(parsed, schema);
  const problems = validate(schema, document);
  if (problems.length > 0) return failed(problems, 'ValidationError');
  const execute = (): ExecutionResult =>
    executeSync({
      schema,
      document,
      variableValues: request.variables,
      rootValue: { variables: request.variables } satisfies RequestRoot,
      ...(request.operationName === null ? {} : { operationName: request.operationName }),
    });
  if (!hasMutation(document)) return answer(ui, execute());
  const undone = ({ errors = [] }: ExecutionResult): boolean =>
    scope.mutations.allOrNone && errors.length > 0;
  const result = rollbackIf(ui.deps, undone, execute);
  return undone(result) ? rolledBack(answer(ui, result)) : answer(ui, result);
}

function tryParse(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function hasMutation(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'mutation',
  );
}

function answer(ui: UiRequest, { data = null, errors = [] }: ExecutionResult): GraphqlAnswer {
  return {
    data,
    errors: errors.map((error) => graphqlError(error, 'DataFetchingException', ui.deps.reportDefect)),
  };
}

/** Nothing stays of the operations that succeeded: each has an error of its own, and no data. */
function rolledBack({ data, errors }: GraphqlAnswer): GraphqlAnswer {
  const uiapi = (data as { uiapi?: Readonly<Record<string, unknown>> } | null)?.uiapi ?? {};
  const succeeded = Object.keys(uiapi).filter((name) => uiapi[name] !== null);
  return {
    data: { uiapi: Object.fromEntries(Object.keys(uiapi).map((name) => [name, null])) },
    errors: [
      ...errors,
      ...succeeded.map((name) => ({
        message: ROLLED_BACK,
        path: ['uiapi', name],
        extensions: { ErrorType: 'ExecutionAborted' },
      })),
    ],
  };
}
