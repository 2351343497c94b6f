import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { API, messageOf, request } from 'shell/http';
import { navigate } from 'shell/router';

/** A record that has been deleted. */
export interface DeletedRecord {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly recordName: string;
}

/** Address of the link "Undo" in a toast, which is acted upon instead of being followed. */
const UNDO = /^\/local-org\/undo\/(\w{15,18})$/;

const undoable = new Map<string, DeletedRecord>();

/** Tells that a record has been deleted, with a link that brings it back from the recycle bin. */
export function tellDeletion(record: DeletedRecord): void {
  const { recordId, objectLabel, recordName } = record;
  undoable.set(recordId, record);
  tell({
    title: `${objectLabel} "${recordName}" was deleted.`,
    message: '{0}',
    messageData: [{ url: `${location.origin}/local-org/undo/${recordId}`, label: 'Undo' }],
    variant: 'success',
    mode: 'dismissible',
  });
}

async function undo({ recordId, objectApiName, objectLabel, recordName }: DeletedRecord): Promise<void> {
  try {
    await request(`${API}/recycle-bin/${recordId}/undelete`, { method: 'POST' });
    undoable.delete(recordId);
    tell({ title: `${objectLabel} "${recordName}" was restored.`, variant: 'success' });
    const attributes = { recordId, objectApiName, actionName: 'view' };
    navigate({ type: 'standard__recordPage', attributes });
  } catch (error) {
    tell({ title: `${objectLabel} was not restored`, message: messageOf(error), variant: 'error' });
  }
}

function tell(toast: ConstructorParameters<typeof ShowToastEvent>[0]): void {
  document.body.dispatchEvent(new ShowToastEvent(toast));
}

// Toasts know links only, and open them in a tab of their own.
document.addEventListener(
  'click',
  (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const record = link && undoable.get(UNDO.exec(link.pathname)?.[1] ?? '');
    if (!record) return;
    event.preventDefault();
    void undo(record);
  },
  true,
);
