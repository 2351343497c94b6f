import { describeSObject, type DescribeSObjectResult, type SObjectType } from '../../../schema';
import { describeOptions } from '../../rest/describe-options';
import type { UiRequest } from '../request/ui-request';
import { objectTheme } from '../themes/object-icons';
import { withEtag } from '../values/etag';
import { fieldInfo } from './field-info';
import { nameFieldsOf } from './name-fields';
import { hasRecordTypes, recordTypeInfosOf } from './record-type-info';

/** The describe of an object for the user of a request. */
export function describeFor(ui: UiRequest, type: SObjectType): DescribeSObjectResult {
  const { context, baseUrl, deps } = ui;
  const options = describeOptions({ user: context.user, apiVersion: context.apiVersion, baseUrl }, deps);
  return describeSObject(deps.org.schema(), type, options);
}

/**
 * What a client must know of an object: fields, child relationships, record types, what the user may do.
 * @see https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm
 */
export function objectInfo(ui: UiRequest, type: SObjectType): Record<string, unknown> {
  const described = describeFor(ui, type);
  const recordTypes = recordTypeInfosOf(described);
  return withEtag({
    apiName: type.name,
    associateEntityType: described.associateEntityType,
    associateParentEntity: described.associateParentEntity,
    childRelationships: described.childRelationships
      .filter(({ relationshipName }) => relationshipName !== null)
      .map((child) => ({
        childObjectApiName: child.childSObject,
        fieldName: child.field,
        junctionIdListNames: child.junctionIdListNames,
        junctionReferenceTo: child.junctionReferenceTo,
        relationshipName: child.relationshipName,
      })),
    compactLayoutable: described.compactLayoutable,
    createable: described.createable,
    custom: described.custom,
    defaultRecordTypeId: hasRecordTypes(type) ? recordTypes.defaultId : null,
    deletable: described.deletable,
    dependentFields: dependentFields(described),
    feedEnabled: described.feedEnabled,
    fields: Object.fromEntries(
      sortedBy(described.fields, ({ name }) => name).map((field) => [field.name, fieldInfo(ui, type, field)]),
    ),
    keyPrefix: described.keyPrefix,
    label: described.label,
    labelPlural: described.labelPlural,
    layoutable: described.layoutable,
    mruEnabled: described.mruEnabled,
    nameFields: nameFieldsOf(type),
    queryable: described.queryable,
    recordTypeInfos: hasRecordTypes(type) ? recordTypes.byId : {},
    searchLayoutable: described.searchLayoutable,
    searchable: described.searchable,
    themeInfo: objectTheme(ui, type),
    updateable: described.updateable,
  });
}

/** Object infos by API name, for answers that carry those of all objects they show. */
export function objectInfosOf(ui: UiRequest, types: Iterable<SObjectType>): Record<string, unknown> {
  const unique = new Map([...types].map((type) => [type.name, type]));
  return Object.fromEntries([...unique].map(([name, type]) => [name, objectInfo(ui, type)]));
}

interface FieldTree {
  [field: string]: FieldTree;
}

/** Dependent picklists below the fields that control them: `{ Continent__c: { Country__c: {} } }`. */
function dependentFields({ fields }: DescribeSObjectResult): FieldTree {
  const names = new Set(fields.map(({ name }) => name));
  const below = (controller: string): FieldTree =>
    Object.fromEntries(
      fields
        .filter(({ controllerName, name }) => controllerName === controller && name !== controller)
        .map(({ name }) => [name, below(name)]),
    );
  const roots = fields.flatMap(({ controllerName }) => controllerName ?? []);
  const dependent = new Set(
    fields.filter(({ controllerName }) => controllerName !== null).map(({ name }) => name),
  );
  return Object.fromEntries(
    [...new Set(roots)]
      .filter((name) => names.has(name) && !dependent.has(name))
      .map((name) => [name, below(name)]),
  );
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
