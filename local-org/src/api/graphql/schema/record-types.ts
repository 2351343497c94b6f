import {
  GraphQLEnumType,
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { datetimeToEpochMs, keyPrefixOf, type FieldValue } from '../../../core';
import type { ResultRecord } from '../../../query';
import type { Field, SObjectType } from '../../../schema';
import { isReadable } from '../../ui-api/request/find-object';
import { readUiRecords } from '../../ui-api/records/read-ui-records';
import { displaySettings } from '../../ui-api/values/display-settings';
import { fieldValueOf } from '../../ui-api/values/field-value';
import {
  namedChildren,
  namedFields,
  namedParents,
  type GraphqlScope,
  type NamedParent,
} from '../graphql-scope';
import { connection, type ConnectionArguments } from '../resolve/connection';
import type { RecordSource } from '../resolve/record-source';
import { selectedTree } from '../resolve/selected-paths';
import { InputTypes, known } from './input-types';
import { scalar } from './scalars';
import { valueKind, valueType } from './value-types';

const PAGE_INFO = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
  },
});
/** Scopes of SOQL; those that the org does not know are refused by name. */
const SCOPE = new GraphQLEnumType({
  name: 'SupportedScopes',
  values: Object.fromEntries(
    ['MINE', 'EVERYTHING', 'MINE_AND_MY_GROUPS', 'TEAM', 'QUEUE_OWNED', 'ASSIGNEDTOME', 'DELEGATED'].map(
      (name) => [name, {}],
    ),
  ),
});

type RecordFields = GraphQLFieldConfigMap<RecordSource, unknown>;

/** The types of the records of a request: `Account`, `AccountConnection`, `AccountEdge`. */
export class RecordTypes {
  readonly inputs: InputTypes;
  readonly pageInfo = PAGE_INFO;
  private readonly records = new Map<string, GraphQLObjectType>();
  private readonly connections = new Map<string, GraphQLObjectType>();
  private readonly unions = new Map<string, GraphQLUnionType>();

  constructor(private readonly scope: GraphqlScope) {
    this.inputs = new InputTypes(scope);
  }

  /** Records of an object, with the fields, parents and children that the request names. */
  record(type: SObjectType): GraphQLObjectType {
    return known(
      this.records,
      type.name,
      () =>
        new GraphQLObjectType<RecordSource>({
          name: type.name,
          isTypeOf: (source) => source.type === type,
          fields: () => ({
            ...STATE_FIELDS,
            ...this.valueFields(type),
            ...this.parentFields(type),
            ...this.childFields(type),
          }),
        }),
    );
  }

  /** A list of records of an object. */
  connection(type: SObjectType): GraphQLObjectType {
    return known(this.connections, type.name, () => {
      const edge = new GraphQLObjectType({
        name: `${type.name}Edge`,
        fields: () => ({
          node: { type: this.record(type) },
          cursor: { type: new GraphQLNonNull(GraphQLString) },
        }),
      });
      return new GraphQLObjectType({
        name: `${type.name}Connection`,
        fields: {
          edges: { type: new GraphQLList(edge) },
          pageInfo: { type: new GraphQLNonNull(PAGE_INFO) },
          pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
          totalCount: { type: new GraphQLNonNull(GraphQLInt) },
        },
      });
    });
  }

  /** Arguments of a list of records. Children have no scope. */
  arguments(type: SObjectType, withScope: boolean): GraphQLFieldConfigArgumentMap {
    return {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      where: { type: this.inputs.filter(type) },
      orderBy: { type: this.inputs.orderBy(type) },
      ...(withScope ? { scope: { type: SCOPE }, updateMRU: { type: GraphQLBoolean } } : {}),
    };
  }

  private valueFields(type: SObjectType): RecordFields {
    const settings = displaySettings(this.scope.ui);
    return Object.fromEntries(
      namedFields(this.scope, type).flatMap((field) => {
        const kind = field.name === 'Id' ? undefined : valueKind(field);
        if (!kind) return [];
        const resolve = ({ row }: RecordSource): unknown => {
          const shown = fieldValueOf(field, (row.fields[field.name] ?? null) as FieldValue, settings);
          return { ...shown, label: shown.displayValue };
        };
        return [[field.name, { type: valueType(kind), resolve }] as const];
      }),
    );
  }

  private parentFields(type: SObjectType): RecordFields {
    return Object.fromEntries(
      namedParents(this.scope, type).map((parent) => {
        const [only, another] = parent.targets;
        const single = only && !another && parent.reference.relationship?.referenceTo.length === 1;
        return [
          parent.name,
          single
            ? { type: this.record(only), resolve: (source) => joinedParent(source, parent.name, only) }
            : {
                type: this.union(type, parent),
                resolve: (source, _args, _context, info) => this.readParent(source, parent.reference, info),
              },
        ] as const satisfies readonly [string, RecordFields[string]];
      }),
    );
  }

  private childFields(type: SObjectType): RecordFields {
    return Object.fromEntries(
      namedChildren(this.scope, type).map(({ name, child, type: childType }) => [
        name,
        {
          type: this.connection(childType),
          args: this.arguments(childType, false),
          resolve: (
            { row }: RecordSource,
            args: ConnectionArguments,
            _context: unknown,
            info: GraphQLResolveInfo,
          ) => connection(this.scope.ui, childType, args, info, { field: child.field, id: row.id ?? '' }),
        },
      ]),
    );
  }

  /** What a reference to several objects may point to. */
  private union(type: SObjectType, { name, targets }: NamedParent): GraphQLOutputType {
    return known(
      this.unions,
      `${type.name}.${name}`,
      () =>
        new GraphQLUnionType({
          name: `${type.name}_${name}_Union`,
          types: () => targets.map((target) => this.record(target)),
        }),
    );
  }

  /** Reads a record whose object only its id tells. */
  private readParent({ row }: RecordSource, reference: Field, info: GraphQLResolveInfo): RecordSource | null {
    const { ui } = this.scope;
    const id = row.fields[reference.name];
    const type = typeof id === 'string' ? ui.deps.org.schema().findByKeyPrefix(keyPrefixOf(id)) : undefined;
    if (typeof id !== 'string' || !type || !isReadableObject(ui, type)) return null;
    const tree = selectedTree(
      ui,
      type,
      info,
      info.fieldNodes.map(({ selectionSet }) => selectionSet),
    );
    const found = readUiRecords(ui, tree, [id]).get(id);
    return found ? { type, row: found } : null;
  }
}

function isReadableObject(ui: GraphqlScope['ui'], type: SObjectType): boolean {
  const id = type.field('Id');
  return (
    id !== undefined &&
    isReadable(ui, type, id) &&
    ui.deps.org.access.objectAccess(ui.context.user, type.name).read
  );
}

/** A parent that was read with the record. */
function joinedParent({ row }: RecordSource, name: string, type: SObjectType): RecordSource | null {
  const parent = row.fields[name] as ResultRecord | null | undefined;
  return parent?.id ? { type, row: parent } : null;
}

/** What every record says of itself. */
const STATE_FIELDS: RecordFields = {
  Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ row }) => row.id },
  ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: ({ type }) => type.name },
  DisplayValue: {
    type: GraphQLString,
    resolve: ({ type, row }) => row.fields[type.nameField?.name ?? ''] ?? null,
  },
  WeakEtag: {
    type: new GraphQLNonNull(scalar('Long')),
    resolve: ({ row }) => {
      const modified = row.fields['SystemModstamp'];
      return typeof modified === 'string' ? datetimeToEpochMs(modified) : 0;
    },
  },
};
