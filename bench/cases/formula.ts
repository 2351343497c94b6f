import { compileFormula, type FormulaEnvironment, type FormulaRecord } from '../../local-org/src/formula';
import type { FieldValue } from '../../local-org/src/core';
import { createLocalOrg } from '../../local-org/src/org';
import type { BenchCase } from '../bench-case';
import { medianMilliseconds } from '../median';

const EVALUATIONS = 100_000;
const RUNS = 5;
const NOW_MS = Date.UTC(2026, 0, 15, 12);

/** A rule as validation rules mostly are: a bypass, a picklist, blanks, dates and an amount. */
const RULE = `AND(
  NOT($Permission.Bypass_Rules),
  ISPICKVAL(StageName, "Closed Won"),
  OR(
    ISBLANK(Amount),
    Amount <= 0,
    ISBLANK(NextStep),
    CloseDate > TODAY() + 3653,
    CloseDate < DATE(2000, 1, 1)
  )
)`;

type Values = Readonly<Record<string, FieldValue>>;

/** A compiled validation rule against the same rule written by hand. */
export const formula: BenchCase = {
  name: 'formula',
  description: `${EVALUATIONS} evaluations of a validation rule`,
  run: () => {
    const evaluate = compiledRule();
    const records = Array.from({ length: 100 }, (_, i) => makeValues(i));
    const environments = records.map(environmentOf);
    environments.forEach((environment, i) => {
      if (evaluate(environment) !== handWrittenRule(records[i] ?? {}))
        throw new Error(`Record ${i}: results differ`);
    });
    const compiled = medianMilliseconds(() => evaluateAll(environments, evaluate), RUNS);
    const handWritten = medianMilliseconds(() => evaluateAll(records, handWrittenRule), RUNS);
    return Promise.resolve([
      {
        title: `${EVALUATIONS.toLocaleString('en-US')} evaluations of a rule`,
        value: compiled,
        unit: 'ms',
        baseline: { title: 'the rule as a JavaScript function', value: handWritten },
      },
    ]);
  },
};

function compiledRule(): (environment: FormulaEnvironment) => FieldValue {
  const org = createLocalOrg({ location: ':memory:' });
  const rule = compileFormula(RULE, {
    schema: org.schema(),
    objectName: 'Opportunity',
    usage: 'validationRule',
    blankHandling: 'BlankAsZero',
    returnType: 'Boolean',
    globalType: ([global]) => (global === '$Permission' ? 'Boolean' : undefined),
  });
  org.close();
  return (environment) => rule.evaluate(environment);
}

/** Values of which one in four breaks the rule. */
function makeValues(i: number): Values {
  return {
    StageName: i % 2 === 0 ? 'Closed Won' : 'Qualification',
    Amount: i % 4 === 0 ? 0 : i + 0.5,
    NextStep: 'Call',
    CloseDate: '2026-03-31',
  };
}

function environmentOf(values: Values): FormulaEnvironment {
  const record: FormulaRecord = {
    objectName: 'Opportunity',
    get: (name) => values[name] ?? null,
    parent: () => null,
  };
  return {
    record,
    prior: null,
    isNew: true,
    isClone: false,
    nowMs: NOW_MS,
    timeZone: 'America/Los_Angeles',
    global: () => false,
    lookup: () => null,
  };
}

function handWrittenRule({ StageName, Amount, NextStep, CloseDate }: Values): boolean {
  if (StageName !== 'Closed Won') return false;
  if (Amount === null || Number(Amount) <= 0) return true;
  if (NextStep === null || NextStep === '') return true;
  const closeMs = Date.parse(String(CloseDate));
  const today = Math.floor(NOW_MS / 86_400_000) * 86_400_000;
  return closeMs > today + 3653 * 86_400_000 || closeMs < Date.UTC(2000, 0, 1);
}

function evaluateAll<T>(inputs: readonly T[], evaluate: (input: T) => FieldValue): number {
  let broken = 0;
  for (let i = 0; i < EVALUATIONS; i++) if (evaluate(inputs[i % inputs.length] as T)) broken++;
  return broken;
}
