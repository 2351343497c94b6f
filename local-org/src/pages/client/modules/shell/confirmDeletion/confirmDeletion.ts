import LightningConfirm from 'lightning/confirm';

/**
 * Asks whether a record is to be deleted.
 * @param objectLabel label of its object: `Account`
 */
export function confirmDeletion(objectLabel: string): Promise<boolean> {
  return LightningConfirm.open({
    label: `Delete ${objectLabel}`,
    message: `Are you sure you want to delete this ${objectLabel.toLowerCase()}?`,
    theme: 'default',
  });
}
