import type { Field, Schema, SObjectType } from '../../schema';
import type { ReportColumn, ReportTable } from './report-type';

/** Where a column stands and what it is called. */
export interface ColumnPlace {
  readonly name: string;
  readonly table: number;
  readonly label?: string;
}

/**
 * Finds the field behind a path from a table's object. Steps may be relationship names (`Account`, `Owner`) or look-up
 * fields (`Competitor__c`, `AccountId`), as reports and report types write them.
 *
 * `resolveColumn(schema, { objectName: 'Opportunity', ... }, 'Account.Industry', place)`
 */
export function resolveColumn(
  schema: Schema,
  table: ReportTable,
  path: string,
  place: ColumnPlace,
): ReportColumn | undefined {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const prefix: string[] = [];
  const reads: [string, string][] = [];
  let type = schema.find(table.objectName);
  for (const step of steps) {
    const reference = type && referenceField(type, step);
    const parent = reference && parentOf(schema, reference);
    if (!type || !parent) return undefined;
    reads.push([type.name, reference.name]);
    prefix.push(reference.relationship?.relationshipName ?? '');
    type = parent;
  }
  const field = type && (type.field(last) ?? referenceField(type, last));
  if (!type || !field) return undefined;
  return columnOf(schema, type, field, prefix, { ...place, reads: [...reads, [type.name, field.name]] });
}

function columnOf(
  schema: Schema,
  type: SObjectType,
  field: Field,
  prefix: readonly string[],
  place: ColumnPlace & Pick<ReportColumn, 'reads'>,
): ReportColumn {
  const at = (...steps: string[]): string => [...prefix, ...steps].join('.');
  const base = { ...place, objectName: type.name, field, label: place.label ?? labelOf(type, field) };
  const own = at(field.name);
  if (field.nameField) return { ...base, valuePath: at('Id'), labelPath: own, isLink: true };
  const relationshipName = field.relationship?.relationshipName;
  const name = field.type === 'reference' ? parentOf(schema, field)?.nameField?.name : undefined;
  if (!relationshipName || name === undefined)
    return { ...base, valuePath: own, labelPath: own, isLink: false };
  return { ...base, valuePath: own, labelPath: at(relationshipName, name), isLink: true };
}

/** Look-ups are called after what they show: `Account ID` becomes `Account`. */
function labelOf(type: SObjectType, field: Field): string {
  if (field.nameField && !field.label.includes(' ')) return `${type.definition.label} ${field.label}`;
  return field.type === 'reference' ? field.label.replace(/ ID$/, '') : field.label;
}

function referenceField(type: SObjectType, step: string): Field | undefined {
  const field = type.field(step);
  return field?.type === 'reference' ? field : type.parentField(step);
}

/** The object a look-up shows; owners that may be queues are shown as Name shows them. */
function parentOf(schema: Schema, field: Field): SObjectType | undefined {
  const targets = field.relationship?.referenceTo ?? [];
  return schema.find(targets.length > 1 ? 'Name' : (targets[0] ?? ''));
}
