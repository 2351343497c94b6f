import { childName, parentName, type Component } from '../component';
import { booleanOf, numberOf, textOf } from '../content-access';
import type { ComponentProblem } from '../rules/component-problem';
import type { DataPresence } from './deploy-plan';

/** Types to which a field that holds data may be changed, by its present type. Data is kept or can be converted. */
const CONVERSIONS: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ['Text'],
  Checkbox: [],
  Currency: ['Number', 'Percent', 'Text'],
  Date: ['DateTime', 'Text'],
  DateTime: ['Date', 'Text'],
  Email: ['Text', 'Phone', 'TextArea', 'Url'],
  Html: ['LongTextArea'],
  LongTextArea: ['TextArea', 'Email', 'Phone', 'Url', 'Text'],
  Lookup: ['MasterDetail'],
  MasterDetail: ['Lookup'],
  MultiselectPicklist: ['Text', 'TextArea', 'LongTextArea'],
  Number: ['Currency', 'Percent', 'Text'],
  Percent: ['Currency', 'Number', 'Text'],
  Phone: ['Text', 'Email', 'TextArea', 'Url'],
  Picklist: ['Text', 'TextArea', 'MultiselectPicklist', 'Checkbox'],
  Text: [
    'TextArea',
    'LongTextArea',
    'Email',
    'Phone',
    'Url',
    'Picklist',
    'AutoNumber',
    'Number',
    'Currency',
    'Percent',
    'Date',
    'DateTime',
  ],
  TextArea: ['Text', 'LongTextArea', 'Email', 'Phone', 'Url'],
  Url: ['Text', 'Email', 'Phone', 'TextArea'],
};

/** Conversions whose data the local org can carry over as it stands, because both types are stored alike. */
const STORED_ALIKE: readonly ReadonlySet<string>[] = [
  new Set([
    'Text',
    'TextArea',
    'LongTextArea',
    'Email',
    'Phone',
    'Url',
    'Picklist',
    'MultiselectPicklist',
    'AutoNumber',
    'Html',
  ]),
  new Set(['Number', 'Currency', 'Percent']),
  new Set(['Lookup', 'MasterDetail']),
];

/**
 * Refusals of a change to an existing field: type changes that would lose data, becoming a formula or ceasing to be
 * one, a shorter text than data may have, a master-detail over records without a parent.
 *
 * UNVERIFIED: the platform's wording for formula changes and for a new master-detail field over existing records.
 *
 * @param before the field as it is; undefined for a new one
 * @see https://help.salesforce.com/s/articleView?id=platform.notes_on_changing_custom_field_types.htm
 */
export function fieldChangeProblems(
  before: Component | undefined,
  after: Component,
  data: DataPresence,
): ComponentProblem[] {
  if (!before) return newMasterProblems(after, data);
  const from = textOf(before.content, 'type');
  const to = textOf(after.content, 'type');
  if (from === undefined || to === undefined) return [];
  const wasFormula = textOf(before.content, 'formula') !== undefined;
  const isFormula = textOf(after.content, 'formula') !== undefined;
  if (wasFormula !== isFormula) {
    return [{ message: `Cannot change which fields are formula fields: ${after.fullName}`, path: ['type'] }];
  }
  if (isFormula) {
    return from === to ? [] : [{ message: 'Cannot change the data type of a formula field', path: ['type'] }];
  }
  if (from !== to) return typeChangeProblems(after, from, to, data);
  return [...referenceChangeProblems(before, after), ...shrinkProblems(before, after, data)];
}

/** Existing records would have no master. */
function newMasterProblems(after: Component, data: DataPresence): ComponentProblem[] {
  const object = parentName(after.fullName);
  if (textOf(after.content, 'type') !== 'MasterDetail' || !data.hasRecords(object)) return [];
  const message = `Cannot add a master-detail field to ${object}: it has records. Create a lookup, fill it, then change its type`;
  return [{ message, path: ['type'] }];
}

function typeChangeProblems(
  after: Component,
  from: string,
  to: string,
  data: DataPresence,
): ComponentProblem[] {
  const [object, field] = [parentName(after.fullName), childName(after.fullName)];
  const path = ['type'];
  if (from === 'Summary' || to === 'Summary') {
    return [{ message: `Cannot change the type of ${after.fullName} from ${from} to ${to}`, path }];
  }
  if (to === 'MasterDetail' && data.hasRecords(object)) {
    return [{ message: `Cannot change type due to existing data: ${object} has records`, path }];
  }
  if (!data.hasValues(object, field)) return [];
  const allowed = CONVERSIONS[from]?.includes(to) ?? false;
  if (!allowed) return [{ message: 'Cannot change type due to existing data', path }];
  if (STORED_ALIKE.some((group) => group.has(from) && group.has(to))) return [];
  const message = `Changing ${after.fullName} from ${from} to ${to} with existing data is not supported by the local org`;
  return [{ message, path }];
}

function referenceChangeProblems(before: Component, after: Component): ComponentProblem[] {
  const was = textOf(before.content, 'referenceTo');
  const is = textOf(after.content, 'referenceTo');
  if (was === undefined || was.toLowerCase() === is?.toLowerCase()) return [];
  return [{ message: 'Cannot update referenceTo', path: ['referenceTo'] }];
}

/** DEVIATION: the platform shortens a text field when no value is longer; here any value refuses it. */
function shrinkProblems(before: Component, after: Component, data: DataPresence): ComponentProblem[] {
  const [object, field] = [parentName(after.fullName), childName(after.fullName)];
  const shorter = (numberOf(after.content, 'length') ?? 0) < (numberOf(before.content, 'length') ?? 0);
  const becomesUnique = booleanOf(after.content, 'unique') && !booleanOf(before.content, 'unique');
  if (!(shorter || becomesUnique) || !data.hasValues(object, field)) return [];
  const change = shorter ? 'a shorter length' : 'unique values';
  const path = [shorter ? 'length' : 'unique'];
  return [
    {
      message: `Changing ${after.fullName} to ${change} with existing data is not supported by the local org`,
      path,
    },
  ];
}
