import type { Procedure } from './procedure';
import { writeNotifications } from './write/write-notifications';
import { writeSop } from './write/write-sop';

/** A page that is written from the procedure. */
export interface ProcedureDocument {
  /** Path from the root of the repository: `docs/sop.md`. */
  readonly file: string;
  readonly text: string;
}

/** The pages written from the procedure. */
export function procedureDocuments(procedure: Procedure): readonly ProcedureDocument[] {
  return [
    { file: 'docs/sop.md', text: writeSop(procedure) },
    { file: 'docs/notifications.md', text: writeNotifications(procedure) },
  ];
}
