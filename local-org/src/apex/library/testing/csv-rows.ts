/** A cell between quotes, in which a quote is doubled, or a plain one; with what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Reads a table whose first line names the columns: `Name,Phone\nAcme,123` is `[{ Name: 'Acme', Phone: '123' }]`. */
export function csvRows(text: string): Record<string, string>[] {
  const [names = [], ...rows] = linesOf(text.replace(/^\uFEFF/, ''));
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => Object.fromEntries(names.map((name, i) => [name.trim(), cells[i] ?? ''])));
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [[]];
  CELL.lastIndex = 0;
  for (;;) {
    const [whole, quoted, plain = '', end] = CELL.exec(text) ?? [];
    if (whole === undefined) return lines;
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return lines;
    if (end !== ',') lines.push([]);
  }
}
