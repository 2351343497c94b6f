import type { FlowDataType } from '../definition/data-type';
import { areEqual } from '../interview/compare';
import { convertValue } from '../interview/convert';
import { FlowRecord } from '../interview/flow-record';
import { isCollection, type FlowValue } from '../interview/flow-value';
import type { Interview } from '../interview/interview';

/** What an operator does to its target. */
export interface AssignmentOperator {
  /** Whether the value must be of the target's type (or of its items'). */
  readonly sameType: boolean;
  assign(interview: Interview, target: string, value: FlowValue, from: FlowDataType | undefined): void;
}

type Change = (current: FlowValue, value: FlowValue) => FlowValue;

const MS_PER_DAY = 86_400_000;

/**
 * The operators of assignments.
 * @see https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_assignment.htm
 */
export const ASSIGNMENT_OPERATORS: ReadonlyMap<string, AssignmentOperator> = new Map<
  string,
  AssignmentOperator
>([
  [
    'Assign',
    { sameType: true, assign: (interview, target, value, from) => interview.assign(target, value, from) },
  ],
  ['Add', { sameType: false, assign: addTo }],
  ['Subtract', changing((current, value) => shifted(current, value, -1), false)],
  ['AddItem', { sameType: false, assign: addItem }],
  ['AddAtStart', onCollection((items, added) => [...added, ...items])],
  ['RemoveFirst', onCollection((items, [value = null]) => without(items, firstIndex(items, value)))],
  [
    'RemoveAll',
    onCollection((items, removed) => items.filter((item) => !removed.some((value) => areEqual(item, value)))),
  ],
  [
    'RemoveBeforeFirst',
    onCollection((items, [value = null]) => items.slice(Math.max(0, firstIndex(items, value)))),
  ],
  [
    'RemoveAfterFirst',
    onCollection((items, [value = null]) => {
      const index = firstIndex(items, value);
      return index < 0 ? items : items.slice(0, index + 1);
    }),
  ],
  [
    'RemoveUncommon',
    onCollection((items, kept) => items.filter((item) => kept.some((value) => areEqual(item, value)))),
  ],
  ['RemovePosition', onCollection((items, [position]) => without(items, Number(position ?? 0) - 1))],
  [
    'AssignCount',
    changing((_current, value) => (isCollection(value) ? value.length : value === null ? 0 : 1), false),
  ],
]);

function changing(change: Change, sameType: boolean): AssignmentOperator {
  return {
    sameType,
    assign: (interview, target, value) => {
      interview.assign(target, change(interview.resolve(target), value), interview.typeOf(target)?.dataType);
    },
  };
}

function onCollection(
  change: (items: readonly FlowValue[], values: readonly FlowValue[]) => readonly FlowValue[],
): AssignmentOperator {
  return changing((current, value) => change(itemsOf(current), isCollection(value) ? value : [value]), false);
}

/** Adds a number, days to a date, text to text, or one or more items to a collection. */
function addTo(interview: Interview, target: string, value: FlowValue, from: FlowDataType | undefined): void {
  const type = interview.typeOf(target);
  const current = interview.resolve(target);
  if (type?.isCollection) {
    interview.assign(
      target,
      [...itemsOf(current), ...(isCollection(value) ? value.map(copied) : [copied(value)])],
      from,
    );
    return;
  }
  if (type?.dataType === 'Multipicklist') return addItem(interview, target, value, from);
  const isText = type?.dataType === 'String' || type?.dataType === 'Picklist';
  if (!isText) {
    interview.assign(target, shifted(current, value, 1), type?.dataType);
    return;
  }
  const added = convertValue(
    value,
    from,
    { dataType: 'String', isCollection: false },
    interview.run.context.user,
  );
  interview.assign(target, `${String(current ?? '')}${String(added ?? '')}`, 'String');
}

/** Adds a value to a multi-select picklist. */
function addItem(
  interview: Interview,
  target: string,
  value: FlowValue,
  from: FlowDataType | undefined,
): void {
  if (interview.typeOf(target)?.isCollection) return addTo(interview, target, value, from);
  const current = interview.resolve(target);
  const items = typeof current === 'string' && current !== '' ? current.split(';') : [];
  interview.assign(target, [...items, String(value ?? '')].filter((item) => item !== '').join(';'), 'String');
}

/** A number plus a number, or a date plus days; null when the target has no value but the added one is a number. */
function shifted(current: FlowValue, value: FlowValue, sign: 1 | -1): FlowValue {
  const amount = Number(value ?? 0) * sign;
  if (typeof current !== 'string') return Number(current ?? 0) + amount;
  const day = new Date(Date.parse(current.replace('+0000', 'Z')) + amount * MS_PER_DAY).toISOString();
  return current.length === 10 ? day.slice(0, 10) : day.replace('Z', '+0000');
}

function itemsOf(value: FlowValue): readonly FlowValue[] {
  return isCollection(value) ? value : [];
}

function copied(value: FlowValue): FlowValue {
  return value instanceof FlowRecord ? value.copy() : value;
}

function firstIndex(items: readonly FlowValue[], value: FlowValue): number {
  return items.findIndex((item) => areEqual(item, value));
}

function without(items: readonly FlowValue[], index: number): readonly FlowValue[] {
  return items.filter((_item, position) => position !== index);
}
