import type { TypeofItem } from '../syntax/ast';
import type { BoundExpression } from './bound';
import { RecordShapeBuilder, shapeOfSource } from './record-shape';
import { isPolymorphic, resolveFrom } from './resolve-path';
import type { Scope } from './scope';

/**
 * Resolves TYPEOF: one record shape for each WHEN, and one of the Name object for ELSE.
 * UNVERIFIED: the texts of its errors.
 * @throws ApiError INVALID_FIELD for a path that is no reference to several objects
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_typeof.htm
 */
export function bindTypeof(scope: Scope, shape: RecordShapeBuilder, item: TypeofItem): void {
  const { context, root } = scope;
  const name = scope.withoutAlias(item.path.names).join('.');
  const reference = root.type.parentField(name);
  if (!reference || !isPolymorphic(reference)) {
    throw context.error(
      'INVALID_FIELD',
      item.path.offset,
      `Cannot use TYPEOF with '${name}': it is not a polymorphic relationship`,
    );
  }
  context.requireField(root.type, reference, item.path.offset);
  const branches = item.branches.map((branch) => {
    const type = context.schema.find(branch.objectName);
    if (!type || !reference.relationship?.referenceTo.includes(type.name)) {
      throw context.error(
        'INVALID_FIELD',
        branch.offset,
        `Cannot use TYPEOF with '${branch.objectName}': '${name}' does not point to it`,
      );
    }
    const source = scope.parent(root, reference, type);
    const record = shapeOfSource(source, true);
    for (const path of branch.fields) {
      const expression = resolveFrom(scope, source, path.names, path.offset);
      if (path.names.length > 1) {
        throw context.error(
          'INVALID_FIELD',
          path.offset,
          `TYPEOF selects fields only, not '${path.names.join('.')}'`,
        );
      }
      addField(record, expression, path.offset);
    }
    return record.build();
  });
  shape.addTypeof(reference.relationship?.relationshipName ?? name, branches, bindElse(scope, item, name));
}

function bindElse(
  scope: Scope,
  item: TypeofItem,
  name: string,
): ReturnType<RecordShapeBuilder['build']> | null {
  if (!item.otherwise) return null;
  const reference = scope.root.type.parentField(name);
  if (!reference) return null;
  const record = new RecordShapeBuilder(
    'Name',
    { kind: 'column', source: scope.root, field: reference },
    null,
  );
  for (const path of item.otherwise) {
    addField(record, resolveFrom(scope, scope.root, [name, ...path.names], path.offset), path.offset);
  }
  return record.build();
}

function addField(record: RecordShapeBuilder, expression: BoundExpression, offset: number): void {
  if (expression.kind === 'name') record.addValue(expression.attribute.name, expression, offset);
  else if (expression.kind === 'column' || expression.kind === 'compound') {
    record.addValue(expression.field.name, expression, offset);
  }
}
