import { LightningElement, api } from 'lwc';
import type { ListInfoRepresentation } from 'shell/lists';

interface FilterView {
  readonly key: string;
  readonly field: string;
  readonly condition: string;
}

/** Shows what a list view is filtered by. Fires `close`. */
export default class FilterPanel extends LightningElement {
  @api listInfo: ListInfoRepresentation | undefined;

  get scope(): string {
    return this.listInfo?.scope.label ?? '';
  }

  get filters(): FilterView[] {
    return (this.listInfo?.filteredByInfo ?? []).map(({ label, operator, operandLabels }, index) => ({
      key: String(index),
      field: label,
      condition: `${wordsOf(operator)} ${operandLabels.join(', ')}`.trim(),
    }));
  }

  get logic(): string | null {
    return this.listInfo?.filterLogicString ?? null;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

/** `LessOrEqual` is `less or equal`. */
function wordsOf(operator: string): string {
  return operator.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
