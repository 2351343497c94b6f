import { mappingSchema, StepPlan, type PlannedRecord } from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import type { FieldValue, QueryRow } from '../shared';
import type { LoadedStep } from './load-step';
import { reconcileStep } from './reconcile';
import { rowResult } from './row-result';

const mapping = mappingSchema.parse({
  name: 'm',
  title: 'M',
  tables: {},
  steps: [
    {
      name: 'deals',
      object: 'Opportunity',
      table: 't',
      key: { field: 'Key__c', prefix: 'D-', from: 'id' },
      fields: {},
      reconcile: { sum: ['Amount'], groupBy: 'StageName' },
    },
  ],
});
const step = mapping.steps[0] as (typeof mapping.steps)[number];

const planned = (
  key: string,
  record: Record<string, FieldValue>,
  defaulted: string[] = [],
): PlannedRecord => ({
  rows: [],
  key,
  record,
  users: [],
  defaulted: new Set(defaulted),
  parentKey: null,
  parents: [],
  rejections: [],
});

const records = [
  planned('D-1', { StageName: 'Won', Amount: 10.1 }),
  planned('D-2', { StageName: 'Won', Amount: 20.2 }, ['Amount']),
  planned('D-3', { StageName: 'Lost', Amount: 5 }),
];

/** An org that answers every query with the same rows. */
function orgWith(rows: readonly QueryRow[], asked: string[]): SalesforceIntegration {
  const query = async function* (soql: string): AsyncGenerator<QueryRow> {
    asked.push(soql);
    yield* rows;
  };
  return { query } as unknown as SalesforceIntegration;
}

function loaded(extras: readonly QueryRow[] = []): LoadedStep {
  const results = records.map((record, index) =>
    rowResult(step, record, index === 2 ? 'rejected' : 'created'),
  );
  return { results, extras, scope: { conditions: ["Key__c LIKE 'D-%'"], whole: true } };
}

describe('reconcileStep', () => {
  it('compares counts and sums by group with one query', async () => {
    const asked: string[] = [];
    const checks = await reconcileStep(
      orgWith([{ grp: 'Won', n: 2, sum0: 30.3 }], asked),
      step,
      new StepPlan(records),
      loaded(),
    );
    expect(asked).toEqual([
      "SELECT StageName grp, COUNT(Id) n, SUM(Amount) sum0 FROM Opportunity WHERE Key__c LIKE 'D-%' GROUP BY StageName",
    ]);
    expect(checks).toEqual([
      {
        step: 'deals',
        measure: 'count',
        group: 'Won',
        expected: 2,
        defaulted: 0,
        extra: 0,
        found: 2,
        agrees: true,
      },
      {
        step: 'deals',
        measure: 'sum of Amount',
        group: 'Won',
        expected: 30.3,
        defaulted: 20.2,
        extra: 0,
        found: 30.3,
        agrees: true,
      },
    ]);
  });

  it('counts what stood in the org without being in the source', async () => {
    const org = orgWith([{ grp: 'Won', n: 3, sum0: 130.3 }], []);
    const checks = await reconcileStep(
      org,
      step,
      new StepPlan(records),
      loaded([{ StageName: 'Won', Amount: 100 }]),
    );
    expect(checks.map(({ extra, agrees }) => [extra, agrees])).toEqual([
      [1, true],
      [100, true],
    ]);
  });

  it('shows a row that is missing and an amount that differs', async () => {
    const org = orgWith(
      [
        { grp: 'Won', n: 1, sum0: 10.1 },
        { grp: 'Lost', n: 1, sum0: 5 },
      ],
      [],
    );
    const checks = await reconcileStep(org, step, new StepPlan(records), loaded());
    expect(checks.map(({ group, measure, agrees }) => `${group ?? ''} ${measure} ${agrees}`)).toEqual([
      'Lost count false',
      'Lost sum of Amount false',
      'Won count false',
      'Won sum of Amount false',
    ]);
  });
});
