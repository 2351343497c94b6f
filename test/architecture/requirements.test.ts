import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface RequirementLine {
  readonly id: string;
  readonly proof: string;
}

/** Rows of docs/requirements.md: `| id | requirement | satisfied by | proof |`. */
function requirementLines(): RequirementLine[] {
  return readFileSync(join(root, 'docs/requirements.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return { id: cells[1] ?? '', proof: cells[4] ?? '' };
    });
}

describe('docs/requirements.md', () => {
  const lines = requirementLines();

  it('has rows, each once', () => {
    const ids = lines.map((line) => line.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(lines.map((line) => [line.id, line.proof]))('%s names tests that exist: %s', (_id, proof) => {
    const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
    expect(existsSync(join(root, file))).toBe(true);
    expect(readFileSync(join(root, file), 'utf8')).toContain(title);
  });
});
