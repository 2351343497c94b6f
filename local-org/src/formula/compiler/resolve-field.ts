import type { SObjectType } from '../../schema';
import { FormulaError } from '../errors';
import { formulaTypeOf, unsupportedTypeLabel } from '../field-type';
import type { ReferenceNode } from '../syntax/nodes';
import type { CompileContext } from './compile-context';
import type { FieldReference, RelationshipStep } from './field-reference';

/** The object that stands behind a name used only in polymorphic paths: `Owner:Queue.QueueName`. */
const OWNER_ALIASES: Readonly<Record<string, string>> = { queue: 'Group' };
const FIELD_ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  group: { queuename: 'Name' },
};

/** Objects that share formula fields, so that a field of one may be named on the other, where it is blank. */
const SIBLINGS: Readonly<Record<string, string>> = { task: 'Event', event: 'Task' };

/** A field that only the sibling object has: it type-checks and reads as blank. */
export interface SiblingField {
  readonly reference: FieldReference;
  readonly alwaysBlank: boolean;
}

/**
 * Finds the field behind a path of the base object. Names are case-insensitive.
 * @throws FormulaError `Field X does not exist. Check spelling.`
 * @see https://help.salesforce.com/s/articleView?id=platform.customize_cross_object.htm&type=5
 */
export function resolveField(path: string, node: ReferenceNode, context: CompileContext): SiblingField {
  const base = context.scope.schema.find(context.scope.objectName);
  const segments = path.split('.');
  if (!base) throw doesNotExist(path, node);
  const own = findField(base, segments, node, context);
  if (own) return { reference: own, alwaysBlank: false };
  const sibling = context.scope.schema.find(SIBLINGS[base.name.toLowerCase()] ?? '');
  const siblingField = sibling && findField(sibling, segments, node, context);
  if (siblingField) return { reference: siblingField, alwaysBlank: true };
  throw doesNotExist(path, node);
}

/** The error for a name that stands for nothing. */
export function doesNotExist(name: string, node: ReferenceNode): FormulaError {
  return new FormulaError(`Field ${name} does not exist. Check spelling.`, node.position);
}

function findField(
  base: SObjectType,
  segments: readonly string[],
  node: ReferenceNode,
  context: CompileContext,
): FieldReference | undefined {
  let object = base;
  const steps: RelationshipStep[] = [];
  for (const segment of segments.slice(0, -1)) {
    const next = findParent(object, segment, node, context);
    if (!next) return undefined;
    object = next.object;
    steps.push(next.step);
  }
  const fieldName = segments[segments.length - 1] ?? '';
  const alias = FIELD_ALIASES[object.name.toLowerCase()]?.[fieldName.toLowerCase()];
  const field = object.field(alias ?? fieldName);
  if (!field) return undefined;
  const label = unsupportedTypeLabel(field, context.scope.usage);
  const type = formulaTypeOf(field);
  if (label !== undefined || !type) {
    throw new FormulaError(
      `You referenced an unsupported field type called "${label ?? field.type}" using the following field: ${segments.join('.')}`,
      node.position,
    );
  }
  const path = [...steps.map((step) => step.relationshipName), field.name];
  return { name: segments.join('.'), type, field, steps, path };
}

function findParent(
  object: SObjectType,
  segment: string,
  node: ReferenceNode,
  context: CompileContext,
): { object: SObjectType; step: RelationshipStep } | undefined {
  const [relationshipName = '', objectName] = segment.split(':');
  const relationship = object.parentField(relationshipName)?.relationship;
  if (!relationship?.relationshipName) return undefined;
  const { schema } = context.scope;
  if (objectName === undefined) {
    const [only, ...others] = relationship.referenceTo;
    const parent = only !== undefined && others.length === 0 ? schema.find(only) : undefined;
    return parent && { object: parent, step: { relationshipName: relationship.relationshipName } };
  }
  const wanted = (OWNER_ALIASES[objectName.toLowerCase()] ?? objectName).toLowerCase();
  const target = relationship.referenceTo.find((name) => name.toLowerCase() === wanted);
  const parent = target === undefined ? undefined : schema.find(target);
  if (!parent) {
    throw new FormulaError(
      `${objectName} is an invalid object type for the ${relationshipName} field. Check spelling.`,
      node.position,
    );
  }
  const step = { relationshipName: relationship.relationshipName, onlyObject: parent.name };
  return { object: parent, step };
}
