import type { SObjectType } from '../sobject-type';
import type { SObjectKind } from '../types';
import type { DescribeOptions } from './describe-options';
import type { DescribeGlobalSObjectResult } from './describe-results';
import { isMruEnabled, objectUrls } from './object-urls';

const CUSTOM_SETTING_KINDS: ReadonlySet<SObjectKind> = new Set([
  'listCustomSetting',
  'hierarchyCustomSetting',
]);

/** Objects whose records can be cloned together with their children. */
const DEEP_CLONEABLE: ReadonlySet<string> = new Set(['Campaign', 'Opportunity']);

/**
 * An object as the global describe lists it.
 * UNVERIFIED: `replicateable` and `mruEnabled` follow from what the object can do; they agree with the describes known.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_describeGlobal.htm
 */
export function describeGlobalSObject(
  type: SObjectType,
  options: DescribeOptions,
): DescribeGlobalSObjectResult {
  const { definition } = type;
  const { capabilities } = definition;
  const access = options.access?.object(type);
  return {
    activateable: false,
    associateEntityType: definition.associate?.type ?? null,
    associateParentEntity: definition.associate?.parent ?? null,
    createable: capabilities.createable && (access?.create ?? true),
    custom: definition.custom,
    customSetting: CUSTOM_SETTING_KINDS.has(definition.kind),
    deepCloneable: DEEP_CLONEABLE.has(type.name),
    deletable: capabilities.deletable && (access?.delete ?? true),
    deprecatedAndHidden: false,
    feedEnabled: capabilities.feedEnabled,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix:
      definition.describedKeyPrefix === undefined ? definition.keyPrefix : definition.describedKeyPrefix,
    label: definition.label,
    labelPlural: definition.labelPlural,
    layoutable: capabilities.layoutable,
    mergeable: capabilities.mergeable,
    mruEnabled: isMruEnabled(type),
    name: type.name,
    queryable: capabilities.queryable,
    replicateable: isReplicateable(type),
    retrieveable: capabilities.queryable,
    searchable: capabilities.searchable,
    triggerable: capabilities.triggerable,
    undeletable: capabilities.undeletable && (access?.delete ?? true),
    updateable: capabilities.updateable && (access?.edit ?? true),
    urls: objectUrls(type, options.basePath),
  };
}

/** Whether getUpdated and getDeleted work: records that can change and carry the time of the last change. */
function isReplicateable(type: SObjectType): boolean {
  const { createable, updateable } = type.definition.capabilities;
  return (createable || updateable) && type.field('SystemModstamp') !== undefined;
}
