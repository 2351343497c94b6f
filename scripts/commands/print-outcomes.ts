import type { UpsertCounts, UpsertOutcome } from '../pipelines';
import type { IntegrationMetrics } from '../shared';

/** Rejected records that are listed one by one. */
const LISTED = 20;

/** Counts by object, rejected records with their reasons, and the calls used, as people read them. */
export function printOutcomes(
  title: string,
  parts: readonly { readonly name: string; readonly counts: UpsertCounts }[],
  whole: { readonly rejections: readonly UpsertOutcome[]; readonly calls: IntegrationMetrics },
): string {
  const lines = [
    title,
    ...parts.map(
      ({ name, counts }) =>
        `  ${name}: ${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.rejected} rejected`,
    ),
    ...whole.rejections.slice(0, LISTED).map(({ key, code, message }) => `    ${key}: ${code}: ${message}`),
    ...(whole.rejections.length > LISTED ? [`    and ${whole.rejections.length - LISTED} more`] : []),
    `  ${whole.calls.calls} API calls`,
  ];
  return `${lines.join('\n')}\n`;
}
