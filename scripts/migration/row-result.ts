import type { PlannedRecord } from '../pipelines';

/** What became of a row: in the org, already there as it should be, refused, or not reached yet. */
export type RowStatus = 'created' | 'updated' | 'unchanged' | 'rejected' | 'pending' | 'valid';

/** The outcome of one source row. */
export interface RowResult {
  readonly step: string;
  readonly object: string;
  /** `sales_pipeline!17` */
  readonly source: string;
  /** Further rows that name the same record. */
  readonly alsoFrom: readonly string[];
  readonly key: string | null;
  readonly status: RowStatus;
  /** Reason code of a refusal: `ACCOUNT_MISSING`. */
  readonly code: string;
  readonly message: string;
  readonly field: string;
  /** 18-character id, empty when there is none. */
  readonly recordId: string;
}

/** Makes the result of a planned record. */
export function rowResult(
  step: { readonly name: string; readonly object: string },
  planned: PlannedRecord,
  status: RowStatus,
  details: {
    readonly code?: string;
    readonly message?: string;
    readonly field?: string;
    readonly recordId?: string;
  } = {},
): RowResult {
  const [first, ...others] = planned.rows;
  return {
    step: step.name,
    object: step.object,
    source: first?.source ?? '',
    alsoFrom: others.map(({ source }) => source),
    key: planned.key,
    status,
    code: details.code ?? '',
    message: details.message ?? '',
    field: details.field ?? '',
    recordId: details.recordId ?? '',
  };
}

/** Makes the result of a record that the mapping or the checks refuse: first reason, all messages. */
export function rejectedResult(
  step: { readonly name: string; readonly object: string },
  planned: PlannedRecord,
): RowResult {
  const [first] = planned.rejections;
  const message = planned.rejections.map(({ code, message: text }) => `${code}: ${text}`).join('; ');
  return rowResult(step, planned, 'rejected', {
    code: first?.code ?? '',
    message: planned.rejections.length === 1 ? (first?.message ?? '') : message,
    field: first?.field ?? '',
  });
}
