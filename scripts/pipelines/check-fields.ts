import { ConfigurationError, type FieldValue } from '../shared';
import type { FieldFacts, FieldIndex } from './field-index';
import type { MappingStep } from './mapping-schema';
import type { Rejection } from './rejection';

/** Types whose text has a length limit. */
const TEXT_TYPES: ReadonlySet<string> = new Set([
  'string',
  'textarea',
  'phone',
  'url',
  'email',
  'encryptedstring',
]);

const NUMBER_TYPES: ReadonlySet<string> = new Set(['double', 'currency', 'percent', 'int', 'long']);

/**
 * Compares a step with the fields of the org, once for all rows.
 * @returns fields to leave out: optional ones that the org lacks or the user may not set
 * @throws ConfigurationError `FIELD_NOT_IN_ORG` naming every field that is needed and not there
 */
export function unusableFields(step: MappingStep, fields: FieldIndex): Set<string> {
  const dropped = new Set<string>();
  const missing: string[] = [];
  for (const [name, rule] of [...Object.entries(step.fields), [step.key.field, null] as const]) {
    const facts = fields.find(name);
    const usable = facts !== undefined && (facts.createable || facts.updateable);
    if (usable) continue;
    if (rule?.optional || rule?.createOnly) dropped.add(name);
    else missing.push(`${step.object}.${name}${facts ? ' (not writable)' : ''}`);
  }
  if (missing.length > 0) {
    throw new ConfigurationError(
      'FIELD_NOT_IN_ORG',
      `The org does not offer ${missing.join(', ')} to this user`,
      {
        actions: [
          'Deploy force-app and assign its permission sets',
          'Or correct the field names in the mapping',
        ],
      },
    );
  }
  return dropped;
}

/** What the fields of the org have against a record: lengths, picklists, ranges, requirements. */
export function checkRecord(record: Readonly<Record<string, FieldValue>>, fields: FieldIndex): Rejection[] {
  const rejections: Rejection[] = [];
  const set = new Set<string>();
  for (const [name, value] of Object.entries(record)) {
    const facts = fields.find(name);
    if (!facts) continue;
    set.add(facts.name);
    const fault = value === null || typeof value === 'object' ? null : checkValue(value, facts);
    if (fault) rejections.push({ ...fault, field: facts.name });
  }
  for (const facts of fields.fields) {
    const needed = facts.createable && !facts.nillable && !facts.defaultedOnCreate && !set.has(facts.name);
    if (needed) {
      rejections.push({
        code: 'REQUIRED_FIELD_MISSING',
        message: `${facts.name} is required`,
        field: facts.name,
      });
    }
  }
  return rejections;
}

function checkValue(value: string | number | boolean, facts: FieldFacts): Rejection | null {
  if (
    typeof value === 'string' &&
    TEXT_TYPES.has(facts.type) &&
    facts.length > 0 &&
    value.length > facts.length
  ) {
    return {
      code: 'VALUE_TOO_LONG',
      message: `${value.length} characters; ${facts.name} holds ${facts.length}`,
    };
  }
  if (typeof value === 'string' && facts.type === 'picklist' && facts.restrictedPicklist) {
    const active = facts.picklistValues.filter((entry) => entry.active).map((entry) => entry.value);
    if (!active.some((entry) => entry.toLowerCase() === value.toLowerCase())) {
      return { code: 'NOT_IN_PICKLIST', message: `"${value}" is none of ${active.join(', ')}` };
    }
  }
  if (typeof value === 'number' && NUMBER_TYPES.has(facts.type) && facts.precision > 0) {
    if (Math.abs(value) >= 10 ** (facts.precision - facts.scale)) {
      return { code: 'OUT_OF_RANGE', message: `${value} has too many digits for ${facts.name}` };
    }
  }
  return null;
}
