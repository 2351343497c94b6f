const MIN_WIDTH = 3;

/** A Markdown table with aligned columns, as the formatter of the repository leaves it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) =>
    Math.max(MIN_WIDTH, ...cells.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

/** A list of points; empty ones are left out. */
export function points(items: readonly string[]): string {
  return items
    .filter((item) => item !== '')
    .map((item) => `- ${item}`)
    .join('\n');
}

/** `a, b or c` */
export function either(words: readonly string[], last = 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** A page of parts with an empty line between them. */
export function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** `1 day`, `14 days` */
export function count(amount: number | undefined, unit: string): string {
  if (amount === undefined) return '';
  return `${amount.toLocaleString('en')} ${amount === 1 ? unit.replace(/s$/, '') : unit}`;
}
