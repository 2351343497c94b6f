import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseWorld, FormulaCase } from './conformance/case';
import type { CaseOutcome } from './conformance/run-case';
import { runCase, worldSchema } from './conformance/run-case';
import type { BlankHandling } from './types';

const FOLDER = join(__dirname, '../../conformance/formula');
const world = JSON.parse(readFileSync(join(FOLDER, 'world.json'), 'utf8')) as CaseWorld;
const schema = worldSchema(world);

function expectedOutcome(formulaCase: FormulaCase, mode: BlankHandling): CaseOutcome {
  const { error, at, is = null, zero = is, blank = is } = formulaCase;
  if (error === undefined) return { value: mode === 'BlankAsZero' ? zero : blank };
  return at === undefined ? { error } : { error, at };
}

function outcome(formulaCase: FormulaCase, mode: BlankHandling): CaseOutcome {
  const result = runCase(formulaCase, mode, schema, world);
  return 'error' in result && formulaCase.at === undefined ? { error: result.error } : result;
}

describe.each(readdirSync(FOLDER).filter((file) => file.endsWith('.cases.jsonl')))(
  'formula cases in %s',
  (file) => {
    const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
    const cases = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as FormulaCase);

    it.each(cases.map((formulaCase): [string, FormulaCase] => [formulaCase.formula, formulaCase]))(
      '%s gives what the documentation says',
      (_, formulaCase) => {
        for (const mode of ['BlankAsZero', 'BlankAsBlank'] as const) {
          expect({ mode, ...outcome(formulaCase, mode) }).toEqual({
            mode,
            ...expectedOutcome(formulaCase, mode),
          });
        }
      },
    );
  },
);
