import { booleanOf, numberOf, objectsOf, textOf } from '../../metadata';
import type { ConditionSet } from '../definition/conditions';
import { conditionSetOf } from '../definition/conditions';
import { connectorOf } from '../definition/connector';
import { typeOfReference } from '../definition/type-of-reference';
import { orderOf } from '../interview/compare';
import { conditionsHold } from '../interview/condition-operators';
import { FlowRecord } from '../interview/flow-record';
import { isCollection, type FlowValue } from '../interview/flow-value';
import type { Interview } from '../interview/interview';
import { present, type ElementType } from './flow-element';

interface SortOption {
  /** Null for a collection of plain values. */
  readonly field: string | null;
  readonly isDescending: boolean;
  readonly nullsFirst: boolean;
}

/** Collection Sort and Collection Filter. */
export const collectionProcessorElement: ElementType = {
  tag: 'collectionProcessors',
  typeName: 'FlowCollectionProcessor',
  label: 'Collection Sort, Collection Filter',
  documentation:
    'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_collection_filter.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const kind = textOf(content, 'collectionProcessorType') ?? textOf(content, 'elementSubtype') ?? '';
    const collection = textOf(content, 'collectionReference') ?? '';
    const itemVariable = textOf(content, 'assignNextValueToReference') ?? null;
    const limit = numberOf(content, 'limit') ?? null;
    const set = conditionSetOf(content);
    const options = objectsOf(content, 'sortOptions').map((option) => ({
      field: textOf(option, 'sortField') ?? null,
      isDescending: textOf(option, 'sortOrder') === 'Desc',
      nullsFirst: booleanOf(option, 'doesPutEmptyStringAndNullFirst'),
    }));
    const { key } = node;
    return {
      ...node,
      connectors: present(connector),
      run(interview) {
        const value = interview.resolve(collection);
        const items = isCollection(value) ? value : [];
        const result =
          kind === 'FilterCollectionProcessor'
            ? filtered(interview, items, itemVariable, set)
            : sorted(interview, items, options).slice(0, limit ?? undefined);
        interview.values.set(key, result);
        return connector?.target ?? null;
      },
      output: (scope) => (collection.toLowerCase() === key ? undefined : typeOfReference(scope, collection)),
      check(scope) {
        const type = scope.reference(collection);
        if (type && !type.isCollection) scope.problem(`The resource "${collection}" isn't a collection.`);
        if (kind === 'FilterCollectionProcessor') {
          if (itemVariable !== null) scope.reference(itemVariable);
          return scope.conditions(set);
        }
        if (kind !== 'SortCollectionProcessor')
          return scope.problem(`The collection processor "${kind}" isn't supported by the local org.`);
        const object = type?.objectName === undefined ? undefined : scope.schema.find(type.objectName);
        for (const { field } of options) if (field !== null && object) scope.field(object, field);
      },
    };
  },
};

function filtered(
  interview: Interview,
  items: readonly FlowValue[],
  variable: string | null,
  set: ConditionSet,
): readonly FlowValue[] {
  return items.filter((item) => {
    if (variable !== null) interview.values.set(variable.toLowerCase(), item);
    return conditionsHold(interview, set);
  });
}

function sorted(
  interview: Interview,
  items: readonly FlowValue[],
  options: readonly SortOption[],
): readonly FlowValue[] {
  const { session } = interview.run;
  const read = (item: FlowValue, field: string | null): FlowValue =>
    field !== null && item instanceof FlowRecord ? item.get(field, session) : item;
  return [...items].sort((a, b) => {
    for (const option of options) {
      const order = compareForSort(read(a, option.field), read(b, option.field), option);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareForSort(a: FlowValue, b: FlowValue, { isDescending, nullsFirst }: SortOption): number {
  const [aEmpty, bEmpty] = [a === null || a === '', b === null || b === ''];
  if (aEmpty || bEmpty) return aEmpty === bEmpty ? 0 : aEmpty === nullsFirst ? -1 : 1;
  return (orderOf(a, b) ?? 0) * (isDescending ? -1 : 1);
}
