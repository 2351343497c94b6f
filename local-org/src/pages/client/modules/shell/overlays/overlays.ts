import RecordModal, { type RecordModalMode, type RecordModalResult } from 'force/recordModal';
import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { urlOf, type PageReference } from 'shell/router';

/** A dialog that has an address of its own. */
export interface Overlay {
  /** The page that lies below it when none does yet. */
  readonly background: PageReference;
  /** Opens it. @returns where to go then; undefined: back; null: the page has changed already */
  open(): Promise<PageReference | undefined | null>;
}

/** Dialogs by type of page and action. */
const MODES: Readonly<Record<string, RecordModalMode>> = {
  'standard__objectPage new': 'new',
  'standard__recordPage edit': 'edit',
  'standard__recordPage clone': 'clone',
};

const RELATED_LIST = 'RELATED_LIST';

/** The dialog of an address: `/lightning/o/Account/new`, `/lightning/r/Account/001.../edit`; undefined for a page. */
export function overlayOf(reference: PageReference): Overlay | undefined {
  const { type, attributes = {} } = reference;
  const { objectApiName, recordId } = attributes;
  const mode = MODES[`${type} ${attributes['actionName'] ?? ''}`];
  if (mode === undefined || objectApiName === undefined) return undefined;
  const background: PageReference =
    mode === 'new'
      ? { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'home' } }
      : { type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName: 'view' } };
  return { background, open: () => openRecordModal(mode, reference, objectApiName, recordId) };
}

async function openRecordModal(
  mode: RecordModalMode,
  reference: PageReference,
  objectApiName: string,
  recordId: string | undefined,
): Promise<PageReference | undefined | null> {
  const { recordTypeId, defaultFieldValues } = reference.state ?? {};
  const result = (await RecordModal.open({
    size: 'medium',
    label: mode === 'edit' ? 'Edit' : 'New',
    mode,
    objectApiName,
    recordId,
    recordTypeId,
    defaultFieldValues: defaultFieldValues ? decodeDefaultFieldValues(defaultFieldValues) : {},
    address: urlOf(reference),
  })) as RecordModalResult | undefined;
  if (result?.left) return null;
  if (!result?.saved) return undefined;
  const { id, apiName, another } = result.saved;
  if (another) return { ...reference, state: { ...reference.state, count: nextCount(reference) } };
  // A record that is made from a related list is shown there.
  if (reference.state?.['navigationLocation'] === RELATED_LIST) return undefined;
  const attributes = { objectApiName: apiName, recordId: id, actionName: 'view' };
  return { type: 'standard__recordPage', attributes };
}

/** "Save & New" opens the same dialog once more, at an address of its own. */
function nextCount({ state }: PageReference): string {
  return String(Number(state?.['count'] ?? '1') + 1);
}
