import {
  GraphQLBoolean,
  GraphQLInt,
  GraphQLList,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';
import { objectInfo } from '../../ui-api/object-info/object-info';
import { requireUiObject } from '../../ui-api/request/find-object';
import { relatedListInfo } from '../../ui-api/related-lists/related-list-info';
import { findRelatedList } from '../../ui-api/related-lists/related-list';
import type { GraphqlScope } from '../graphql-scope';

type Json = Readonly<Record<string, unknown>>;

/** Fields of an answer's JSON with the types that they have; `ApiName` reads `apiName`. */
function jsonType(name: string, fields: Readonly<Record<string, GraphQLOutputType>>): GraphQLObjectType {
  return new GraphQLObjectType<Json>({
    name,
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, type]) => [
        field,
        {
          type,
          resolve: (source: Json) => {
            const value = source[field === 'ApiName' ? 'apiName' : field];
            return type instanceof GraphQLList && isMap(value) ? Object.values(value) : value;
          },
        },
      ]),
    ) as GraphQLFieldConfigMap<Json, unknown>,
  });
}

/** Maps of the User Interface API are lists in GraphQL. */
function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const STRINGS = new GraphQLList(GraphQLString);

const FIELD = jsonType('ObjectInfoField', {
  ApiName: GraphQLString,
  calculated: GraphQLBoolean,
  compound: GraphQLBoolean,
  compoundComponentName: GraphQLString,
  compoundFieldName: GraphQLString,
  controllerName: GraphQLString,
  controllingFields: STRINGS,
  createable: GraphQLBoolean,
  custom: GraphQLBoolean,
  dataType: GraphQLString,
  extraTypeInfo: GraphQLString,
  filterable: GraphQLBoolean,
  htmlFormatted: GraphQLBoolean,
  inlineHelpText: GraphQLString,
  label: GraphQLString,
  length: GraphQLInt,
  nameField: GraphQLBoolean,
  polymorphicForeignKey: GraphQLBoolean,
  precision: GraphQLInt,
  reference: GraphQLBoolean,
  referenceToInfos: new GraphQLList(
    jsonType('ReferenceToInfo', { ApiName: GraphQLString, nameFields: STRINGS }),
  ),
  relationshipName: GraphQLString,
  required: GraphQLBoolean,
  scale: GraphQLInt,
  sortable: GraphQLBoolean,
  unique: GraphQLBoolean,
  updateable: GraphQLBoolean,
});

const OBJECT_INFO = jsonType('ObjectInfo', {
  ApiName: GraphQLString,
  childRelationships: new GraphQLList(
    jsonType('ChildRelationship', {
      childObjectApiName: GraphQLString,
      fieldName: GraphQLString,
      junctionIdListNames: STRINGS,
      junctionReferenceTo: STRINGS,
      relationshipName: GraphQLString,
    }),
  ),
  createable: GraphQLBoolean,
  custom: GraphQLBoolean,
  defaultRecordTypeId: GraphQLString,
  deletable: GraphQLBoolean,
  feedEnabled: GraphQLBoolean,
  fields: new GraphQLList(FIELD),
  keyPrefix: GraphQLString,
  label: GraphQLString,
  labelPlural: GraphQLString,
  layoutable: GraphQLBoolean,
  mruEnabled: GraphQLBoolean,
  nameFields: STRINGS,
  queryable: GraphQLBoolean,
  recordTypeInfos: new GraphQLList(
    jsonType('RecordTypeInfo', {
      available: GraphQLBoolean,
      defaultRecordTypeMapping: GraphQLBoolean,
      master: GraphQLBoolean,
      name: GraphQLString,
      recordTypeId: GraphQLString,
    }),
  ),
  searchable: GraphQLBoolean,
  themeInfo: jsonType('ThemeInfo', { color: GraphQLString, iconUrl: GraphQLString }),
  updateable: GraphQLBoolean,
});

const RELATED_LIST_INFO = jsonType('RelatedListInfo', {
  childApiName: GraphQLString,
  displayColumns: new GraphQLList(
    jsonType('ListColumn', {
      fieldApiName: GraphQLString,
      label: GraphQLString,
      lookupId: GraphQLString,
      sortable: GraphQLBoolean,
    }),
  ),
  fieldApiName: GraphQLString,
  label: GraphQLString,
  orderedByInfo: new GraphQLList(
    jsonType('ListOrder', { fieldApiName: GraphQLString, isAscending: GraphQLBoolean, label: GraphQLString }),
  ),
  parentApiName: GraphQLString,
  relatedListName: GraphQLString,
});

/**
 * Metadata beside records: objects, and related lists.
 * UNVERIFIED: the fields of related lists.
 * @see https://developer.salesforce.com/docs/platform/graphql/guide/query-objectinfo.html
 */
export function metadataFields({ ui }: GraphqlScope): GraphQLFieldConfigMap<unknown, unknown> {
  return {
    objectInfos: {
      type: new GraphQLList(OBJECT_INFO),
      args: { apiNames: { type: STRINGS } },
      resolve: (_source, { apiNames = [] }: { readonly apiNames?: readonly string[] }) =>
        apiNames.map((name) => objectInfo(ui, requireUiObject(ui, name))),
    },
    relatedListByName: {
      type: RELATED_LIST_INFO,
      args: { parentApiName: { type: GraphQLString }, relatedListName: { type: GraphQLString } },
      resolve: (_source, args: { readonly parentApiName?: string; readonly relatedListName?: string }) => {
        const parent = { type: requireUiObject(ui, args.parentApiName ?? ''), recordTypeId: null };
        const list = findRelatedList(ui, parent, args.relatedListName ?? '');
        return {
          ...relatedListInfo(ui, list),
          childApiName: list.type.name,
          parentApiName: list.parentType.name,
          relatedListName: list.id,
        };
      },
    },
  };
}
