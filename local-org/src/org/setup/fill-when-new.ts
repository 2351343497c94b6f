import type { Clock } from '../../core';
import type { RecordStore } from '../../storage';
import type { OrgSettings } from '../org-settings';
import type { OrgStateHolder } from '../org-state';
import { ensureAutomatedProcess } from './automated-process';
import { fillNewOrg, type NewOrgSettings } from './new-org';
import { projectSetupRecords } from './project-setup';

/** Setting that says an org has been filled. */
const ADMIN_ID = 'adminId';

interface NewOrgTarget {
  readonly store: RecordStore;
  readonly state: OrgStateHolder;
  readonly clock: Clock;
  readonly settings: OrgSettings;
}

/** Fills an empty org with what every new one has; leaves any other as it is. */
export function fillWhenNew({ store, state, clock, settings }: NewOrgTarget, chosen: NewOrgSettings): void {
  const known = settings.get(ADMIN_ID);
  const schema = state.schema();
  if (known) {
    ensureAutomatedProcess({ schema, store, clock, userId: known });
    return;
  }
  store.transaction(() => {
    const userId = fillNewOrg({ schema, store, clock }, chosen);
    settings.set(ADMIN_ID, userId);
    ensureAutomatedProcess({ schema, store, clock, userId });
    projectSetupRecords({ schema, store, clock, userId }, state.components(), state.components());
  });
}
