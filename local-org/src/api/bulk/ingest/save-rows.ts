import type { DmlEngine, RecordInput, SaveError, SaveOptions, SaveResult } from '../../../dml';
import { recordFromRow, type RecordColumn } from '../csv/record-columns';
import type { CsvRow } from '../csv/csv-reader';
import type { IngestJob, IngestOperation } from '../jobs/bulk-job';

type Save = (
  dml: DmlEngine,
  job: IngestJob,
  records: readonly RecordInput[],
  options: SaveOptions,
) => SaveResult[];

const SAVES: Readonly<Record<IngestOperation, Save>> = {
  insert: (dml, job, records, options) => dml.insert(job.object, records, options),
  update: (dml, job, records, options) => dml.update(job.object, records, options),
  upsert: (dml, job, records, options) =>
    dml.upsert(job.object, job.externalIdFieldName ?? 'Id', records, options),
  delete: (dml, _job, records, options) =>
    dml.delete(
      records.map((record) => String(record['Id'] ?? '')),
      options,
    ),
  hardDelete,
};

/** Deletes, then takes what was deleted out of the recycle bin. */
function hardDelete(
  dml: DmlEngine,
  _job: IngestJob,
  records: readonly RecordInput[],
  options: SaveOptions,
): SaveResult[] {
  const results = dml.delete(
    records.map((record) => String(record['Id'] ?? '')),
    options,
  );
  const deleted = results.flatMap(({ id, success }) => (success && id !== null ? [id] : []));
  if (deleted.length > 0) dml.emptyRecycleBin(deleted, options);
  return results;
}

/** What became of a row. */
export interface RowResult {
  /** Empty when the record has none. */
  readonly id: string;
  readonly created: boolean;
  readonly errors: readonly SaveError[];
}

/** Saves up to 200 rows, each for itself. Results stand in the order of the rows. */
export function saveRows(
  dml: DmlEngine,
  job: IngestJob,
  columns: readonly RecordColumn[],
  rows: readonly CsvRow[],
  options: SaveOptions,
): RowResult[] {
  const records: RecordInput[] = [];
  const read = rows.map((row) => {
    if (row.problem !== undefined) return { error: malformed(row.problem) };
    const made = recordFromRow(columns, row.values);
    if ('record' in made) records.push(made.record);
    return made;
  });
  const results = records.length === 0 ? [] : SAVES[job.operation](dml, job, records, options);
  let next = 0;
  return read.map((made) => {
    if ('error' in made) return { id: '', created: false, errors: [made.error] };
    const given = made.record['Id'];
    const { id, success, created, errors } = results[next++] as SaveResult;
    return {
      id: id ?? (typeof given === 'string' ? given : ''),
      created: created ?? (success && job.operation === 'insert'),
      errors: success ? [] : errors,
    };
  });
}

/** UNVERIFIED: code of a row that is no CSV. */
function malformed(problem: string): SaveError {
  return { statusCode: 'INVALID_INPUT_FORMAT', message: problem, fields: [] };
}

/**
 * Errors as `sf__Error` has them: `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`.
 *
 * UNVERIFIED: how several errors of one row are joined.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_failed_results.htm
 */
export function errorText(errors: readonly SaveError[]): string {
  return errors
    .map(({ statusCode, message, fields }) => {
      const named = fields.length === 0 ? '' : `${fields.join(' ')} `;
      return `${statusCode}:${message}:${named}--`;
    })
    .join(' ');
}
