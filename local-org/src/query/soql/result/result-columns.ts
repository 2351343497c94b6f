import type { FieldType } from '../../../schema';
import type { ResultColumn } from '../../types';
import type { BoundExpression, RecordShape, ResultEntry } from '../binder/bound';
import { kindOf } from '../binder/value-kind';

const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Double',
  currency: 'Double',
  percent: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  address: 'Address',
  location: 'Location',
};

/**
 * Describes what a query selects, as `columns=true` answers it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export function resultColumns(shape: RecordShape): ResultColumn[] {
  return shape.entries.map(describeEntry);
}

function describeEntry(entry: ResultEntry): ResultColumn {
  switch (entry.kind) {
    case 'value':
      return describeValue(entry.key, entry.expression);
    case 'parent':
      return describeGroup(entry.key, resultColumns(entry.record));
    case 'children':
      return describeGroup(entry.key, resultColumns(entry.child.query.shape));
    case 'typeof':
      return describeGroup(
        entry.key,
        [...entry.branches, ...(entry.otherwise ? [entry.otherwise] : [])].flatMap(resultColumns),
      );
  }
}

function describeGroup(columnName: string, joinColumns: readonly ResultColumn[]): ResultColumn {
  return {
    columnName,
    displayName: columnName,
    aggregate: true,
    apexType: 'SObject',
    custom: columnName.endsWith('__r'),
    foreignKeyName: null,
    insertable: false,
    joinColumns,
    numberField: false,
    textField: false,
    updatable: false,
    booleanField: false,
  };
}

/** Counts and parts of dates are whole numbers; MIN and MAX have the type of what they look at. */
function apexTypeOf(expression: BoundExpression): string {
  switch (expression.kind) {
    case 'column':
    case 'compound':
      return APEX_TYPES[expression.field.type] ?? 'String';
    case 'aggregate':
      if (expression.operand === null || expression.name.startsWith('COUNT')) return 'Integer';
      return expression.name === 'MIN' || expression.name === 'MAX'
        ? apexTypeOf(expression.operand)
        : 'Double';
    case 'dateFunction':
      return expression.name === 'DAY_ONLY' ? 'Date' : 'Integer';
    case 'grouping':
      return 'Integer';
    default:
      return kindOf(expression) === 'number' ? 'Double' : 'String';
  }
}

function describeValue(columnName: string, expression: BoundExpression): ResultColumn {
  const field = expression.kind === 'column' || expression.kind === 'compound' ? expression.field : undefined;
  const kind = kindOf(expression);
  return {
    columnName,
    displayName: columnName,
    aggregate: expression.kind === 'aggregate',
    apexType: apexTypeOf(expression),
    custom: field?.custom ?? false,
    foreignKeyName: field?.type === 'reference' ? (field.relationship?.relationshipName ?? null) : null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberField: kind === 'number',
    textField: kind === 'text' || kind === 'id',
    updatable: field?.updateable ?? false,
    booleanField: kind === 'boolean',
  };
}
