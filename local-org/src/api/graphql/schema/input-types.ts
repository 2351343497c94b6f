import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  type GraphQLInputFieldConfigMap,
} from 'graphql';
import type { SObjectType } from '../../../schema';
import { namedFields, namedParents, type GraphqlScope } from '../graphql-scope';
import { operatorsType } from './operator-types';
import { valueKind } from './value-types';

const ORDER_CLAUSE = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: {
    order: { type: new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } }) },
    nulls: { type: new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } }) },
  },
});

/** Filter and order types of the objects of a request. */
export class InputTypes {
  private readonly filters = new Map<string, GraphQLInputObjectType>();
  private readonly orders = new Map<string, GraphQLInputObjectType>();

  constructor(private readonly scope: GraphqlScope) {}

  /** `Account_Filter`: fields with operators, parents with filters, `and`, `or`, `not`. */
  filter(type: SObjectType): GraphQLInputObjectType {
    return known(this.filters, type.name, () => {
      const own: GraphQLInputObjectType = new GraphQLInputObjectType({
        name: `${type.name}_Filter`,
        fields: (): GraphQLInputFieldConfigMap => ({
          and: { type: new GraphQLList(own) },
          or: { type: new GraphQLList(own) },
          not: { type: own },
          ...this.fields(
            type,
            (kind) => ({ type: operatorsType(kind) }),
            (target) => ({ type: this.filter(target) }),
          ),
        }),
      });
      return own;
    });
  }

  /** `Account_OrderBy`: fields with an order, parents with orders. */
  orderBy(type: SObjectType): GraphQLInputObjectType {
    return known(
      this.orders,
      type.name,
      () =>
        new GraphQLInputObjectType({
          name: `${type.name}_OrderBy`,
          fields: () => ({
            // A type needs a field, also when the request orders by none.
            Id: { type: ORDER_CLAUSE },
            ...this.fields(
              type,
              () => ({ type: ORDER_CLAUSE }),
              (target) => ({ type: this.orderBy(target) }),
            ),
          }),
        }),
    );
  }

  private fields(
    type: SObjectType,
    ofField: (kind: NonNullable<ReturnType<typeof valueKind>>) => GraphQLInputFieldConfigMap[string],
    ofParent: (target: SObjectType) => GraphQLInputFieldConfigMap[string],
  ): GraphQLInputFieldConfigMap {
    const own = namedFields(this.scope, type).flatMap((field) => {
      const kind = valueKind(field);
      return kind ? [[field.name, ofField(kind)] as const] : [];
    });
    const parents = namedParents(this.scope, type).flatMap(({ name, targets }) => {
      const target = targets.length === 1 ? targets[0] : this.nameObject();
      return target ? [[name, ofParent(target)] as const] : [];
    });
    return Object.fromEntries([...own, ...parents]);
  }

  /** What may be asked of a reference to several objects: the names that they have in common. */
  private nameObject(): SObjectType | undefined {
    return this.scope.ui.deps.org.schema().find('Name');
  }
}

/** A value of a map, made when it is asked for first. */
export function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
