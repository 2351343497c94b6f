import { ApiError } from '../../core';
import type { RecordInput } from '../../dml';
import type { Schema, SObjectType } from '../../schema';
import { malformedBody } from '../http/errors';
import { isJsonObject, parseRecord } from '../rest/record-input';

/** A record of a tree, and the reference field that ties it to the record above it. */
export interface TreeNode {
  readonly referenceId: string;
  readonly type: SObjectType;
  readonly values: RecordInput;
  readonly parent: TreeNode | null;
  /** API name of the field that gets the parent's id; null at the top. */
  readonly parentField: string | null;
}

/** Takes records of one object apart into levels: the records, their children, their grandchildren. */
export function treeLevels(records: readonly unknown[], type: SObjectType, schema: Schema): TreeNode[][] {
  const levels: TreeNode[][] = [];
  let level = records.map((record): Pending => ({ record, type, parent: null, parentField: null }));
  while (level.length > 0) {
    const parsed = level.map((pending) => parseNode(pending, schema));
    levels.push(parsed.map(({ node }) => node));
    level = parsed.flatMap(({ children }) => children);
  }
  return levels;
}

interface Pending {
  readonly record: unknown;
  readonly type: SObjectType;
  readonly parent: TreeNode | null;
  readonly parentField: string | null;
}

interface ParsedNode {
  readonly node: TreeNode;
  readonly children: readonly Pending[];
}

function parseNode({ record, type, parent, parentField }: Pending, schema: Schema): ParsedNode {
  if (!isJsonObject(record)) throw malformedBody('records must be a list of records');
  const attributes = isJsonObject(record['attributes']) ? record['attributes'] : {};
  const typeName = attributes['type'];
  if (typeof typeName === 'string' && typeName.toLowerCase() !== type.name.toLowerCase()) {
    throw new ApiError(
      'INVALID_INPUT',
      `The type ${typeName} does not match the type ${type.name} of its place`,
    );
  }
  const own: Record<string, unknown> = {};
  const lists: [SObjectType, string, readonly unknown[]][] = [];
  for (const [name, value] of Object.entries(record)) {
    const list = childList(value);
    const relationship = list && type.childRelationship(name);
    const child = relationship && schema.find(relationship.childObject);
    if (list && relationship && child) lists.push([child, relationship.field, list]);
    else own[name] = value;
  }
  const referenceId = String(attributes['referenceId'] ?? '');
  const node: TreeNode = { referenceId, type, values: parseRecord(own, type), parent, parentField };
  const children = lists.flatMap(([child, field, list]) =>
    list.map((entry): Pending => ({ record: entry, type: child, parent: node, parentField: field })),
  );
  return { node, children };
}

function childList(value: unknown): readonly unknown[] | undefined {
  return isJsonObject(value) && Array.isArray(value['records']) ? (value['records'] as unknown[]) : undefined;
}
