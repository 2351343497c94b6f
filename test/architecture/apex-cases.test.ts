import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apexCasesClass, CASES_CLASS } from './apex-cases-class';
import { ROOT } from './source-files';

describe('the case tables in Apex', () => {
  it('are those of data/cases', () => {
    expect(readFileSync(join(ROOT, CASES_CLASS), 'utf8')).toBe(apexCasesClass());
  });
});
