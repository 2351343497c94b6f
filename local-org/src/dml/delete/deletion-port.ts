import type { AutomationPortName } from '../../execution';
import type { Deletion } from './deletion';

/** What a stage does to a deletion. */
export interface DeletionRun {
  (deletion: Deletion): void;
  /** The automation it runs, when it has no work of its own. */
  readonly port?: AutomationPortName;
}

/** A delete stage that hands the records to the automation plugged in there. */
export function portOf(port: AutomationPortName): DeletionRun {
  const run = ({ services, type, records, options, transaction }: Deletion): void =>
    services.ports[port]?.({
      objectName: type.name,
      operation: 'delete',
      records,
      context: options.context,
      transaction,
    });
  return Object.assign(run, { port });
}
