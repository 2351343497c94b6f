import {
  componentKey,
  profiles,
  queues,
  roles,
  sharingRules,
  type Component,
  type ComponentId,
  type ComponentStore,
  type PackageComponent,
  type PlannedMessage,
} from '../../metadata';
import type { RecordStore } from '../../storage';
import { userSetOf } from '../definitions/sharing-rules';
import { shippedName } from '../setup/projections/profiles';
import { componentFailure } from './component-failure';

/** What is wrong with one component. */
interface Finding {
  readonly id: ComponentId;
  readonly problem: string;
}

type DefinitionCheck = (components: ComponentStore, store: RecordStore) => readonly Finding[];

const CHECKS: readonly DefinitionCheck[] = [
  unsupportedSharing,
  customProfiles,
  unknownQueueUsers,
  roleCircles,
];

/**
 * Refuses what can only be judged with the org's records at hand, or what the local org cannot carry out: it must not
 * be taken silently.
 */
export function checkDefinitions(
  components: ComponentStore,
  store: RecordStore,
  changed: readonly PackageComponent[],
): PlannedMessage[] {
  const deployed = new Map(changed.map((component) => [componentKey(component), component]));
  return CHECKS.flatMap((check) => check(components, store)).flatMap(({ id, problem }) => {
    const component: Component | undefined = deployed.get(componentKey(id));
    return component ? [componentFailure(component, problem)] : [];
  });
}

/** Sets of users that the local org has no notion of: portal users, territories, guests. */
function unsupportedSharing(components: ComponentStore): Finding[] {
  return sharingRules(components).flatMap((rule) => {
    const targets = rule.kind === 'owner' ? [rule.sharedTo, rule.sharedFrom] : [rule.sharedTo];
    if (targets.every((target) => userSetOf(target) !== undefined)) return [];
    const type = rule.kind === 'owner' ? 'SharingOwnerRule' : 'SharingCriteriaRule';
    const problem = 'Sharing with this kind of users is not supported by the local org';
    return [{ id: { type, fullName: `${rule.object}.${rule.name}` }, problem }];
  });
}

function customProfiles(components: ComponentStore, store: RecordStore): Finding[] {
  const rows = store.prepare('SELECT lower("Name") AS name FROM "Profile"').all() as { name: string }[];
  const known = new Set(rows.map(({ name }) => name));
  return profiles(components)
    .filter((profile) => !known.has(shippedName(profile.name)))
    .map(({ name }) => ({
      id: { type: 'Profile', fullName: name },
      problem: `Profile ${name}: custom profiles are not supported by the local org; use permission sets`,
    }));
}

function unknownQueueUsers(components: ComponentStore, store: RecordStore): Finding[] {
  const find = store.prepare('SELECT 1 FROM "User" WHERE "Username" = ?');
  return queues(components).flatMap((queue) =>
    queue.users
      .filter((username) => find.get(username) === undefined)
      .map((username) => ({
        id: { type: 'Queue', fullName: queue.developerName },
        problem: `In field: user - no User named ${username} found`,
      })),
  );
}

/** UNVERIFIED: the wording. */
function roleCircles(components: ComponentStore): Finding[] {
  const parents = new Map(
    roles(components).map((role) => [role.developerName.toLowerCase(), role.parentRole?.toLowerCase()]),
  );
  return roles(components)
    .filter(({ developerName }) => {
      const start = developerName.toLowerCase();
      let above = parents.get(start);
      for (let steps = 0; above !== undefined && above !== start && steps < parents.size; steps++)
        above = parents.get(above);
      return above === start;
    })
    .map(({ developerName }) => ({
      id: { type: 'Role', fullName: developerName },
      problem: `Role ${developerName} cannot be its own superior`,
    }));
}
