import { DELETE_STAGES, PUBLISH_STAGES, SAVE_STAGES, type DeleteStage, type SaveStage } from '../../dml';
import { GENERATED, type ParityDocument } from './parity-row';

/** Name of the stage after which a refused record means a rollback. */
const WRITE = 'Save';

const SAVE_TEXT = `Records pass in chunks of 200. A record that a step refuses leaves the chunk with the platform's error; \
nothing of it is written. What fails after \`${WRITE}\` rolls the chunk back to its savepoint, and the records that \
stay are saved again. With \`allOrNone\` one refused record undoes all of them. An error that is thrown undoes the \
whole call. Numbers are the steps of the documented order.`;

const PUBLISH_TEXT = `Inserting a platform event publishes it. \`PublishAfterCommit\` events are delivered after the commit and \
vanish with a rollback; \`PublishImmediately\` events stay whatever becomes of the transaction. Subscribers run in \
transactions of their own.`;

const LEGEND = [
  '- _port_: runs what flows, Apex, approvals or rules plugged in; where nothing did, nothing happens.',
  '- _once_: left out when the record is saved inside its own save (a recursive save).',
  '- _not by workflow_, _not by approval_: left out when a field update of such automation saves the record.',
];

/** The order of execution as diagrams, from the stages themselves. */
export function orderOfExecution(): ParityDocument {
  const parts = [
    '# Order of execution',
    GENERATED,
    SAVE_TEXT,
    LEGEND.join('\n'),
    '## Insert, update, upsert',
    diagram(
      SAVE_STAGES.map(saveLabel),
      SAVE_STAGES.findIndex(({ name }) => name === WRITE),
    ),
    '## Delete',
    'Deletes walk their own steps; records that cascade run no triggers.',
    diagram(
      DELETE_STAGES.map(deleteLabel),
      DELETE_STAGES.findIndex(({ name }) => name === 'Delete'),
    ),
    '## Platform events',
    PUBLISH_TEXT,
    diagram(PUBLISH_STAGES.map(saveLabel), PUBLISH_STAGES.length - 1),
  ];
  return { file: 'order-of-execution.md', text: `${parts.join('\n\n')}\n` };
}

/** A chain of steps: refusals leave it before the write, rollbacks after it. */
function diagram(labels: readonly string[], write: number): string {
  const nodes = labels.map((label, index) => `  s${index}["${label}"]`);
  const chain = labels.map((_, index) => `s${index}`).join(' --> ');
  const exits = labels.flatMap((_, index) => (index === write ? [] : exit(index, index < write)));
  return [
    '```mermaid',
    'flowchart TB',
    ...nodes,
    '  refused(["refused: error of the record"])',
    '  rollback(["rollback to the savepoint"])',
    '  commit(["commit, then events and work after commit"])',
    `  ${chain} --> commit`,
    ...exits,
    '```',
  ].join('\n');
}

function exit(index: number, beforeWrite: boolean): string[] {
  return [`  s${index} -. refuses .-> ${beforeWrite ? 'refused' : 'rollback'}`];
}

function saveLabel({ step, name, summary, runsInRecursiveSave, leftOutBy, run }: SaveStage): string {
  const marks = [
    ...(run.port === undefined ? [] : ['port']),
    ...(runsInRecursiveSave ? [] : ['once']),
    ...leftOutBy.map((origin) => `not by ${origin}`),
  ];
  return label(`${step}. ${name}`, summary, marks);
}

function deleteLabel({ name, summary, run }: DeleteStage): string {
  return label(name, summary, run.port === undefined ? [] : ['port']);
}

function label(name: string, summary: string, marks: readonly string[]): string {
  const suffix = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
  return `<b>${name}</b><br/>${summary}${suffix}`;
}
