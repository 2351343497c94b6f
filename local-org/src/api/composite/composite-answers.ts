import { toJsonText, type RestResponse } from '../http/responses';

/** One subrequest's answer, with the reference id of the subrequest. */
export interface ReferencedResponse {
  readonly referenceId: string;
  readonly response: RestResponse;
}

/** Headers that a composite passes on, in their usual spelling. */
const PASSED_HEADERS: Readonly<Record<string, string>> = {
  location: 'Location',
  etag: 'ETag',
  'last-modified': 'Last-Modified',
};

/** `{"compositeResponse":[{"body":...,"httpHeaders":{},"httpStatusCode":200,"referenceId":"a"}]}` */
export function compositeText(answers: readonly ReferencedResponse[]): string {
  return `{"compositeResponse":[${answers.map(answerText).join(',')}]}`;
}

function answerText({ referenceId, response }: ReferencedResponse): string {
  const headers = Object.entries(response.headers ?? {}).flatMap(([name, value]): [string, string][] => {
    const passed = PASSED_HEADERS[name];
    return passed === undefined ? [] : [[passed, value]];
  });
  return (
    `{"body":${toJsonText(response.body)},"httpHeaders":${JSON.stringify(Object.fromEntries(headers))},` +
    `"httpStatusCode":${response.status},"referenceId":${JSON.stringify(referenceId)}}`
  );
}

/** Answer of a subrequest that was undone, or never run, because another one failed. */
export const HALTED: RestResponse = {
  status: 400,
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
};
