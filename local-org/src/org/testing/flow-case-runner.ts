import type { SaveResult } from '../../dml';
import type { RequestContext } from '../../execution';
import { jsonOf } from '../../flow';
import type { FlowCaseStep } from './flow-case';
import type { TestOrg } from './test-org';

const MS_PER_MINUTE = 60_000;

/** What a step gave beside what the case expects, in the same form. */
export interface StepOutcome {
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Runs the steps of a flow case in an org. */
export class FlowCaseRunner {
  private readonly ids = new Map<string, string>();
  private readonly messagesBefore: number;
  private screenState = '';

  constructor(private readonly test: TestOrg) {
    this.ids.set('admin', test.admin.id);
    this.messagesBefore = test.org.outbox.list({ limit: 100_000 }).at(-1)?.id ?? 0;
  }

  run(step: FlowCaseStep): StepOutcome[] {
    if (step.insert !== undefined || step.update !== undefined || step.delete) return this.counted(step);
    if (step.screen) return [this.showScreen(step)];
    if (step.launch !== undefined) return [this.launch(step)];
    if (step.advanceMinutes !== undefined) this.test.org.advanceClock(step.advanceMinutes * MS_PER_MINUTE);
    if (step.query !== undefined) return [this.query(step.query, step.rows ?? [])];
    return step.messages ? [this.messages(step.messages)] : [];
  }

  /** A save, with the statements that flows made in it. */
  private counted(step: FlowCaseStep): StepOutcome[] {
    if (!step.statements) return [this.save(step)];
    const { dml, query } = this.test.org;
    const spies = [
      jest.spyOn(query, 'query'),
      jest.spyOn(dml, 'insert'),
      jest.spyOn(dml, 'update'),
      jest.spyOn(dml, 'delete'),
    ] as const;
    const saved = this.save(step);
    const [queries = 0, ...saves] = spies.map((spy) => spy.mock.calls.length);
    for (const spy of spies) spy.mockRestore();
    // The save of the step itself is none of the flows'.
    const actual = { queries, saves: saves.reduce((sum, calls) => sum + calls, -1) };
    return [saved, { actual, expected: step.statements }];
  }

  private save(step: FlowCaseStep): StepOutcome {
    const { dml } = this.test.org;
    const options = { context: this.context(step), allOrNone: step.allOrNone ?? false };
    const records = this.recordsOf(step);
    const results =
      step.insert !== undefined
        ? dml.insert(step.insert, records, options)
        : step.update !== undefined
          ? dml.update(step.update, records, options)
          : dml.delete(
              (step.delete ?? []).map((name) => this.idOf(name)),
              options,
            );
    results.forEach(({ id }, index) => {
      const name = step.as?.[index];
      if (name !== undefined && id !== null) this.ids.set(name, id);
    });
    return {
      actual: results.map(shown),
      expected: results.map((_result, index) => this.resolve(step.expect?.[index] ?? 'ok')),
    };
  }

  private launch(step: FlowCaseStep): StepOutcome {
    const inputs = this.resolve(step.inputs ?? {}) as Record<string, unknown>;
    const result = this.test.org.flows.launch(step.launch ?? '', inputs, this.context(step));
    const outputs = Object.fromEntries([...result.outputs].map(([name, value]) => [name, jsonOf(value)]));
    const wanted = step.outputs ?? {};
    return {
      actual: { status: result.status, error: result.error, outputs: pick(outputs, wanted) },
      expected: {
        status: step.error === undefined ? (step.status ?? 'Finished') : 'Error',
        error: step.error ?? null,
        outputs: this.resolve(wanted),
      },
    };
  }

  private showScreen(step: FlowCaseStep): StepOutcome {
    const { screens } = this.test.org.flows;
    const values = this.resolve(step.screen?.values ?? {}) as Record<string, unknown>;
    const answer =
      step.launch !== undefined
        ? screens.start(step.launch, values, this.context(step))
        : screens.navigate(
            this.screenState,
            { action: step.screen?.action ?? 'NEXT', values },
            this.context(step),
          );
    this.screenState = answer.state ?? '';
    return { actual: partOf(answer, step.shows), expected: this.resolve(step.shows) };
  }

  private query(soql: string, rows: readonly unknown[]): StepOutcome {
    const text = soql.replace(/@(\w+)/g, (whole, name: string) =>
      this.ids.has(name) ? `'${this.idOf(name)}'` : whole,
    );
    const context = { user: this.test.admin, mode: 'system', apiVersion: 67 } as const;
    const { records } = this.test.org.query.query(text, { context });
    return { actual: records.map((record) => ({ ...record.fields })), expected: this.resolve(rows) };
  }

  private messages(expected: readonly Readonly<Record<string, unknown>>[]): StepOutcome {
    const all = this.test.org.outbox.list({ since: this.messagesBefore });
    return {
      actual: all.map((message, index) => pick({ ...message }, expected[index] ?? { subject: '', body: '' })),
      expected: this.resolve(expected),
    };
  }

  private recordsOf({ records = [], times = 1 }: FlowCaseStep): Record<string, unknown>[] {
    const copies = Array.from({ length: times }, (_none, copy) =>
      records.map((record) => this.resolve(record, String(copy)) as Record<string, unknown>),
    );
    return copies.flat();
  }

  private context({ user }: FlowCaseStep): RequestContext {
    const running = user === undefined ? this.test.admin : this.test.user(user);
    return { user: running, mode: 'user', apiVersion: 67 };
  }

  private idOf(name: string): string {
    const id = this.ids.get(name.replace(/^@/, ''));
    if (id === undefined) throw new Error(`The case names no record ${name}`);
    return id;
  }

  private resolve(value: unknown, copy?: string): unknown {
    if (typeof value === 'string') {
      const text = copy === undefined ? value : value.replaceAll('#', copy);
      return text.replace(/@(\w+)(:15)?/g, (whole, name: string, short?: string) => {
        const id = this.ids.get(name);
        if (id === undefined) return whole;
        return short ? id.slice(0, 15) : id;
      });
    }
    if (Array.isArray(value)) return value.map((item) => this.resolve(item, copy));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.resolve(inner, copy)]));
  }
}

function shown({ success, errors }: SaveResult): string {
  if (success) return 'ok';
  return errors
    .map(
      ({ statusCode, message, fields }) =>
        `${statusCode}: ${message}${fields.length > 0 ? ` [${fields.join(', ')}]` : ''}`,
    )
    .join('; ');
}

function pick(
  values: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, values[name]]));
}

/** The part of a value that an expectation speaks of. */
function partOf(actual: unknown, wanted: unknown): unknown {
  if (Array.isArray(wanted) && Array.isArray(actual)) {
    return (actual as readonly unknown[]).map((item, index) =>
      partOf(item, (wanted as readonly unknown[])[index]),
    );
  }
  if (typeof wanted !== 'object' || wanted === null || typeof actual !== 'object' || actual === null)
    return actual;
  const values = actual as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(wanted as Readonly<Record<string, unknown>>).map(([name, part]) => [
      name,
      partOf(values[name], part),
    ]),
  );
}
