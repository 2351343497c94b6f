/** Finds for each row of a result file the row that was sent, whatever the order of the file. */
export class RowAlignment {
  private readonly waiting = new Map<string, number[]>();

  /**
   * @param columns columns as they were sent
   * @param rows cells as they were sent
   * @param keyColumn column that identifies a row; null compares whole rows (inserts have no key)
   */
  constructor(
    private readonly columns: readonly string[],
    rows: readonly (readonly string[])[],
    private readonly keyColumn: string | null,
  ) {
    rows.forEach((cells, index) => {
      const key = this.keyOf((column) => cells[columns.indexOf(column)] ?? '');
      const list = this.waiting.get(key);
      if (list) list.push(index);
      else this.waiting.set(key, [index]);
    });
  }

  /** Takes the position of the sent row that a result row belongs to; null when there is none left. */
  take(result: Readonly<Record<string, string>>): number | null {
    return this.waiting.get(this.keyOf((column) => result[column] ?? ''))?.shift() ?? null;
  }

  private keyOf(cell: (column: string) => string): string {
    if (this.keyColumn !== null) return cell(this.keyColumn);
    return JSON.stringify(this.columns.map(cell));
  }
}
