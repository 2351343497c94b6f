import { LightningElement, api } from 'lwc';
import { reportGrid, withColumns, type GridCell } from '../../../../charts/report-grid';
import type { ReportRun } from '../../../../charts/report-run';

interface RowView {
  readonly key: string;
  readonly classes: string;
  readonly head: GridCell | undefined;
  readonly headClass: string;
  readonly cells: readonly (GridCell & { readonly classes: string })[];
}

const ROW_CLASSES: Readonly<Record<string, string>> = {
  detail: '',
  group: 'local-org-report-grid__group',
  total: 'local-org-report-grid__total',
};
const NUMBER_CLASS = 'slds-text-align_right';

/** The rows, groups and totals of a report that was run. */
export default class ReportGrid extends LightningElement {
  @api run: ReportRun | undefined;
  /** How many rows are shown; all when absent. */
  @api maxRows: number | undefined;
  /** Columns that are shown, in their order; all when empty. */
  @api columnNames: readonly string[] = [];

  get label(): string {
    return this.run?.attributes.reportName ?? '';
  }

  get columns(): { readonly key: string; readonly label: string; readonly classes: string }[] {
    return this.grid.columns.map(({ key, label, isNumber }) => ({
      key,
      label,
      classes: isNumber ? NUMBER_CLASS : '',
    }));
  }

  get rows(): RowView[] {
    const { rows, columns } = this.grid;
    return rows.slice(0, this.maxRows).map(({ key, kind, depth, cells: [head, ...cells] }) => ({
      key,
      head,
      classes: ROW_CLASSES[kind] ?? '',
      headClass: `local-org-report-grid__head local-org-report-grid__head_${Math.min(depth, 2)}`,
      cells: cells.map((cell, index) => ({
        ...cell,
        classes: columns[index + 1]?.isNumber ? NUMBER_CLASS : '',
      })),
    }));
  }

  private get grid(): ReturnType<typeof reportGrid> {
    return this.run ? withColumns(reportGrid(this.run), this.columnNames) : { columns: [], rows: [] };
  }
}
