import { queryString, request, UI_API, type FetchResponseError } from 'shell/http';
import { textAt, type RecordRepresentation } from 'shell/records';

/** Records that are like the one to be saved. */
export interface DuplicateWarning {
  /** Whether it may be saved all the same. */
  readonly allowSave: boolean;
  readonly matches: readonly {
    readonly objectApiName: string;
    readonly objectLabel: string;
    readonly recordIds: readonly string[];
  }[];
}

/** What stands against a save: for the form as a whole, and by field. */
export interface RecordFormErrors {
  readonly message: string | undefined;
  readonly form: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** Set when rules against duplicates hold the save up. */
  readonly duplicates?: DuplicateWarning | undefined;
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_match_result.htm */
interface MatchResult {
  readonly apiName: string;
  readonly isAllowSave: boolean;
  readonly matchRecordIds: readonly string[];
  readonly objectLabel: string;
}

interface FieldError {
  readonly message: string;
  /** The part of a compound field that is meant. */
  readonly constituentField?: string | null;
}

interface RecordError {
  readonly message?: string;
  readonly output?: {
    /** Of the record as it is, where somebody else was faster. */
    readonly lastModifiedById?: string | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly duplicateRecordError?: { readonly matchResults: readonly MatchResult[] } | null;
    }[];
    readonly fieldErrors?: Readonly<Record<string, readonly FieldError[]>>;
  };
}

export const NO_ERRORS: RecordFormErrors = { message: undefined, form: [], fields: {} };

const PRECONDITION_FAILED = 412;

/** Reads what stands against a save from the answer to it. */
export async function errorsOf({ body, status }: FetchResponseError): Promise<RecordFormErrors> {
  const { message, output } = (body ?? {}) as RecordError;
  if (status === PRECONDITION_FAILED) return conflict(output?.lastModifiedById);
  const fieldErrors = Object.entries(output?.fieldErrors ?? {});
  const fields: Record<string, string> = {};
  for (const [name, errors] of fieldErrors) {
    for (const error of errors) {
      const place = error.constituentField ?? name;
      fields[place] = place in fields ? `${fields[place]} ${error.message}` : error.message;
    }
  }
  const form = (output?.errors ?? []).map((error) => error.message);
  // Without details the message is all there is.
  const isBare = form.length === 0 && fieldErrors.length === 0;
  const duplicates = duplicatesOf(output);
  return {
    message,
    form: isBare && message !== undefined ? [message] : form,
    fields,
    ...(duplicates && { duplicates }),
  };
}

function duplicatesOf(output: RecordError['output']): DuplicateWarning | undefined {
  const results = (output?.errors ?? []).flatMap(
    ({ duplicateRecordError }) => duplicateRecordError?.matchResults ?? [],
  );
  if (results.length === 0) return undefined;
  return {
    allowSave: results.every(({ isAllowSave }) => isAllowSave),
    matches: results.map(({ apiName, objectLabel, matchRecordIds }) => ({
      objectApiName: apiName,
      objectLabel,
      recordIds: matchRecordIds,
    })),
  };
}

/**
 * Somebody else has changed the record. What was typed stays in the form.
 * UNVERIFIED: the second sentence; the first one is quoted by the article.
 * @see https://help.salesforce.com/s/articleView?id=000383175&type=1
 */
async function conflict(userId: string | null | undefined): Promise<RecordFormErrors> {
  const message =
    `This record was modified by ${await userName(userId)} during your edit session. ` +
    'Make a note of the data you entered, then reload the record and enter your updates again.';
  return { message, form: [message], fields: {} };
}

async function userName(userId: string | null | undefined): Promise<string> {
  const unknown = 'another user';
  if (!userId) return unknown;
  try {
    const path = `${UI_API}/records/${userId}${queryString({ fields: 'User.Name' })}`;
    return textAt(await request<RecordRepresentation>(path), 'Name') || unknown;
  } catch {
    // Who may not see users is told all the same.
    return unknown;
  }
}
