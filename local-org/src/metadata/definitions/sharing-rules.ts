import type { FilterItem } from '../../schema';
import { childName, parentName, type Component, type MetadataObject } from '../component';
import { booleanOf, objectOf, textOf, textsOf } from '../content-access';
import { filterItems } from '../loader/relationships';
import type { ComponentStore } from '../store/component-store';

/** Whom a rule or list view is about. */
export interface ShareTarget {
  readonly allInternalUsers: boolean;
  readonly groups: readonly string[];
  readonly queues: readonly string[];
  readonly roles: readonly string[];
  readonly rolesAndSubordinates: readonly string[];
}

interface SharingRuleBase {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly accessLevel: 'Read' | 'Edit';
  readonly sharedTo: ShareTarget;
  /** Access to records below a shared account; only on account rules. */
  readonly accountSettings: {
    readonly opportunity: string;
    readonly contact: string;
    readonly case: string;
  } | null;
}

/** Shares what some users own. */
export interface OwnerSharingRule extends SharingRuleBase {
  readonly kind: 'owner';
  readonly sharedFrom: ShareTarget;
}

/** Shares records that meet criteria. */
export interface CriteriaSharingRule extends SharingRuleBase {
  readonly kind: 'criteria';
  readonly booleanFilter: string | null;
  readonly criteria: readonly FilterItem[];
  readonly includeRecordsOwnedByAll: boolean;
}

export type SharingRule = OwnerSharingRule | CriteriaSharingRule;

/**
 * All owner- and criteria-based sharing rules.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm
 */
export function sharingRules(store: ComponentStore): SharingRule[] {
  return [
    ...store.all('SharingOwnerRule').map((rule): SharingRule => ({
      ...baseOf(rule),
      kind: 'owner',
      sharedFrom: shareTargetOf(objectOf(rule.content, 'sharedFrom')),
    })),
    ...store.all('SharingCriteriaRule').map((rule): SharingRule => ({
      ...baseOf(rule),
      kind: 'criteria',
      booleanFilter: textOf(rule.content, 'booleanFilter') ?? null,
      criteria: filterItems(rule.content, 'criteriaItems'),
      includeRecordsOwnedByAll: booleanOf(rule.content, 'includeRecordsOwnedByAll', true),
    })),
  ];
}

function baseOf(rule: Component): SharingRuleBase {
  const { content, fullName } = rule;
  const account = objectOf(content, 'accountSettings');
  return {
    object: parentName(fullName),
    name: childName(fullName),
    label: textOf(content, 'label') ?? childName(fullName),
    accessLevel: textOf(content, 'accessLevel') === 'Edit' ? 'Edit' : 'Read',
    sharedTo: shareTargetOf(objectOf(content, 'sharedTo')),
    accountSettings: account
      ? {
          opportunity: textOf(account, 'opportunityAccessLevel') ?? 'None',
          contact: textOf(account, 'contactAccessLevel') ?? 'None',
          case: textOf(account, 'caseAccessLevel') ?? 'None',
        }
      : null,
  };
}

/** Reads a `sharedTo` or `sharedFrom` element; of an absent one nobody is meant. */
export function shareTargetOf(content: MetadataObject = {}): ShareTarget {
  return {
    allInternalUsers: content['allInternalUsers'] !== undefined,
    groups: [...textsOf(content, 'group'), ...textsOf(content, 'groups')],
    queues: textsOf(content, 'queue'),
    roles: [...textsOf(content, 'role'), ...textsOf(content, 'roles')],
    rolesAndSubordinates: [
      ...textsOf(content, 'roleAndSubordinates'),
      ...textsOf(content, 'roleAndSubordinatesInternal'),
      ...textsOf(content, 'rolesAndSubordinates'),
    ],
  };
}
