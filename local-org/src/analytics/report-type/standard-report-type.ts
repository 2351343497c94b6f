import type { Field, Schema } from '../../schema';
import { resolveColumn } from './resolve-column';
import type { ReportColumn, ReportTable, ReportType } from './report-type';
import {
  CHILD_OBJECT_COLUMNS,
  CUSTOM_OBJECT_COLUMNS,
  STANDARD_COLUMNS,
  STANDARD_REPORT_TYPES,
  type StandardColumns,
} from './standard-columns';

/** `CustomEntity$Deal__c`, `CustomEntityCustomEntity$Deal__c$Item__c`, `AccountCustomEntity$Account$Deal__c` */
const GENERATED_TYPE = /^(CustomEntity|[A-Za-z]+)?CustomEntity\$([^$]+?)(?:\$([^$]+))?$/;

/**
 * The report type that the platform makes by itself for a standard object, a custom object, or a custom object below
 * another; undefined when the name is of no such kind or the objects are not there.
 * @see https://help.salesforce.com/s/articleView?id=sf.reports_report_type_guidelines.htm
 */
export function standardReportType(schema: Schema, name: string): ReportType | undefined {
  const standard = STANDARD_REPORT_TYPES[name];
  if (standard) {
    const tables = [{ objectName: standard.objectName, prefix: standard.objectName, join: null }];
    return reportTypeOf(schema, { name, label: standard.label, tables });
  }
  const [, , first = '', second] = GENERATED_TYPE.exec(name) ?? [];
  const parent = schema.find(first);
  if (!parent) return undefined;
  const table = { objectName: parent.name, prefix: parent.name, join: null };
  if (second === undefined)
    return reportTypeOf(schema, { name, label: parent.definition.labelPlural, tables: [table] });
  const child = schema.find(second);
  const join = child?.fields.find((field) => pointsTo(field, parent.name));
  if (!child || !join) return undefined;
  return reportTypeOf(schema, {
    name,
    label: `${parent.definition.labelPlural} with ${child.definition.labelPlural}`,
    tables: [table, { objectName: child.name, prefix: child.name, join: { field: join, outer: false } }],
  });
}

function pointsTo(field: Field, objectName: string): boolean {
  return field.custom && (field.relationship?.referenceTo.includes(objectName) ?? false);
}

function reportTypeOf(
  schema: Schema,
  { name, label, tables }: Pick<ReportType, 'name' | 'label' | 'tables'>,
): ReportType {
  const codes = new Map<string, readonly [table: number, path: string, label?: string]>();
  tables.forEach(({ objectName }, table) => {
    for (const [code, [path, text]] of Object.entries(codesOf(objectName, table)))
      if (!codes.has(code)) codes.set(code, text === undefined ? [table, path] : [table, path, text]);
  });
  const column = (columnName: string): ReportColumn | undefined => {
    const code = codes.get(columnName);
    if (!code) return customFieldColumn(schema, tables, columnName);
    const [table, path, text] = code;
    const place = { name: columnName, table, ...(text !== undefined && { label: text }) };
    return resolveColumn(schema, tables[table] as ReportTable, path, place);
  };
  const customFields = tables.flatMap(({ objectName }) =>
    (schema.find(objectName)?.fields ?? [])
      .filter((field) => field.custom)
      .map((field) => `${objectName}.${field.name}`),
  );
  const codeNames = [...codes.keys()].filter((code) => column(code) !== undefined);
  return { name, label, tables, column, columnNames: () => [...codeNames, ...customFields] };
}

function codesOf(objectName: string, table: number): StandardColumns {
  const standard = STANDARD_COLUMNS[objectName];
  if (standard) return standard;
  return table === 0 ? CUSTOM_OBJECT_COLUMNS : CHILD_OBJECT_COLUMNS;
}

/** `Deal__c.Region__c`; also fields of the parents of a table's object: `Account.Segment__c` in opportunity reports. */
function customFieldColumn(
  schema: Schema,
  tables: readonly ReportTable[],
  name: string,
): ReportColumn | undefined {
  const [objectName = '', ...path] = name.split('.');
  if (path.length === 0) return undefined;
  const own = tables.findIndex((table) => table.objectName.toLowerCase() === objectName.toLowerCase());
  if (own >= 0)
    return resolveColumn(schema, tables[own] as ReportTable, path.join('.'), { name, table: own });
  for (const [table, candidate] of tables.entries()) {
    const column = resolveColumn(schema, candidate, name, { name, table });
    if (column) return column;
  }
  return undefined;
}
