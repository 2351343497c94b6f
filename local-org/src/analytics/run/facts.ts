import type { SummaryKind } from '../report/report-definition';
import type { Group } from './group-tree';
import type { PlannedColumn, RowReader } from './planned-column';
import type { PlannedSummary } from './summary';
import { accumulator, type Accumulator } from './summary';
import type { CompiledSummaryFormula, SummaryInput } from './summary-formula';
import type { ReportPlan } from './plan-report';
import type { ReportMoment } from './report-formula';

/** A column's summary that is collected. */
interface Measure {
  readonly kind: SummaryKind;
  readonly column: PlannedColumn;
}

interface Cell {
  count: number;
  readonly accumulators: readonly Accumulator[];
  readonly rows: RowReader[];
}

/** The numbers of every pair of a group of rows and a group of columns. */
export class Facts {
  private readonly cells = new Map<string, Cell>();
  private readonly measures = new Map<string, Measure & { readonly index: number }>();

  constructor(
    private readonly plan: ReportPlan,
    private readonly moment: ReportMoment,
  ) {
    for (const { reference, column } of plan.summaries)
      if (column && 'column' in reference) this.measure(reference.kind, column);
    for (const { inputs } of plan.formulas.values()) {
      for (const { summary } of inputs) {
        const column = summary && plan.column(summary.column);
        if (column) this.measure(summary.kind, column);
      }
    }
  }

  /** Columns whose values are summed up. */
  columns(): PlannedColumn[] {
    return [...this.measures.values()].map(({ column }) => column);
  }

  /** Counts a row in every group that it is in. */
  add(row: RowReader, down: Group, across: Group, withDetails: boolean): void {
    for (let i: Group | null = down; i; i = i.parent) {
      for (let j: Group | null = across; j; j = j.parent) {
        const cell = this.cell(i, j);
        cell.count += 1;
        for (const item of cell.accumulators) item.add(row);
        if (withDetails && i === down && j === across) cell.rows.push(row);
      }
    }
  }

  /** Rows that are listed in a pair of groups. */
  rows(down: Group, across: Group): readonly RowReader[] {
    return this.cells.get(keyOf(down, across))?.rows ?? [];
  }

  /** A number of a pair of groups; null when there is none. */
  value(
    { reference, column }: Pick<PlannedSummary, 'reference' | 'column'>,
    down: Group,
    across: Group,
  ): number | null {
    if (reference.kind === 'RowCount') return this.cells.get(keyOf(down, across))?.count ?? 0;
    if (reference.kind === 'Formula') {
      const formula = this.plan.formulas.get(reference.name);
      return formula ? this.formulaValue(formula, down, across) : null;
    }
    return column ? this.measured(reference.kind, column, down, across) : null;
  }

  private measure(kind: SummaryKind, column: PlannedColumn): void {
    const key = `${kind} ${column.name}`;
    if (!this.measures.has(key)) this.measures.set(key, { kind, column, index: this.measures.size });
  }

  private measured(kind: SummaryKind, column: PlannedColumn, down: Group, across: Group): number | null {
    const index = this.measures.get(`${kind} ${column.name}`)?.index ?? -1;
    const found = this.cells.get(keyOf(down, across))?.accumulators[index];
    return (found ?? accumulator(kind, column)).value();
  }

  private formulaValue(
    { inputs, compute, definition }: CompiledSummaryFormula,
    down: Group,
    across: Group,
  ): number | null {
    const values = new Map(inputs.map((input) => [input.fieldName, this.inputValue(input, down, across)]));
    const result = compute((fieldName) => values.get(fieldName) ?? null, this.moment);
    if (typeof result !== 'number') return null;
    return definition.dataType === 'percent' ? result * 100 : result;
  }

  private inputValue(input: SummaryInput, down: Group, across: Group): number | null {
    const place = this.placeOf(input, down, across);
    if (!place) return null;
    const { summary } = input;
    if (!summary) return this.cells.get(keyOf(...place))?.count ?? 0;
    const column = this.plan.column(summary.column);
    return column ? this.measured(summary.kind, column, ...place) : null;
  }

  /** The pair of groups that an input is read from. */
  private placeOf(
    { parentGrouping, previous }: SummaryInput,
    down: Group,
    across: Group,
  ): readonly [Group, Group] | undefined {
    if (parentGrouping !== null) return this.parentPlace(parentGrouping, down, across);
    if (previous === null) return [down, across];
    const { axis, depth } = this.depthOf(previous.grouping);
    const group = axis === 'across' ? across : down;
    if (group.depth !== depth) return undefined;
    const siblings = group.parent?.groups ?? [];
    const before = siblings[siblings.indexOf(group) - previous.distance];
    if (!before) return undefined;
    return axis === 'across' ? [down, before] : [before, across];
  }

  private parentPlace(name: string, down: Group, across: Group): readonly [Group, Group] | undefined {
    const root = (group: Group): Group => group.ancestor(0) ?? group;
    if (name === 'GRAND_SUMMARY') return [root(down), root(across)];
    if (name === 'ROW_GRAND_SUMMARY') return [down, root(across)];
    if (name === 'COLUMN_GRAND_SUMMARY') return [root(down), across];
    const { axis, depth } = this.depthOf(name);
    const ancestor = (axis === 'across' ? across : down).ancestor(depth);
    if (!ancestor) return undefined;
    return axis === 'across' ? [down, ancestor] : [ancestor, across];
  }

  private depthOf(name: string): { readonly axis: 'down' | 'across'; readonly depth: number } {
    const across = this.plan.across.findIndex(({ column }) => column.name === name);
    if (across >= 0) return { axis: 'across', depth: across + 1 };
    return { axis: 'down', depth: this.plan.down.findIndex(({ column }) => column.name === name) + 1 };
  }

  private cell(down: Group, across: Group): Cell {
    const key = keyOf(down, across);
    let cell = this.cells.get(key);
    if (!cell) {
      const accumulators = [...this.measures.values()].map(({ kind, column }) => accumulator(kind, column));
      this.cells.set(key, (cell = { count: 0, accumulators, rows: [] }));
    }
    return cell;
  }
}

function keyOf(down: Group, across: Group): string {
  return `${down.id}!${across.id}`;
}
