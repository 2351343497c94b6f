const MIN_WIDTH = 3;

/**
 * A Markdown table with aligned columns, as the formatter of the repository leaves it.
 *
 * `markdownTable(['a', 'b'], [['x', '1']])`
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(escape));
  const widths = head.map((_, column) =>
    Math.max(MIN_WIDTH, ...cells.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

function escape(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
