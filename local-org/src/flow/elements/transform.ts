import { objectOf as childOf, objectsOf, textOf, type MetadataObject } from '../../metadata';
import { connectorOf } from '../definition/connector';
import { valueTypeOf } from '../definition/resources';
import { readValueSource, valueSourceOf, type ValueSource } from '../definition/value-source';
import { convertToField, convertValue } from '../interview/convert';
import { objectOf } from '../interview/fetch-records';
import { FlowRecord } from '../interview/flow-record';
import { isCollection, type FlowValue } from '../interview/flow-value';
import type { Interview } from '../interview/interview';
import { present, type ElementType } from './flow-element';

interface TransformAction {
  readonly kind: string;
  readonly field: string | null;
  readonly source: ValueSource;
  readonly parameters: ReadonlyMap<string, ValueSource>;
}

const EACH_ITEM = '[$EachItem]';
const SUPPORTED = new Set(['Map', 'Count', 'Sum', 'GetItemByIndex']);

/** Makes a value, a record or a collection from other data. */
export const transformElement: ElementType = {
  tag: 'transforms',
  typeName: 'FlowTransform',
  label: 'Transform',
  documentation: 'https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_transform.htm',
  read(content, node) {
    const connector = connectorOf(content);
    const type = valueTypeOf(content);
    const actions = objectsOf(content, 'transformValues').flatMap((value) =>
      objectsOf(value, 'transformValueActions').map(readAction),
    );
    const { key } = node;
    const source = sourceCollection(actions);
    const make = (interview: Interview): FlowValue => {
      if (type.dataType !== 'SObject') {
        const values = (): FlowValue => aggregate(interview, actions[0]);
        return type.isCollection && source !== null
          ? forEach(interview, source, values)
          : convertValue(values(), undefined, type, interview.run.context.user);
      }
      const record = (): FlowRecord => mapped(interview, type.objectName ?? '', actions);
      return type.isCollection && source !== null ? forEach(interview, source, record) : record();
    };
    return {
      ...node,
      connectors: present(connector),
      run(interview) {
        interview.values.set(key, make(interview));
        return connector?.target ?? null;
      },
      output: () => type,
      check(scope) {
        const object = type.dataType === 'SObject' ? scope.object(type.objectName ?? null) : undefined;
        for (const { kind, field, source: value, parameters } of actions) {
          if (!SUPPORTED.has(kind))
            scope.problem(`The transform "${kind}" isn't supported by the local org.`);
          if (field !== null && object) scope.field(object, field);
          scope.value(value);
          for (const parameter of parameters.values()) scope.value(parameter);
        }
        if (source !== null) scope.reference(source);
      },
    };
  },
};

function readAction(action: MetadataObject): TransformAction {
  return {
    kind: textOf(action, 'transformType') ?? 'Map',
    field: textOf(action, 'outputFieldApiName') ?? null,
    source: valueSourceOf(action),
    parameters: new Map(
      objectsOf(action, 'inputParameters').map((parameter) => [
        textOf(parameter, 'name') ?? '',
        readValueSource(childOf(parameter, 'value')),
      ]),
    ),
  };
}

/** The collection whose items are mapped: `Find_Deals` of `Find_Deals[$EachItem].Name`. */
function sourceCollection(actions: readonly TransformAction[]): string | null {
  for (const { source } of actions) {
    const text =
      source.kind === 'reference' ? source.path : source.kind === 'formula' ? source.expression : '';
    const match = /([A-Za-z_$][\w$.]*)\[\$EachItem\]/.exec(text);
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

function forEach(interview: Interview, collection: string, make: () => FlowValue): FlowValue {
  const items = interview.resolve(collection);
  if (!isCollection(items)) return null;
  const made = items.map((item) => {
    interview.eachItem = item;
    return make();
  });
  interview.eachItem = null;
  return made;
}

function mapped(interview: Interview, objectName: string, actions: readonly TransformAction[]): FlowRecord {
  const record = new FlowRecord(objectOf(interview.run, objectName), {});
  for (const action of actions) {
    const field = record.type.field(action.field ?? '');
    if (!field) continue;
    const value = aggregate(interview, action);
    const from =
      action.source.kind === 'reference' ? interview.dataTypeOf(withoutEachItem(action.source)) : undefined;
    record.set(field, convertToField(value, from, field, interview.run.context.user));
  }
  return record;
}

function withoutEachItem(source: Extract<ValueSource, { kind: 'reference' }>): ValueSource {
  return { kind: 'reference', path: source.path.replace(EACH_ITEM, '') };
}

/** Counting or summing over nothing is 0; mapping nothing is null. */
function aggregate(interview: Interview, action: TransformAction | undefined): FlowValue {
  if (!action) return null;
  const parameter = (name: string): FlowValue =>
    interview.valueOf(action.parameters.get(name) ?? { kind: 'literal', value: null });
  const values = parameter('aggregationValues');
  const items = isCollection(values) ? values : [];
  switch (action.kind) {
    case 'Count':
      return items.length;
    case 'Sum':
      return items.reduce<number>(
        (sum, item) => sum + numberIn(interview, item, parameter('aggregationField')),
        0,
      );
    case 'GetItemByIndex': {
      const collection = parameter('collection');
      return isCollection(collection) ? (collection[Number(parameter('index') ?? 0)] ?? null) : null;
    }
    default:
      return interview.valueOf(action.source);
  }
}

function numberIn(interview: Interview, item: FlowValue, field: FlowValue): number {
  const value =
    item instanceof FlowRecord && typeof field === 'string' ? item.get(field, interview.run.session) : item;
  return typeof value === 'number' ? value : 0;
}
