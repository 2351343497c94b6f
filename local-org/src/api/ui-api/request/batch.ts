import { errorResponse, isUnexpected } from '../../http/errors';

/** What came of one part of a batch. */
interface BatchResultItem {
  readonly result: unknown;
  readonly statusCode: number;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_batch_results.htm */
export interface BatchResults {
  readonly hasErrors: boolean;
  readonly results: readonly BatchResultItem[];
}

/** Works each part off by itself: one that fails has its error as result and leaves the others alone. */
export function batchResults<T>(parts: readonly T[], work: (part: T) => unknown): BatchResults {
  const results = parts.map((part): BatchResultItem => {
    try {
      return { result: work(part), statusCode: 200 };
    } catch (error) {
      if (isUnexpected(error)) throw error;
      const { status, body } = errorResponse(error);
      return { result: body, statusCode: status };
    }
  });
  return { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results };
}
