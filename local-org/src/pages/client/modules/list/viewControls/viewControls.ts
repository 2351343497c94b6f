import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import FieldsModal from 'list/fieldsModal';
import ViewModal, { type ViewModalMode } from 'list/viewModal';
import { messageOf } from 'shell/http';
import { deleteListInfo, loadListObjectInfo, type ListInfoRepresentation } from 'shell/lists';

type Command = ViewModalMode | 'filters' | 'fields' | 'delete';

interface CommandView {
  readonly label: string;
  readonly value: Command;
  readonly disabled: boolean;
}

const TITLES: Readonly<Record<ViewModalMode, string>> = {
  new: 'New List View',
  clone: 'Clone List View',
  rename: 'Rename List View',
  sharing: 'Sharing Settings',
};

/**
 * The menu of what may be done with a list view. Fires `saved` with what it is then, `deleted`, and `filters` when its
 * filters are to be edited.
 */
export default class ViewControls extends LightningElement {
  @api listInfo: ListInfoRepresentation | undefined;

  get commands(): CommandView[] {
    const { listInfo } = this;
    const command = (label: string, value: Command, allowed: boolean | undefined): CommandView => ({
      label,
      value,
      disabled: allowed !== true,
    });
    return [
      command('New', 'new', listInfo?.createable),
      command('Clone', 'clone', listInfo?.cloneable),
      command('Rename', 'rename', listInfo?.updateable),
      command('Sharing Settings', 'sharing', listInfo?.visibilityEditable),
      command('Select Fields to Display', 'fields', listInfo?.updateable),
      command('Edit List Filters', 'filters', listInfo?.updateable),
      command('Delete', 'delete', listInfo?.deletable),
    ];
  }

  async handleSelect({ detail }: CustomEvent<{ readonly value: Command }>): Promise<void> {
    const { listInfo } = this;
    if (!listInfo) return;
    try {
      if (detail.value === 'filters') this.dispatchEvent(new CustomEvent('filters'));
      else if (detail.value === 'delete') await this.remove(listInfo);
      else await this.change(listInfo, detail.value);
    } catch (error) {
      const title = 'The list view cannot be changed';
      this.dispatchEvent(new ShowToastEvent({ title, message: messageOf(error), variant: 'error' }));
    }
  }

  private async change(listInfo: ListInfoRepresentation, command: ViewModalMode | 'fields'): Promise<void> {
    const { columns, publicCreatable } = await loadListObjectInfo(listInfo.listReference.objectApiName);
    const saved =
      command === 'fields'
        ? await FieldsModal.open({
            size: 'small',
            label: 'Select Fields to Display',
            listInfo,
            fields: columns,
          })
        : await ViewModal.open({
            size: 'small',
            label: TITLES[command],
            mode: command,
            listInfo,
            publicCreatable,
          });
    if (!saved) return;
    this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
  }

  private async remove(listInfo: ListInfoRepresentation): Promise<void> {
    const isSure = await LightningConfirm.open({
      label: 'Delete List View',
      message: `Are you sure you want to delete the list view ${listInfo.label}?`,
      theme: 'default',
    });
    if (!isSure) return;
    await deleteListInfo(listInfo.listReference);
    this.dispatchEvent(new ShowToastEvent({ title: 'List view was deleted.', variant: 'success' }));
    this.dispatchEvent(new CustomEvent('deleted'));
  }
}
