import { fieldLabel } from '../metadata/fields';
import type { ApprovalProcess } from '../metadata/approval-process';
import type { Threshold } from '../metadata/thresholds';
import type { Procedure } from '../procedure';
import { count, either, points, table } from './markdown';
import { withoutMoment } from './message';

/** Manager review: thresholds, steps, deadlines. */
export function writeReviews(procedure: Procedure): readonly string[] {
  const { thresholds, approvals, fields, flows } = procedure;
  const policies = flows.filter(({ reads }) => reads.has('Review_Threshold__mdt'));
  const deadlines = flows.filter(({ scheduledPaths }) => scheduledPaths.length > 0);
  return [
    '## Manager review',
    ...policies.map(({ description }) => withoutMoment(description)),
    table(
      ['threshold', 'when', 'from stage', 'reviewed by', 'due after', 'why'],
      thresholds.map((threshold) => [
        threshold.label,
        `${fieldLabel(threshold.field, fields)} ${comparison(threshold, fields.get(threshold.field)?.type)}`.trim(),
        threshold.fromStage,
        threshold.reviewer,
        count(threshold.dueHours, 'hours'),
        threshold.reason,
      ]),
    ),
    ...approvals.flatMap((approval) => [approval.description, points(steps(approval, procedure))]),
    ...deadlines.map(({ description }) => description),
  ];
}

/** Words of an operator, with the value where it takes one. */
const OPERATORS: Readonly<Record<string, (value: string) => string>> = {
  'Greater Or Equal': (value) => `is ${value} or more`,
  'Is True': () => 'is ticked',
};

function comparison({ operator, value }: Threshold, type: string | undefined): string {
  const text = `${value?.toLocaleString('en') ?? ''}${type === 'Percent' ? ' %' : ''}`;
  return OPERATORS[operator]?.(text) ?? `${operator} ${text}`;
}

function steps(approval: ApprovalProcess, { fields }: Procedure): readonly string[] {
  const rejection = approval.onRejection.filter((update) => !update.endsWith(': Cleared'));
  const submitters = approval.submitters.map((submitter) => submitter.replaceAll('_', ' '));
  return [
    `Submitted by: ${either(submitters)}.`,
    ...approval.steps.map((step, index) => {
      const criteria = step.criteria.map(({ field, value }) => `${fieldLabel(field, fields)} is ${value}`);
      const when = criteria.length === 0 ? 'every review' : either(criteria, 'and');
      return `Step ${index + 1}, ${step.label} (${when}): ${step.description}`;
    }),
    LOCKS[approval.editableBy] ?? '',
    approval.allowRecall ? 'Whoever submitted it may recall it while it waits.' : '',
    rejection.length === 0 ? '' : `After a rejection: ${rejection.join('; ')}.`,
  ];
}

const LOCKS: Readonly<Record<string, string>> = {
  AdminOrCurrentApprover:
    'While it waits the opportunity is locked for all but the reviewer and administrators.',
  AdminOnly: 'While it waits the opportunity is locked for all but administrators.',
};
