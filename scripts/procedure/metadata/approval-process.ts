import type { SourceFolder } from './source-folder';
import type { XmlElement } from '../../shared';

/** One step of an approval process. */
export interface ApprovalStep {
  readonly label: string;
  readonly description: string;
  /** Conditions of entry: `Review_Level__c equals Executive`; none when every record enters. */
  readonly criteria: readonly { readonly field: string; readonly value: string }[];
}

/** An active approval process of opportunities. */
export interface ApprovalProcess {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly allowRecall: boolean;
  /** Who edits a record that waits: `AdminOrCurrentApprover`. */
  readonly editableBy: string;
  /** `owner`, or the name of a role. */
  readonly submitters: readonly string[];
  readonly steps: readonly ApprovalStep[];
  /** Names of the field updates after a final rejection, as users would read them. */
  readonly onRejection: readonly string[];
  /** Whether it mails its approvers. */
  readonly mailsApprovers: boolean;
}

/** The active approval processes of the opportunity. */
export function readApprovalProcesses(folder: SourceFolder): readonly ApprovalProcess[] {
  const updates = new Map(
    folder
      .read('workflows', 'workflow')
      .flatMap(({ content }) => content.all('fieldUpdates'))
      .map((update) => [update.at('fullName') ?? '', update.at('name') ?? '']),
  );
  return folder
    .read('approvalProcesses', 'approvalProcess')
    .filter(({ content }) => content.at('active') === 'true')
    .map(({ name, content }) => ({
      name: name.slice(name.indexOf('.') + 1),
      label: content.at('label') ?? name,
      description: content.at('description') ?? '',
      allowRecall: content.at('allowRecall') === 'true',
      editableBy: content.at('recordEditability') ?? '',
      submitters: content
        .all('allowedSubmitters')
        .map((submitter) => submitter.at('submitter') ?? submitter.at('type') ?? ''),
      steps: content.all('approvalStep').map(readStep),
      onRejection: content
        .all('finalRejectionActions')
        .flatMap((actions) => actions.all('action'))
        .map((action) => updates.get(action.at('name') ?? '') ?? ''),
      mailsApprovers: content.at('emailTemplate') !== undefined,
    }));
}

function readStep(step: XmlElement): ApprovalStep {
  return {
    label: step.at('label') ?? '',
    description: step.at('description') ?? '',
    criteria: step
      .all('entryCriteria')
      .flatMap((criteria) => criteria.all('criteriaItems'))
      .map((item) => ({
        field: (item.at('field') ?? '').replace(/^Opportunity\./, ''),
        value: item.at('value') ?? '',
      })),
  };
}
