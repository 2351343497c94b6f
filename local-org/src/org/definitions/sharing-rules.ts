import type { SharingRule, UserSet } from '../../access';
import {
  sharingRules,
  type ComponentStore,
  type ShareTarget,
  type SharingRule as SharingRuleDefinition,
} from '../../metadata';

/** Kinds of user sets, and the names of that kind in a share target. */
const NAMED_SETS: readonly (readonly [UserSet['kind'], (target: ShareTarget) => readonly string[]])[] = [
  ['group', (target) => target.groups],
  ['queue', (target) => target.queues],
  ['role', (target) => target.roles],
  ['roleAndSubordinates', (target) => target.rolesAndSubordinates],
];

const cache = new WeakMap<ComponentStore, readonly SharingRule[]>();

/** The deployed sharing rules as access control reads them. */
export function sharingRulesOf(components: ComponentStore): readonly SharingRule[] {
  let rules = cache.get(components);
  if (!rules) {
    rules = sharingRules(components).map(ruleOf);
    cache.set(components, rules);
  }
  return rules;
}

/** The set of users that a rule's target names; undefined for a kind that the local org does not have. */
export function userSetOf(target: ShareTarget): UserSet | undefined {
  return userSetsOf(target)[0];
}

/** The sets of users that a target names. */
export function userSetsOf(target: ShareTarget): UserSet[] {
  if (target.allInternalUsers) return [{ kind: 'allInternalUsers', name: '' }];
  return NAMED_SETS.flatMap(([kind, namesOf]) => namesOf(target).map((name): UserSet => ({ kind, name })));
}

/** A deploy refuses rules whose sets are not supported, so that here each has one. */
function requireUserSet(rule: SharingRuleDefinition, target: ShareTarget): UserSet {
  const set = userSetOf(target);
  if (!set) throw new Error(`Sharing rule ${rule.object}.${rule.name} names no set of users`);
  return set;
}

function ruleOf(rule: SharingRuleDefinition): SharingRule {
  const { accountSettings } = rule;
  const base = {
    objectName: rule.object,
    name: rule.name,
    accessLevel: rule.accessLevel,
    sharedTo: requireUserSet(rule, rule.sharedTo),
    ...(accountSettings
      ? {
          childAccess: {
            Opportunity: accountSettings.opportunity,
            Contact: accountSettings.contact,
            Case: accountSettings.case,
          },
        }
      : {}),
  };
  if (rule.kind === 'owner') return { ...base, sharedFrom: requireUserSet(rule, rule.sharedFrom) };
  return {
    ...base,
    criteria: rule.criteria,
    ...(rule.booleanFilter === null ? {} : { booleanFilter: rule.booleanFilter }),
  };
}
