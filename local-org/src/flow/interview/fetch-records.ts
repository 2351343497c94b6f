import { ApiError, type FieldValue } from '../../core';
import type { BindValue, ResultRecord } from '../../query';
import type { Field, SObjectType } from '../../schema';
import type { RecordFilterSet } from '../definition/conditions';
import { hasNegation, type Logic } from '../definition/logic';
import { FlowFault, FlowLimitFault, recordFaultMessage } from './flow-fault';
import { FlowRecord } from './flow-record';
import type { FlowRun } from './flow-run';
import type { FlowValue } from './flow-value';
import type { Interview } from './interview';
import { filterLogic, filterOperator, filterValues, filteredField, recordPasses } from './record-filters';

/** Queries per batch. DEVIATION: counted per batch of interviews, not over the whole transaction. */
const MAX_QUERIES = 100;

/** Which records an element asks for. */
export interface RecordRequest {
  readonly objectName: string;
  readonly filters: RecordFilterSet;
  readonly sortField: string | null;
  readonly descending: boolean;
  /** Records per interview; null for all. */
  readonly limit: number | null;
}

/** A request for every record that passes the filters, in no order. */
export function allRecords(objectName: string, filters: RecordFilterSet): RecordRequest {
  return { objectName, filters, sortField: null, descending: false, limit: null };
}

/** What one interview asks for: the values of the filters. */
interface Question {
  readonly interview: Interview;
  readonly values: readonly FlowValue[];
}

/**
 * Reads the records that each interview asks for, with one query for all of them.
 * @returns records in order, one list per interview
 * @throws FlowFault when the query is refused, FlowLimitFault when there were too many
 */
export function fetchRecords(interviews: readonly Interview[], request: RecordRequest): FlowRecord[][] {
  const run = interviews[0]?.run;
  if (!run) return [];
  const type = objectOf(run, request.objectName);
  const logic = filterLogic(request.filters);
  const questions = interviews.map((interview) => ({
    interview,
    values: filterValues(interview, type, request.filters),
  }));
  const distinct = distinctValues(questions);
  const condition = new QueryCondition(request.filters, logic, distinct);
  if (condition.isImpossible) return interviews.map(() => []);
  const single = distinct.length === 1;
  const fields = fieldsToRead(interviews, type, request);
  const rows = query(run, soqlOf(type, fields, condition, request, single), condition.binds);
  const records = readable(run, type, rows);
  return questions.map(({ values }) => answer(type, request, logic, values, records, single, run));
}

/** The object of an element. @throws FlowFault when the org has none of that name */
export function objectOf(run: FlowRun, objectName: string): SObjectType {
  const type = run.catalogue.schema.find(objectName);
  if (!type) throw new FlowFault(`sObject type '${objectName}' is not supported.`);
  return type;
}

function answer(
  type: SObjectType,
  request: RecordRequest,
  logic: Logic,
  values: readonly FlowValue[],
  records: readonly FlowRecord[],
  single: boolean,
  run: FlowRun,
): FlowRecord[] {
  const own = single
    ? records
    : records.filter((record) =>
        recordPasses(type, request.filters, logic, values, (field) => record.get(field.name, run.session)),
      );
  const limited = request.limit === null ? own : own.slice(0, request.limit);
  return limited.map((record) => record.copy());
}

function distinctValues(questions: readonly Question[]): (readonly FlowValue[])[] {
  const distinct = new Map(questions.map(({ values }) => [JSON.stringify(values), values]));
  return [...distinct.values()];
}

/** The condition of a query that finds what any of the questions asks for, perhaps more. */
class QueryCondition {
  readonly binds: Record<string, BindValue> = {};
  readonly text: string | null;
  readonly isImpossible: boolean;
  private bound = 0;

  constructor(
    private readonly set: RecordFilterSet,
    logic: Logic,
    private readonly distinct: readonly (readonly FlowValue[])[],
  ) {
    const text = hasNegation(logic)
      ? this.anyOf(distinct.map((values) => this.write(logic, (index) => this.one(index, values))))
      : this.write(logic, (index) => this.union(index));
    this.isImpossible = text === NEVER;
    this.text = text === ALWAYS ? null : text;
  }

  /** Filter `index` with any of the values given to it. */
  private union(index: number): string {
    const filter = this.set.filters[index];
    const values = [
      ...new Map(this.distinct.map((all) => [JSON.stringify(all[index]), all[index] ?? null])).values(),
    ];
    const isSet =
      values.length > 1 &&
      filter?.operator === 'EqualTo' &&
      values.every((value) => value !== null && value !== '');
    if (filter && isSet) return `${filter.field} IN ${this.bind(values)}`;
    return this.anyOf(values.map((value) => this.condition(index, value)));
  }

  private one(index: number, values: readonly FlowValue[]): string {
    return this.condition(index, values[index] ?? null);
  }

  private condition(index: number, value: FlowValue): string {
    const filter = this.set.filters[index];
    if (!filter) return NEVER;
    return filterOperator(filter.operator).soql(filter.field, value, (bound) => this.bind(bound)) ?? NEVER;
  }

  private write(logic: Logic, condition: (index: number) => string): string {
    const all = this.set.filters.map((_filter, index) => index);
    switch (logic.kind) {
      case 'all':
        return this.allOf(all.map(condition));
      case 'any':
        return this.anyOf(all.map(condition));
      case 'condition':
        return condition(logic.index);
      case 'not': {
        const inner = this.write(logic.inner, condition);
        if (inner === NEVER) return ALWAYS;
        return inner === ALWAYS ? NEVER : `NOT (${inner})`;
      }
      case 'and':
        return this.allOf(logic.parts.map((part) => this.write(part, condition)));
      case 'or':
        return this.anyOf(logic.parts.map((part) => this.write(part, condition)));
    }
  }

  private allOf(parts: readonly string[]): string {
    if (parts.includes(NEVER)) return NEVER;
    const real = parts.filter((part) => part !== ALWAYS);
    return real.length === 0 ? ALWAYS : real.map((part) => `(${part})`).join(' AND ');
  }

  private anyOf(parts: readonly string[]): string {
    if (parts.includes(ALWAYS)) return ALWAYS;
    const real = parts.filter((part) => part !== NEVER);
    return real.length === 0 ? NEVER : real.map((part) => `(${part})`).join(' OR ');
  }

  private bind(value: FlowValue | readonly FlowValue[]): string {
    const name = `v${this.bound++}`;
    this.binds[name] = value as BindValue;
    return `:${name}`;
  }
}

const NEVER = 'never';
const ALWAYS = 'always';

function soqlOf(
  type: SObjectType,
  fields: readonly string[],
  condition: QueryCondition,
  request: RecordRequest,
  single: boolean,
): string {
  const where = condition.text === null ? '' : ` WHERE ${condition.text}`;
  const order =
    request.sortField === null
      ? ''
      : ` ORDER BY ${request.sortField} ${request.descending ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}`;
  const limit = single && request.limit !== null ? ` LIMIT ${request.limit}` : '';
  return `SELECT ${fields.join(', ')} FROM ${type.name}${where}${order}${limit}`;
}

/** The id, what filters and order look at, and every field that the flow names. Others are read when asked for. */
function fieldsToRead(interviews: readonly Interview[], type: SObjectType, request: RecordRequest): string[] {
  const { fieldsRead } = interviews[0]?.flow ?? { fieldsRead: new Set<string>() };
  const run = interviews[0]?.run;
  const named = type.fields.filter(
    (field) => fieldsRead.has(field.name.toLowerCase()) && isReadable(field, type, run),
  );
  const filtered = request.filters.filters.map((filter) => filteredField(type, filter));
  return [...new Set(['Id', ...[...named, ...filtered].map((field) => field.name)])];
}

function isReadable(field: Field, type: SObjectType, run: FlowRun | undefined): boolean {
  if (field.type === 'address' || field.type === 'location' || field.type === 'complexvalue') return false;
  if (run?.context.mode !== 'user' || !field.permissionable) return true;
  return run.services.access.fieldAccess(run.context.user, type.name, field.name).read;
}

function query(
  run: FlowRun,
  soql: string,
  binds: Readonly<Record<string, BindValue>>,
): readonly ResultRecord[] {
  if (++run.counts.queries > MAX_QUERIES)
    throw new FlowLimitFault(recordFaultMessage('look up', `Too many SOQL queries: ${run.counts.queries}`));
  try {
    return run.services.query.query(soql, { context: run.context, binds }).records;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new FlowFault(recordFaultMessage('look up', `${error.errorCode}: ${error.message}`));
  }
}

function readable(run: FlowRun, type: SObjectType, rows: readonly ResultRecord[]): FlowRecord[] {
  const unreadable = hidden(run, type);
  const records = rows.map(
    (row) =>
      new FlowRecord(
        type,
        { ...unreadable, ...(row.fields as Record<string, FieldValue>), Id: row.id },
        true,
      ),
  );
  if (!run.withSharing) return records;
  const ids = records.flatMap((record) => record.id ?? []);
  const visible = run.services.access.accessibleIds(run.context.user, type.name, ids, 'read');
  return records.filter((record) => visible.has(record.id ?? ''));
}

/** Fields that the user may not read have no value, instead of being read when asked for. */
function hidden(run: FlowRun, type: SObjectType): Record<string, FieldValue> {
  if (run.context.mode !== 'user') return {};
  const { access } = run.services;
  const fields = type.fields.filter(
    (field) => field.permissionable && !access.fieldAccess(run.context.user, type.name, field.name).read,
  );
  return Object.fromEntries(fields.map((field) => [field.name, null]));
}
