import type { Mapping, MappingStep } from '../pipelines';
import type { RowCounts, StepSummary } from './migration-summary';
import type { RowResult } from './row-result';

/** Counts results by what became of them. */
export function countRows(results: readonly RowResult[]): RowCounts {
  const of = (status: RowResult['status']): number =>
    results.filter((result) => result.status === status).length;
  const rejectedByReason: Record<string, number> = {};
  for (const { status, code } of results) {
    if (status === 'rejected') rejectedByReason[code] = (rejectedByReason[code] ?? 0) + 1;
  }
  const [created, updated] = [of('created'), of('updated')];
  return {
    read: results.length,
    loaded: created + updated,
    created,
    updated,
    unchanged: of('unchanged'),
    rejected: of('rejected'),
    pending: of('pending') + of('valid'),
    rejectedByReason,
  };
}

/** The step by which the rows of a table are counted: where each row is one record, else the first that merges them. */
function primaryStep(mapping: Mapping, table: string): MappingStep | undefined {
  const steps = mapping.steps.filter((step) => step.table === table && step.onlyWith === undefined);
  return steps.find(({ distinct }) => !distinct) ?? steps[0];
}

/** Counts each step by its records, and the source by its rows: rows that were merged count one by one. */
export function summariseSteps(
  mapping: Mapping,
  results: readonly RowResult[],
): { readonly steps: StepSummary[]; readonly rows: RowCounts } {
  const primaries = new Set(Object.keys(mapping.tables).map((table) => primaryStep(mapping, table)?.name));
  const steps = mapping.steps.map((step) => ({
    step: step.name,
    object: step.object,
    table: step.table,
    primary: primaries.has(step.name),
    ...countRows(results.filter((result) => result.step === step.name)),
  }));
  const rows = results
    .filter(({ step }) => primaries.has(step))
    .flatMap((result) => [result, ...result.alsoFrom.map(() => result)]);
  return { steps, rows: countRows(rows) };
}
