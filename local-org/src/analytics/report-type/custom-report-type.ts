import { booleanOf, objectOf, objectsOf, textOf, type Component, type MetadataObject } from '../../metadata';
import type { Schema } from '../../schema';
import { resolveColumn } from './resolve-column';
import type { ReportTable, ReportType } from './report-type';

/**
 * The report type of a deployed ReportType; undefined when one of its objects or relationships is not there.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_reporttype.htm
 */
export function customReportType(schema: Schema, { content, fullName }: Component): ReportType | undefined {
  const tables = joinedTables(schema, content);
  if (!tables) return undefined;
  const offered = new Map(
    objectsOf(content, 'sections')
      .flatMap((section) => objectsOf(section, 'columns'))
      .map((column) => {
        const label = textOf(column, 'displayNameOverride');
        const path = textOf(column, 'field') ?? '';
        return [`${textOf(column, 'table') ?? ''}$${path}`, { path, ...(label !== undefined && { label }) }];
      }),
  );
  return {
    name: `${fullName}__c`,
    label: textOf(content, 'label') ?? fullName,
    tables,
    column: (name) => {
      const column = offered.get(name);
      const table = tables.findIndex(({ prefix }) => name.startsWith(`${prefix}$`));
      if (!column || table < 0) return undefined;
      const { path, ...place } = column;
      return resolveColumn(schema, tables[table] as ReportTable, path, { name, table, ...place });
    },
    columnNames: () => [...offered.keys()],
  };
}

function joinedTables(schema: Schema, content: MetadataObject): readonly ReportTable[] | undefined {
  const base = schema.find(textOf(content, 'baseObject') ?? '');
  if (!base) return undefined;
  const tables: ReportTable[] = [{ objectName: base.name, prefix: base.name, join: null }];
  let type = base;
  for (let join = objectOf(content, 'join'); join; join = objectOf(join, 'join')) {
    const relationship = textOf(join, 'relationship') ?? '';
    const child = type.childRelationship(relationship);
    const childType = child && schema.find(child.childObject);
    const field = child && childType?.field(child.field);
    if (!childType || !field) return undefined;
    tables.push({
      objectName: childType.name,
      prefix: `${tables.at(-1)?.prefix ?? ''}.${relationship}`,
      join: { field, outer: booleanOf(join, 'outerJoin') },
    });
    type = childType;
  }
  return tables;
}
