import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFormulaConformance } from './conformance';

const lines = readFileSync(join(__dirname, '../../conformance/formula/sample.rows.jsonl'), 'utf8').split(
  '\n',
);

describe('runFormulaConformance', () => {
  it('passes the sample rows in both blank modes', () => {
    const result = runFormulaConformance(lines);
    expect(result.failures).toEqual([]);
    expect(result).toMatchObject({ rows: 26, passed: 26, failed: 0, refused: 0, refusedFunctions: [] });
  });

  it('reports a row that differs with what it gave', () => {
    const row = { ...JSON.parse(lines[0] ?? ''), expected: { asZero: '4', asBlank: '3.75' } } as object;
    expect(runFormulaConformance([JSON.stringify(row)])).toMatchObject({
      failed: 1,
      failures: [{ test: 'sum', actual: { asZero: '3.75', asBlank: '3.75' } }],
    });
  });

  it('refuses rows by the name of the function that orgs lack', () => {
    const row = { ...JSON.parse(lines[0] ?? ''), formula: 'IFERROR(a__c, JSONVALUE(1))' } as object;
    expect(runFormulaConformance([JSON.stringify(row), ''])).toMatchObject({
      rows: 1,
      refused: 1,
      refusedFunctions: ['IFERROR', 'JSONVALUE'],
    });
  });
});
