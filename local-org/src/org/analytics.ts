import type { AccessControl } from '../access';
import { createAnalytics, type Analytics } from '../analytics';
import type { Clock } from '../core';
import { findOrganization, type RunningUser } from '../execution';
import type { ComponentStore } from '../metadata';
import type { QueryEngine } from '../query';
import type { Schema } from '../schema';
import type { RecordStore } from '../storage';

/** What the analytics of an org are composed of. */
export interface OrgAnalyticsDeps {
  schema(): Schema;
  components(): ComponentStore;
  readonly store: RecordStore;
  readonly access: AccessControl;
  readonly query: QueryEngine;
  readonly clock: Clock;
  findUser(username: string): RunningUser | undefined;
}

const DEFAULT_CURRENCY = 'USD';

/** Analytics on the records of an org; its fiscal year is that of its own rows. */
export function createOrgAnalytics(deps: OrgAnalyticsDeps): Analytics {
  return createAnalytics({
    ...deps,
    fiscalYearStartMonth: () => Number(findOrganization(deps)?.['FiscalYearStartMonth'] ?? 1),
    currencyIsoCode: () => DEFAULT_CURRENCY,
  });
}
