import type { SaveError } from '../../../dml';
import type { DuplicateResult, MatchResult, RequestContext } from '../../../execution';
import type { ResultRecord } from '../../../query';
import type { ApiDeps } from '../../api-deps';
import { booleanOf, elementOf, type SoapElement } from '../soap-envelope';
import { writeElements, XmlText, type XmlNode } from '../soap-writer';
import { PartnerRecordWriter } from './partner-answers';

/** Most records of one query with `FIELDS(ALL)`. */
const RECORDS_PER_QUERY = 200;

/** What is needed to show the records that a duplicate rule found. */
export interface DuplicateErrorContext {
  readonly deps: ApiDeps;
  readonly context: RequestContext;
  readonly header: SoapElement;
}

/**
 * Writes an error of a save; that of a duplicate rule is a `DuplicateError`, which says what was found. Records that
 * match are shown by id, or with the fields that the user may read when the header asks for `includeRecordDetails`.
 * UNVERIFIED: that fields without a value are left out of the details.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm (Error)
 * @see https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_header_duplicateruleheader.htm
 */
export function saveErrorNode(error: SaveError, context: DuplicateErrorContext): XmlNode | XmlText {
  const { fields, message, statusCode, duplicateResult } = error;
  if (!duplicateResult) return { fields, message, statusCode };
  const content = { fields, message, statusCode, duplicateResult: resultNode(duplicateResult, context) };
  return new XmlText(`<errors xsi:type="DuplicateError">${writeElements(content)}</errors>`);
}

function resultNode(result: DuplicateResult, context: DuplicateErrorContext): XmlNode {
  const { allowSave, duplicateRule, duplicateRuleEntityType, errorMessage, matchResults } = result;
  return {
    allowSave,
    duplicateRule,
    duplicateRuleEntityType,
    errorMessage,
    matchResults: matchResults.map((match) => matchNode(match, context)),
  };
}

function matchNode(
  { entityType, matchEngine, matchRecords, rule }: MatchResult,
  context: DuplicateErrorContext,
): XmlNode {
  const records = readRecords(
    entityType,
    matchRecords.map(({ recordId }) => recordId),
    context,
  );
  const writer = new PartnerRecordWriter(context.deps.org.schema());
  return {
    entityType,
    matchEngine,
    matchRecords: matchRecords.map(({ recordId, matchConfidence }) => ({
      matchConfidence,
      record: writer.write(
        'record',
        records.get(recordId) ?? { type: entityType, id: recordId, fields: { Id: recordId } },
      ),
    })),
    rule,
    size: matchRecords.length,
    success: true,
  };
}

/** The records with their fields, when the header asks for them. */
function readRecords(
  entityType: string,
  ids: readonly string[],
  { deps, context, header }: DuplicateErrorContext,
): ReadonlyMap<string, ResultRecord> {
  const records = new Map<string, ResultRecord>();
  if (!booleanOf(elementOf(header['DuplicateRuleHeader'])['includeRecordDetails'])) return records;
  const soql = `SELECT FIELDS(ALL) FROM ${entityType} WHERE Id IN :ids LIMIT ${RECORDS_PER_QUERY}`;
  for (let start = 0; start < ids.length; start += RECORDS_PER_QUERY) {
    const part = ids.slice(start, start + RECORDS_PER_QUERY);
    for (const record of deps.org.query.query(soql, { context, binds: { ids: part } }).records) {
      const fields = Object.entries(record.fields).filter(([, value]) => value !== null);
      records.set(String(record.fields['Id']), { ...record, fields: Object.fromEntries(fields) });
    }
  }
  return records;
}
