import type { Procedure } from '../procedure';

/** Thresholds that never apply, and reviewers that no approval step asks. */
export function checkReviews({ thresholds, flows, stages, approvals }: Procedure): readonly string[] {
  const readers = flows.filter(({ reads }) => reads.has('Review_Threshold__mdt'));
  const compared = new Set(
    readers.flatMap(({ comparisons }) =>
      [...comparisons].filter(([name]) => name.endsWith('.Field_Name__c')).flatMap(([, values]) => values),
    ),
  );
  const reviewers = new Set(approvals.flatMap(({ steps }) => steps.map(({ label }) => label)));
  return [
    ...(readers.length > 0 ? [] : ['thresholds: no flow reads Review_Threshold__mdt']),
    ...thresholds.flatMap((threshold) =>
      [
        ...(compared.has(threshold.field) ? [] : [`no flow compares ${threshold.field}`]),
        ...(stages.some(({ name, closed }) => name === threshold.fromStage && !closed)
          ? []
          : [`${threshold.fromStage} is no open stage`]),
        ...(reviewers.has(threshold.reviewer) ? [] : [`no approval step asks the ${threshold.reviewer}`]),
      ].map((problem) => `threshold ${threshold.name}: ${problem}`),
    ),
  ];
}
