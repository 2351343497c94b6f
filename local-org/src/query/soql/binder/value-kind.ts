import type { FieldType } from '../../../schema';
import type { BoundExpression, ValueKind } from './bound';

const KIND_OF_TYPE: Readonly<Record<FieldType, ValueKind>> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  picklist: 'text',
  multipicklist: 'text',
  combobox: 'text',
  encryptedstring: 'text',
  anyType: 'text',
  base64: 'text',
  complexvalue: 'text',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  address: 'compound',
  location: 'compound',
};

/** How values of a field type compare. */
export function kindOfType(type: FieldType): ValueKind {
  return KIND_OF_TYPE[type];
}

/** How values of an expression compare. */
export function kindOf(expression: BoundExpression): ValueKind {
  switch (expression.kind) {
    case 'column':
      return kindOfType(expression.field.type);
    case 'name':
      return kindOfType(expression.attribute.type);
    case 'compound':
      return 'compound';
    case 'dateFunction':
      return expression.name === 'DAY_ONLY' ? 'date' : 'number';
    case 'label':
    case 'format':
      return 'text';
    case 'aggregate':
      return aggregateKind(expression.name, expression.operand);
    case 'grouping':
    case 'distance':
      return 'number';
  }
}

function aggregateKind(name: string, operand: BoundExpression | null): ValueKind {
  return operand && (name === 'MIN' || name === 'MAX') ? kindOf(operand) : 'number';
}

/** Two expressions with the same key compute the same value. */
export function expressionKey(expression: BoundExpression): string {
  switch (expression.kind) {
    case 'column':
    case 'compound':
      return `${expression.source.alias}.${expression.field.name}`;
    case 'name':
      return `${expression.source.alias}.${expression.reference.name}.${expression.attribute.name}`;
    case 'dateFunction':
      return `${expression.name}(${expression.inUserTimeZone ? 'user ' : ''}${expressionKey(expression.operand)})`;
    case 'label':
    case 'format':
      return `${expression.kind}(${expressionKey(expression.operand)})`;
    case 'aggregate':
      return `${expression.name}(${expression.operand ? expressionKey(expression.operand) : ''})`;
    case 'grouping':
      return `GROUPING(${expression.index})`;
    case 'distance':
      return `DISTANCE(${expressionKey(expression.latitude)},${JSON.stringify(expression.point)},${expression.unit})`;
  }
}
