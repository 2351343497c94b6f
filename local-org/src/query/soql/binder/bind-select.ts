import type { Field } from '../../../schema';
import type { FieldPath, SelectItem } from '../syntax/ast';
import { bindExpression, type ExpressionPlace } from './bind-expression';
import { bindTypeof } from './bind-typeof';
import type { BoundExpression, ChildQuery, RecordShape, Source } from './bound';
import { expandFields } from './expand-fields';
import { RecordShapeBuilder, shapeOfSource } from './record-shape';
import { isPolymorphic, resolvePath } from './resolve-path';
import type { Scope } from './scope';

/** Binds a child subquery; passed in, because queries hold subqueries. */
export type ChildBinder = (item: Extract<SelectItem, { kind: 'subquery' }>) => {
  key: string;
  child: ChildQuery;
};

/**
 * Resolves the select list of a query without aggregates.
 * @throws ApiError INVALID_FIELD for unknown and repeated fields, MALFORMED_QUERY for an alias
 */
export function bindSelect(scope: Scope, items: readonly SelectItem[], bindChild: ChildBinder): RecordShape {
  const shape = shapeOfSource(scope.root, false);
  const place: ExpressionPlace = { scope, groupBy: [], clause: 'SELECT' };
  for (const item of items) {
    switch (item.kind) {
      case 'expression':
        bindItem(place, shape, item);
        break;
      case 'fields':
        for (const field of expandFields(scope, item)) addPath(scope, shape, field, item.offset);
        break;
      case 'subquery': {
        const { key, child } = bindChild(item);
        if (shape.has(key)) throw duplicate(scope, key, item.offset);
        shape.addChildren(key, child);
        break;
      }
      case 'typeof':
        bindTypeof(scope, shape, item);
        break;
    }
  }
  return shape.build();
}

function bindItem(
  place: ExpressionPlace,
  shape: RecordShapeBuilder,
  item: Extract<SelectItem, { kind: 'expression' }>,
): void {
  const { scope } = place;
  if (item.expression.kind === 'path') {
    if (item.alias !== null) {
      throw scope.context.error(
        'MALFORMED_QUERY',
        item.offset,
        'only aggregate expressions use field aliasing',
      );
    }
    addPath(scope, shape, item.expression, item.offset);
    return;
  }
  const expression = bindExpression(place, item.expression);
  const argument = item.expression.arguments.find((part): part is FieldPath => part.kind === 'path');
  if (expression.kind === 'label' || expression.kind === 'format') {
    if (item.alias === null && argument) {
      addAt(scope, shape, argument, expression, item.offset);
      return;
    }
  }
  const key = item.alias ?? `expr${countExpressions(shape)}`;
  if (shape.has(key)) throw duplicate(scope, key, item.offset);
  shape.addValue(key, expression, item.offset);
}

function countExpressions(shape: RecordShapeBuilder): number {
  let count = 0;
  while (shape.has(`expr${count}`)) count++;
  return count;
}

function addPath(scope: Scope, shape: RecordShapeBuilder, path: FieldPath, offset: number): void {
  addAt(scope, shape, path, resolvePath(scope, path), offset);
}

/** Puts a value where its path leads: `Account.Owner.Name` into the record Owner of the record Account. */
function addAt(
  scope: Scope,
  shape: RecordShapeBuilder,
  path: FieldPath,
  expression: BoundExpression,
  offset: number,
): void {
  const field = innerField(expression);
  const record = parentRecord(shape, field);
  const key = field.kind === 'name' ? field.attribute.name : field.field.name;
  if (record.has(key)) throw duplicate(scope, path.names.join('.'), offset);
  record.addValue(key, expression, offset);
}

type FieldExpression = Extract<BoundExpression, { kind: 'column' | 'compound' | 'name' }>;

function innerField(expression: BoundExpression): FieldExpression {
  if (expression.kind === 'label' || expression.kind === 'format') return innerField(expression.operand);
  if (expression.kind === 'column' || expression.kind === 'compound' || expression.kind === 'name')
    return expression;
  throw new Error(`${expression.kind} is not a field`);
}

function parentRecord(root: RecordShapeBuilder, field: FieldExpression): RecordShapeBuilder {
  const record = recordOf(root, field.source);
  return field.kind === 'name' ? nameRecord(record, field.source, field.reference) : record;
}

function recordOf(root: RecordShapeBuilder, source: Source): RecordShapeBuilder {
  if (!source.join) return root;
  const { parent, reference } = source.join;
  const record = recordOf(root, parent);
  if (isPolymorphic(reference)) return nameRecord(record, parent, reference);
  return record.parent(relationshipName(reference), () => shapeOfSource(source, true));
}

/** The record behind a reference to several objects; it exists whatever object it is of. */
function nameRecord(record: RecordShapeBuilder, source: Source, reference: Field): RecordShapeBuilder {
  return record.parent(
    relationshipName(reference),
    () => new RecordShapeBuilder('Name', { kind: 'column', source, field: reference }, null),
  );
}

function relationshipName(reference: Field): string {
  return reference.relationship?.relationshipName ?? reference.name;
}

function duplicate(scope: Scope, name: string, offset: number): Error {
  return scope.context.error('INVALID_FIELD', offset, `duplicate field selected: ${name}`);
}
