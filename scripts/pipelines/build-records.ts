import { cellText, isBlank, type CellValue } from './cell-value';
import { fieldValue, type RuleContext } from './field-value';
import type { FieldRule, Mapping, MappingStep } from './mapping-schema';
import { makeKey } from './normalize-key';
import { StepPlan, type NamedUser, type PlannedRecord } from './planned-record';
import type { Rejection } from './rejection';
import type { MappedRow } from './source-row';

/** Plans of all steps, by step name, in loading order. */
export type MigrationPlan = ReadonlyMap<string, StepPlan>;

/** Turns all rows into records, without any call: values, keys, references, duplicates, requirements. */
export function buildPlan(mapping: Mapping, context: RuleContext): MigrationPlan {
  const plans = new Map<string, StepPlan>();
  const steps = new Map(mapping.steps.map((step) => [step.name, step]));
  for (const step of mapping.steps) {
    const { onlyWith } = step;
    const all = context.tables.get(step.table) ?? [];
    const rows = onlyWith === undefined ? all : all.filter((row) => !isBlank(row.cells[onlyWith]));
    const groups = step.distinct ? groupByKey(step, rows) : rows.map((row) => [row]);
    const drafts = groups.map((group) => draftRecord(step, group, context));
    rejectDuplicates(step, drafts);
    const plan = new StepPlan(drafts);
    plans.set(step.name, plan);
    for (const draft of drafts) resolveReferences(step, draft, steps, plans);
    rejectCycles(plan);
  }
  return plans;
}

/** A record whose references still stand as text in `pending`. */
interface Draft extends PlannedRecord {
  readonly pending: Map<string, { readonly text: string; readonly rule: FieldRule }>;
  readonly users: NamedUser[];
  readonly defaulted: Set<string>;
  parentKey: string | null;
  readonly parents: PlannedRecord[];
}

function keyOf(step: MappingStep, row: MappedRow): string | null {
  const text = step.key.from
    .map((column) => cellText(row.cells[column]))
    .filter((part) => part !== '')
    .join('|');
  return text === '' ? null : makeKey(step.key.prefix, step.key.form, text);
}

/** Rows that name the same record stand together; rows without a key stay alone. */
function groupByKey(step: MappingStep, rows: readonly MappedRow[]): MappedRow[][] {
  const groups = new Map<string, MappedRow[]>();
  const alone: MappedRow[][] = [];
  for (const row of rows) {
    const key = row.fault ? null : keyOf(step, row);
    const group = key === null ? undefined : groups.get(key.toLowerCase());
    if (group) group.push(row);
    else if (key !== null) groups.set(key.toLowerCase(), [row]);
    else alone.push([row]);
  }
  return [...groups.values(), ...alone];
}

function mergeRows(rows: readonly MappedRow[]): MappedRow {
  const first = rows[0];
  if (!first) throw new RangeError('a group holds at least one row');
  if (rows.length === 1) return first;
  const cells: Record<string, CellValue> = {};
  for (const row of rows) {
    for (const [column, cell] of Object.entries(row.cells)) if (isBlank(cells[column])) cells[column] = cell;
  }
  return { ...first, cells };
}

function draftRecord(step: MappingStep, rows: readonly MappedRow[], context: RuleContext): Draft {
  const row = mergeRows(rows);
  const key = row.fault ? null : keyOf(step, row);
  const draft: Draft = {
    rows,
    key,
    record: key === null ? {} : { [step.key.field]: key },
    users: [],
    defaulted: new Set(),
    parentKey: null,
    parents: [],
    rejections: [],
    pending: new Map(),
  };
  if (row.fault) {
    draft.rejections.push(row.fault);
    return draft;
  }
  if (key === null) {
    const message = `${step.key.from.join(', ')} is blank`;
    draft.rejections.push(renamed(step.reasons, { code: 'KEY_MISSING', message, field: step.key.field }));
  }
  fillFields(step, row, draft, context);
  return draft;
}

/** Applies the rules of a step's fields in their order. */
function fillFields(step: MappingStep, row: MappedRow, draft: Draft, context: RuleContext): void {
  const { record, rejections } = draft;
  const notes: string[] = [];
  for (const [field, rule] of Object.entries(step.fields)) {
    const { value, note, rejection } = fieldValue(field, rule, row, context, record);
    if (rejection) rejections.push(renamed(rule.reasons, rejection));
    if (note !== undefined) {
      notes.push(note);
      draft.defaulted.add(field);
    }
    if (value === undefined) continue;
    if (rule.reference) draft.pending.set(field, { text: String(value), rule });
    else if (rule.user) draft.users.push({ field, text: String(value), missing: rule.user.missing });
    else record[field] = value;
  }
  for (const { fields, code, message } of step.requireOneOf) {
    if (fields.every((field) => record[field] === undefined)) rejections.push({ code, message });
  }
  if (step.notesField && notes.length > 0) {
    const parts = [record[step.notesField] ?? '', ...notes];
    record[step.notesField] = parts.filter((part) => part !== '').join('\n');
  }
}

function rejectDuplicates(step: MappingStep, drafts: readonly Draft[]): void {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.key === null) continue;
    const key = draft.key.toLowerCase();
    const earlier = first.get(key);
    if (earlier) {
      const where = earlier.rows[0]?.source ?? '';
      const same = sameCells(earlier.rows[0], draft.rows[0]);
      const message = `Same ${step.key.from.join(', ')} as ${where}${same ? '' : ', with other values'}`;
      const code = same ? 'KEY_REPEATED' : 'KEY_CONFLICT';
      draft.rejections.unshift(renamed(step.reasons, { code, message, field: step.key.field }));
    } else {
      first.set(key, draft);
    }
  }
}

function sameCells(one: MappedRow | undefined, other: MappedRow | undefined): boolean {
  const text = (row: MappedRow | undefined): string =>
    JSON.stringify(Object.values(row?.cells ?? {}).map((cell) => cellText(cell)));
  return text(one) === text(other);
}

/** The reason under the name that the mapping gives it. */
function renamed(reasons: Readonly<Record<string, string>>, rejection: Rejection): Rejection {
  return { ...rejection, code: reasons[rejection.code] ?? rejection.code };
}

function resolveReferences(
  step: MappingStep,
  draft: Draft,
  steps: ReadonlyMap<string, MappingStep>,
  plans: ReadonlyMap<string, StepPlan>,
): void {
  for (const [field, { text, rule }] of draft.pending) {
    const target = steps.get(rule.reference?.step ?? '');
    if (!target) continue;
    const { matching = [] } = rule.reference ?? {};
    const plan = plans.get(target.name);
    const key = makeKey(target.key.prefix, target.key.form, text);
    const parent = matching.length > 0 ? plan?.findBy(matching, text) : plan?.find(key);
    if (parent?.key && parent.rejections.length === 0) {
      draft.record[field] = { [target.key.field]: parent.key };
      draft.parents.push(parent);
      if (target.name === step.name) draft.parentKey = parent.key;
    } else if (rule.reference?.missing === 'reject') {
      draft.rejections.push(renamed(rule.reasons, missingParent(field, text, parent)));
    }
  }
}

/** Rejects records whose parent was rejected after the references had been resolved. */
export function rejectOrphans(plan: StepPlan): void {
  for (const planned of plan.accepted) {
    const lost = planned.parents.find(({ rejections }) => rejections.length > 0);
    if (lost) planned.rejections.push(missingParent(lost.key ?? '', lost.key ?? '', lost));
  }
}

function missingParent(field: string, text: string, parent: PlannedRecord | null | undefined): Rejection {
  if (!parent)
    return { code: 'REFERENCE_NOT_FOUND', message: `"${text}" is not in the list it refers to`, field };
  const where = parent.rows[0]?.source ?? '';
  return {
    code: 'PARENT_REJECTED',
    message: `"${text}" (${where}) is rejected itself: ${parent.rejections[0]?.code ?? ''}`,
    field,
  };
}

/** Records that are their own ancestors cannot be loaded parents first. */
function rejectCycles(plan: StepPlan): void {
  for (const planned of plan.accepted) {
    const path = new Set<PlannedRecord>();
    let current: PlannedRecord | undefined = planned;
    while (current && !path.has(current)) {
      path.add(current);
      current = current.parentKey === null ? undefined : plan.find(current.parentKey);
    }
    if (current === planned)
      planned.rejections.push({ code: 'REFERENCE_CYCLE', message: 'The record is its own ancestor' });
  }
}

/** Splits records so that each group's parents of the same step stand in an earlier group. */
export function parentLevels(plan: StepPlan): PlannedRecord[][] {
  const levels: PlannedRecord[][] = [];
  for (const planned of plan.accepted) {
    let depth = 0;
    let current: PlannedRecord | undefined = planned;
    while (current?.parentKey) {
      current = plan.find(current.parentKey);
      depth += 1;
    }
    (levels[depth] ??= []).push(planned);
  }
  return levels.map((level) => level ?? []);
}
