import { DELETE_STAGES, SAVE_STAGES, STANDARD_BEHAVIOURS } from '../../dml';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const SAVE_TEST = 'local-org/src/dml/save-order.test.ts';
const PORT_TEST = 'local-org/src/dml/automation.test.ts';

/** Ports that stay empty because what they would do is done in another way. */
const DONE_ELSEWHERE: Readonly<Record<string, string>> = {
  sharingRecalculation: 'sharing is computed when it is asked for (ADR 1)',
};

/** A stage as the parity table sees it. */
interface Stage {
  readonly name: string;
  readonly documentation: string;
  readonly run: { readonly port?: string };
}

/**
 * Stages of saves and deletes. A stage that only runs what is plugged in counts as partial: the place in the order is
 * there and tested, what belongs there is not in the org yet.
 */
export function saveParity(): ParityDocument {
  return parityDocument(
    'parity/order-of-execution.md',
    'Order of execution',
    '`partial`: the step is in its place and runs what is plugged in, but the local org plugs nothing in yet. The ' +
      'order itself is in [order-of-execution.md](../order-of-execution.md).',
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
  return { feature: name, status: 'partial', documentation, test: PORT_TEST, note: `port \`${port}\`` };
}
