import { DELETE_STAGES, SAVE_STAGES, STANDARD_BEHAVIOURS } from '../../dml';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const SAVE_TEST = 'local-org/src/dml/save-order.test.ts';
const PORT_TEST = 'local-org/src/dml/automation.test.ts';

/** Ports that stay empty because what they would do is done in another way. */
const DONE_ELSEWHERE: Readonly<Record<string, string>> = {
  sharingRecalculation: 'sharing is computed when it is asked for (ADR 1)',
};

/** What the org plugs into ports, by the cases that show it. The other ports are empty. */
const PLUGGED_IN: Readonly<Record<string, string>> = {
  recordLocks: 'local-org/conformance/approval/opportunity-approvals.json',
  beforeSaveFlows: 'local-org/conformance/flow/record-triggered.json',
  afterSaveFlows: 'local-org/conformance/flow/record-triggered.json',
  beforeTriggers: 'local-org/conformance/apex/triggers.apex',
  afterTriggers: 'local-org/conformance/apex/triggers.apex',
  duplicateRules: 'local-org/conformance/rules/duplicates-and-assignment.json',
  matchKeys: 'local-org/conformance/rules/duplicates-and-assignment.json',
  assignmentRules: 'local-org/conformance/rules/duplicates-and-assignment.json',
};

/** A stage as the parity table sees it. */
interface Stage {
  readonly name: string;
  readonly documentation: string;
  readonly run: { readonly port?: string };
}

/**
 * Stages of saves and deletes. A port into which the org plugs nothing counts as partial: the place in the order is
 * there and tested, what belongs there is not in the org.
 */
export function saveParity(): ParityDocument {
  return parityDocument(
    'parity/order-of-execution.md',
    'Order of execution',
    '`partial`: the step is in its place, but the local org plugs nothing in: a deploy refuses or warns about what ' +
      'would run there. The order itself is in [order-of-execution.md](../order-of-execution.md).',
    [
      { heading: 'Insert, update, upsert', rows: SAVE_STAGES.map(stageRow) },
      { heading: 'Delete', rows: DELETE_STAGES.map(stageRow) },
      {
        heading: 'What standard objects do besides',
        rows: STANDARD_BEHAVIOURS.map(({ objectName, documentation }) => ({
          feature: objectName,
          status: 'supported',
          documentation,
          test: 'local-org/conformance/save-order/standard-objects.json',
        })),
      },
    ],
  );
}

function stageRow({ name, documentation, run }: Stage): ParityRow {
  const { port } = run;
  if (port === undefined) return { feature: name, status: 'supported', documentation, test: SAVE_TEST };
  const elsewhere = DONE_ELSEWHERE[port];
  if (elsewhere !== undefined)
    return { feature: name, status: 'supported', documentation, test: PORT_TEST, note: elsewhere };
  const note = `port \`${port}\``;
  const cases = PLUGGED_IN[port];
  if (cases !== undefined) return { feature: name, status: 'supported', documentation, test: cases, note };
  return { feature: name, status: 'partial', documentation, test: PORT_TEST, note: `${note}, empty` };
}
