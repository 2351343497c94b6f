import { UnsupportedFeatureError, type FieldValue } from '../../../core';
import { compileFilter } from '../../../dml';
import type { FilterItem, LookupFilter, SObjectType } from '../../../schema';
import { combine } from '../filters/boolean-filter';
import { filterCondition } from '../filters/field-comparison';
import { resolveFieldPath } from '../filters/resolve-path';
import type { SoqlBinds } from '../filters/soql-condition';
import type { UiRequest } from '../request/ui-request';

/** Values of the record that is edited, by field. */
export type SourceValues = Readonly<Record<string, unknown>>;

const OPERATIONS_BY_FIELD: ReadonlySet<string> = new Set(['equals', 'notEqual']);
/** Conditions that always and never hold. */
const ALWAYS = 'Id != null';
const NEVER = 'Id = null';

/**
 * The records that a lookup's filter lets through, as SOQL. What the filter reads of the edited record and of the user
 * is known already, so that only fields of the record found remain.
 * @see https://help.salesforce.com/s/articleView?id=sf.fields_lookup_filters.htm
 * @throws UnsupportedFeatureError for a comparison of two fields of the record found
 */
export function lookupFilterCondition(
  ui: UiRequest,
  target: SObjectType,
  { filters, booleanFilter }: LookupFilter,
  source: SourceValues,
  binds: SoqlBinds,
): string | undefined {
  const conditions = filters.map((item) => itemCondition(ui, target, item, source, binds));
  return combine(conditions, booleanFilter ?? null);
}

function itemCondition(
  ui: UiRequest,
  target: SObjectType,
  item: FilterItem,
  source: SourceValues,
  binds: SoqlBinds,
): string {
  const { field, operation, valueField } = item;
  if (isKnown(field)) {
    const holds = compileFilter([item])((path) => knownValue(ui, path, source));
    return holds ? ALWAYS : NEVER;
  }
  const compared = resolveFieldPath(ui, target, withoutObject(target, field));
  if (valueField === undefined) {
    const writer = { binds, timeZone: ui.context.user.timeZone };
    return filterCondition(writer, compared, operation, item.value ?? '');
  }
  if (!isKnown(valueField) || !OPERATIONS_BY_FIELD.has(operation)) {
    throw new UnsupportedFeatureError(`Lookup filter ${field} ${operation} ${valueField}`);
  }
  const value = binds.add(knownValue(ui, valueField, source));
  return `${compared.path} ${operation === 'equals' ? '=' : '!='} ${value}`;
}

/** Whether a path reads the edited record or a global, and not the record found. */
function isKnown(path: string): boolean {
  return path.startsWith('$');
}

/** `$Source.Region__c` of the edited record, `$User.Department` of the user. */
function knownValue(ui: UiRequest, path: string, source: SourceValues): FieldValue {
  const [head = '', name = ''] = path.split('.');
  if (/^\$source$/i.test(head)) return fieldOf(source, name);
  if (!/^\$user$/i.test(head)) throw new UnsupportedFeatureError(`Lookup filter with ${path}`);
  const type = ui.deps.org.schema().find('User');
  const row = type && ui.deps.org.store.find(type, ui.context.user.id);
  return row ? fieldOf(row, name) : null;
}

function fieldOf(values: SourceValues, name: string): FieldValue {
  const key = Object.keys(values).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? null : values[key];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Fields of the record found may stand with its object in front: `Contact.AccountId`. */
function withoutObject(target: SObjectType, path: string): string {
  const prefix = `${target.name.toLowerCase()}.`;
  return path.toLowerCase().startsWith(prefix) ? path.slice(prefix.length) : path;
}
