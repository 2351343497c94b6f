import { httpStatusOf } from '../../../core';
import type { SaveError, SaveResult } from '../../../dml';
import type { DuplicateResult } from '../../../execution';
import type { SObjectType } from '../../../schema';
import { ErrorAnswer } from '../../http/errors';
import type { UiRequest } from '../request/ui-request';
import { objectTheme } from '../themes/object-icons';

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_exception_error.htm */
interface RecordExceptionError {
  /** The part of a compound field that is meant. */
  readonly constituentField: string | null;
  readonly duplicateRecordError: unknown;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/** The general message, whether the record was to be created or changed. */
const MESSAGE = 'An error occurred while trying to update the record. Please try again.';
/** Codes of failed saves that mean the record itself. */
const STATUS: Readonly<Record<string, number>> = { ENTITY_IS_DELETED: 404, INVALID_CROSS_REFERENCE_KEY: 404 };

/** Throws when a save failed. @throws ErrorAnswer with the record's errors */
export function requireSaved(ui: UiRequest, type: SObjectType, result: SaveResult | undefined): SaveResult {
  if (result?.success) return result;
  throw recordError(ui, type, result?.errors ?? []);
}

/**
 * The answer to a save that failed: errors of fields apart from those of the record as a whole.
 *
 * UNVERIFIED: that it is an object and no list with one.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm
 */
export function recordError(ui: UiRequest, type: SObjectType, errors: readonly SaveError[]): ErrorAnswer {
  const [first] = errors;
  const errorCode = first?.statusCode ?? 'UNKNOWN_EXCEPTION';
  const statusCode =
    first && first.fields.length === 0 ? (STATUS[errorCode] ?? httpStatusOf(errorCode)) : 400;
  const entries = errors.flatMap((error) => entriesOf(ui, type, error));
  const ofFields = entries.filter(({ field }) => field !== null);
  return new ErrorAnswer(statusCode, {
    message: MESSAGE,
    statusCode,
    errorCode,
    enhancedErrorType: 'RecordError',
    output: {
      errors: entries.filter(({ field }) => field === null),
      fieldErrors: Object.fromEntries(
        [...new Set(ofFields.map(({ field }) => field ?? ''))].map((name) => [
          name,
          ofFields.filter(({ field }) => field === name),
        ]),
      ),
    },
  });
}

function entriesOf(ui: UiRequest, type: SObjectType, error: SaveError): RecordExceptionError[] {
  const { fields, statusCode: errorCode, message, duplicateResult } = error;
  if (fields.length === 0) {
    const duplicateRecordError = duplicateResult ? duplicateError(ui, duplicateResult) : null;
    return [
      { constituentField: null, duplicateRecordError, errorCode, field: null, fieldLabel: null, message },
    ];
  }
  return fields.map((name) => {
    const field = type.field(name);
    const compound = field?.compoundFieldName;
    const isPart = compound !== undefined && compound !== field?.name;
    return {
      constituentField: isPart ? (field?.name ?? name) : null,
      duplicateRecordError: null,
      errorCode,
      field: isPart ? compound : (field?.name ?? name),
      fieldLabel: field?.label ?? name,
      message,
    };
  });
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_match_result.htm */
function duplicateError(ui: UiRequest, { allowSave, matchResults }: DuplicateResult): unknown {
  const { schema } = ui.deps.org;
  return {
    matchResults: matchResults.map(({ entityType, rule, matchRecords }) => {
      const type = schema().find(entityType);
      return {
        apiName: entityType,
        isAllowSave: allowSave,
        matchRecordIds: matchRecords.map(({ recordId }) => recordId),
        matchRule: rule,
        objectLabel: type?.definition.label ?? entityType,
        objectLabelPlural: type?.definition.labelPlural ?? entityType,
        themeInfo: type ? objectTheme(ui, type) : null,
      };
    }),
  };
}
