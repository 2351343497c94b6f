import type { MigrationSummary } from '../migration';

/** The summary of a migration as people read it. */
export function printMigration(summary: MigrationSummary): string {
  const { rows, calls } = summary;
  const lines = [
    `${summary.dryRun ? 'Dry run' : 'Migration'} ${summary.batch} (mapping ${summary.mapping})`,
    `  ${rows.read} rows read, ${rows.created} created, ${rows.updated} updated, ${rows.unchanged} unchanged, ${rows.rejected} rejected${rows.pending > 0 ? `, ${rows.pending} ${summary.dryRun ? 'valid' : 'waiting'}` : ''}`,
    ...reasons(rows.rejectedByReason),
    ...summary.steps.map(
      (step) =>
        `  ${step.object} (${step.step}): ${step.created} created, ${step.updated} updated, ${step.unchanged} unchanged, ${step.rejected} rejected`,
    ),
    ...checks(summary),
    `  ${calls.calls} API calls (${Object.entries(calls.callsByKind)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}), ${(summary.durationMs / 1000).toFixed(1)} s`,
    ...summary.warnings.map((warning) => `  note: ${warning}`),
    `  Row by row: ${summary.resultsFolder}/results.csv`,
  ];
  return `${lines.join('\n')}\n`;
}

function reasons(byReason: Readonly<Record<string, number>>): string[] {
  return Object.entries(byReason)
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `    ${count} ${code}`);
}

function checks(summary: MigrationSummary): string[] {
  if (summary.dryRun) return [];
  if (summary.interrupted) return ['  Stopped before the end: run the same command again, it goes on'];
  const wrong = summary.reconciliation.filter(({ agrees }) => !agrees);
  if (summary.reconciled)
    return [`  Reconciled: ${summary.reconciliation.length} counts and sums agree with the org`];
  return [
    '  NOT RECONCILED:',
    ...wrong.map(
      ({ step, measure, group, expected, found }) =>
        `    ${step} ${measure}${group ? ` of ${group}` : ''}: expected ${expected}, found ${found}`,
    ),
  ];
}
