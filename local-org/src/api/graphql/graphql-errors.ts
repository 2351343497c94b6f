import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { ApiError, LocalOrgError } from '../../core';
import type { ReportDefect } from '../http/dispatch';

/** What went wrong, in the platform's classes. */
export type GraphqlErrorType =
  | 'InvalidSyntax'
  | 'ValidationError'
  | 'DataFetchingException'
  | 'ExecutionAborted'
  | 'OperationNotSupported';

/**
 * An error as an answer shows it: message, place and, in `extensions`, its class with the platform's error code.
 *
 * DEVIATION: messages of invalid documents are those of the reference implementation of GraphQL.
 */
export function graphqlError(
  error: GraphQLError,
  errorType: GraphqlErrorType,
  reportDefect: ReportDefect,
): GraphQLFormattedError {
  const { originalError } = error;
  const { message, locations, path, extensions = {} } = error.toJSON();
  const known = codeOf(originalError);
  if (originalError && !known && originalError.name !== 'GraphQLError') reportDefect(originalError);
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ErrorType: errorType, ...extensions, ...known },
  };
}

function codeOf(error: Error | null | undefined): Record<string, unknown> | undefined {
  if (error instanceof ApiError) return { errorCode: error.errorCode };
  if (error instanceof LocalOrgError) return { ErrorType: 'OperationNotSupported', errorCode: error.code };
  return undefined;
}
