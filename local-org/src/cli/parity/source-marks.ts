import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mark of a known departure or of a guess, in a comment of a source. */
export interface SourceMark {
  readonly kind: 'DEVIATION' | 'UNVERIFIED';
  /** From the root: `local-org/src/dml/upsert.ts`. */
  readonly file: string;
  /** What the comment stands at: `saveRow`; empty when it is inside a function. */
  readonly symbol: string;
  readonly text: string;
}

const SOURCE = /\.(ts|mjs|cls|trigger)$/;
const PASSED_OVER = /^(node_modules|generated|coverage|\..+)$/;
const MARK = /\b(DEVIATION|UNVERIFIED): /;
const DECLARED =
  /^\s*(?:(?:export|async|readonly|private|protected|static|abstract)\s+)*(?:function\*?|const|let|class|interface|type)?\s*([A-Za-z_$][\w$]*)/;

/** All marks below a folder, by file. */
export function sourceMarks(root: string): SourceMark[] {
  return sourceFiles(root, '').flatMap((file) => marksOf(file, readFileSync(join(root, file), 'utf8')));
}

/** The marks of one source text. */
export function marksOf(file: string, source: string): SourceMark[] {
  return comments(source).flatMap(({ text, next }) => {
    const [, ...parts] = text.split(MARK);
    const symbol = DECLARED.exec(next)?.[1] ?? '';
    return parts.flatMap((part, index): SourceMark[] => {
      if (part !== 'DEVIATION' && part !== 'UNVERIFIED') return [];
      const [paragraph = ''] = (parts[index + 1] ?? '').split('\n\n');
      return [{ kind: part, file, symbol, text: paragraph.replaceAll('\n', ' ').trim() }];
    });
  });
}

/** The comments of a source: their text, and the line of code that follows. */
function comments(source: string): { readonly text: string; readonly next: string }[] {
  const found: { text: string; next: string }[] = [];
  for (const match of source.matchAll(/\/\*\*?([\s\S]*?)\*\/|((?:^[ \t]*\/\/.*\n)+)/gm)) {
    const lines = (match[1] ?? match[2] ?? '')
      .split('\n')
      .map((line) => line.replace(/^\s*(?:\*|\/\/) ?/, ''));
    const text = lines.map((line) => (line.startsWith('@') ? '\n' : line.trim())).join('\n');
    const after = source.slice(match.index + match[0].length);
    found.push({ text, next: match[1] === undefined ? '' : (/^\s*(.*)/.exec(after)?.[1] ?? '') });
  }
  return found;
}

function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !PASSED_OVER.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(root, path);
      return SOURCE.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
    });
}
