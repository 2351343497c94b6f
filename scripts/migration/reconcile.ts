import type { MappingStep, StepPlan } from '../pipelines';
import type { SalesforceIntegration } from '../salesforce';
import type { QueryRow } from '../shared';
import type { LoadedStep } from './load-step';

/** One figure that the source and the org must agree on. */
export interface ReconciliationCheck {
  readonly step: string;
  /** `count`, or `sum of Amount`. */
  readonly measure: string;
  /** Value of the grouping field; null for the whole. */
  readonly group: string | null;
  /** From the source: rows that were loaded, with the values they were sent with. */
  readonly expected: number;
  /** Part of `expected` that comes from defaults of the mapping. */
  readonly defaulted: number;
  /** Part of `expected` that stood in the org without being in this source. */
  readonly extra: number;
  readonly found: number;
  readonly agrees: boolean;
}

/** Largest difference of two sums that is rounding, in the unit of the sum. */
const TOLERANCE = 0.01;

const IN_ORG: ReadonlySet<string> = new Set(['created', 'updated', 'unchanged']);

interface Figures {
  count: number;
  readonly sums: number[];
}

type Groups = Map<string, Figures>;

/** Compares counts and sums of a step with the org, by one aggregate query (for few keys, one per list). */
export async function reconcileStep(
  org: SalesforceIntegration,
  step: MappingStep,
  plan: StepPlan,
  loaded: LoadedStep,
): Promise<ReconciliationCheck[]> {
  const { sum } = step.reconcile;
  const expected: Groups = new Map();
  const defaulted: Groups = new Map();
  const extra: Groups = new Map();
  plan.records.forEach((planned, index) => {
    if (!IN_ORG.has(loaded.results[index]?.status ?? '')) return;
    const group = groupOf(step, planned.record);
    const values = sum.map((field) => Number(planned.record[field] ?? 0));
    add(expected, group, 1, values);
    add(
      defaulted,
      group,
      0,
      sum.map((field, at) => (planned.defaulted.has(field) ? (values[at] ?? 0) : 0)),
    );
  });
  for (const row of loaded.extras) {
    const values = sum.map((field) => Number(row[field] ?? 0));
    add(expected, groupOf(step, row), 1, values);
    add(extra, groupOf(step, row), 1, values);
  }
  const found = await figuresInOrg(org, step, loaded);
  return checksOf(step, { expected, defaulted, extra, found });
}

function groupOf(step: MappingStep, record: QueryRow): string {
  return step.reconcile.groupBy ? String(record[step.reconcile.groupBy] ?? '') : '';
}

function add(groups: Groups, group: string, count: number, values: readonly number[]): void {
  const figures = groups.get(group) ?? { count: 0, sums: values.map(() => 0) };
  figures.count += count;
  values.forEach((value, index) => {
    figures.sums[index] = (figures.sums[index] ?? 0) + value;
  });
  groups.set(group, figures);
}

async function figuresInOrg(
  org: SalesforceIntegration,
  step: MappingStep,
  loaded: LoadedStep,
): Promise<Groups> {
  const { sum, groupBy } = step.reconcile;
  const sums = sum.map((field, index) => `, SUM(${field}) sum${index}`).join('');
  const group = groupBy ? `${groupBy} grp, ` : '';
  const tail = groupBy ? ` GROUP BY ${groupBy}` : '';
  const found: Groups = new Map();
  for (const condition of loaded.scope.conditions) {
    const soql = `SELECT ${group}COUNT(Id) n${sums} FROM ${step.object} WHERE ${condition}${tail}`;
    for await (const row of org.query(soql)) {
      add(
        found,
        groupBy ? String(row['grp'] ?? '') : '',
        Number(row['n']),
        sum.map((_, index) => Number(row[`sum${index}`] ?? 0)),
      );
    }
  }
  return found;
}

function checksOf(
  step: MappingStep,
  groups: Record<'expected' | 'defaulted' | 'extra' | 'found', Groups>,
): ReconciliationCheck[] {
  const names = [...new Set([...groups.expected.keys(), ...groups.found.keys()])].sort();
  const measures = ['count', ...step.reconcile.sum.map((field) => `sum of ${field}`)];
  const figure = (kind: keyof typeof groups, name: string, measure: number): number => {
    const figures = groups[kind].get(name);
    return round(measure === 0 ? (figures?.count ?? 0) : (figures?.sums[measure - 1] ?? 0));
  };
  return names.flatMap((name) =>
    measures.map((measure, index) => {
      const [expected, found] = [figure('expected', name, index), figure('found', name, index)];
      return {
        step: step.name,
        measure,
        group: name === '' ? null : name,
        expected,
        defaulted: figure('defaulted', name, index),
        extra: figure('extra', name, index),
        found,
        agrees: Math.abs(expected - found) < TOLERANCE,
      };
    }),
  );
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
