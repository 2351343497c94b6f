import { createAccessControl } from '../access';
import { OrgClock, type Clock } from '../core';
import { createDmlEngine } from '../dml';
import { createEventBus } from '../events';
import { TransactionManager, type AutomationPorts } from '../execution';
import { RecordStore } from '../storage';
import { advanceClock } from './advance-clock';
import { createOrgAnalytics } from './analytics';
import { createAutomation, EVENT_DELIVERY_JOB } from './automation';
import { isAccessRelevant } from './access-relevance';
import { createFormulaQueries } from './formula-queries';
import { sharedFoldersOf } from './definitions/shared-folders';
import { sharingRulesOf } from './definitions/sharing-rules';
import { DeployService } from './deploy/deploy-service';
import { createFormulas } from './formulas';
import { ListViews } from './list-views';
import { OAuthClients, type LocalClient } from './oauth-clients';
import { OrgSettings } from './org-settings';
import { OrgStateHolder } from './org-state';
import { fillWhenNew } from './setup/fill-when-new';
import type { NewOrgSettings } from './setup/new-org';
import type { LocalOrg } from './types';
import { RecentItems } from './recent-items';
import { StoredRecordTypeAccess } from './record-type-access';
import { StoredUserDirectory } from './users';
import { virtualTables } from './virtual-tables';

export interface LocalOrgOptions {
  /** Database file, or `:memory:`. */
  readonly location: string;
  /** Name of the organization; used when the org is new. */
  readonly name?: string;
  /** Username of the first administrator; used when the org is new. */
  readonly adminUsername?: string;
  /** IANA name; used when the org is new. */
  readonly timeZone?: string;
  /** The client that the org's own tools log in with. */
  readonly localClient?: LocalClient;
  /** Default: the machine's clock plus the offset kept in the database. */
  readonly clock?: Clock;
}

const DEFAULT_NAME = 'Local Org';
const DEFAULT_ADMIN = 'admin@local.org';
const DEFAULT_TIME_ZONE = 'America/Los_Angeles';
const INSTANCE_NAME = 'LOCAL';
const CLOCK_OFFSET = 'clockOffsetMs';

/**
 * Opens an org, or makes a new one when the database is empty. Nothing listens yet: `startServer` does that.
 *
 * `createLocalOrg({ location: ':memory:' })`
 * @throws LocalOrgError DATABASE_FORMAT when the file is no database of this version
 */
export function createLocalOrg(options: LocalOrgOptions): LocalOrg {
  const store = RecordStore.open(options.location);
  const settings = new OrgSettings(store);
  const state = new OrgStateHolder(store);
  const clock = options.clock ?? new OrgClock(Number(settings.get(CLOCK_OFFSET) ?? 0));
  const { schema, components } = state;
  fillWhenNew({ store, state, clock, settings }, newOrgSettings(options));

  const access = createAccessControl({
    schema,
    store,
    sharingRules: () => sharingRulesOf(components()),
    sharedFolders: () => sharedFoldersOf(components()),
  });
  const recordTypes = new StoredRecordTypeAccess(store, components);
  const { compiler, formulas } = createFormulas({
    state,
    store,
    clock,
    access,
    serverUrl: () => org.serverUrl,
  });
  const recentItems = new RecentItems(store, clock);
  const virtual = virtualTables({ schema, store, access, recentItems, automation: () => automation });
  const recordsShown = recentItems.shown.bind(recentItems);
  const query = createFormulaQueries(
    { schema, store, access, clock, virtualTables: virtual, recordsShown },
    formulas,
  );
  const transactions = new TransactionManager(store);
  const accessChanged = (): void => {
    access.invalidate();
    recordTypes.invalidate();
  };
  transactions.onCommit(({ changes }) => {
    if (changes.some((change) => isAccessRelevant(change.objectName))) accessChanged();
  });
  const events = createEventBus({
    ...{ schema, components, store, clock, transactions },
    wakeAt: (runAtMs) => automation.jobs.schedule({ kind: EVENT_DELIVERY_JOB, runAtMs }),
  });
  const ports: AutomationPorts = {};
  const dml = createDmlEngine({
    schema,
    store,
    access,
    clock,
    formulas,
    transactions,
    recordTypes,
    ports,
    events,
  });
  const users = new StoredUserDirectory(store, schema);
  const automation = createAutomation({
    ...{ schema, components, store, clock, access, formulas, transactions, dml, query, ports, events },
    findUser: (id) => users.findById(id),
    automationUser: () => users.automatedProcess(),
    accessChanged,
    limits: () => org.limits?.() ?? null,
    serverUrl: () => org.serverUrl,
  });
  const oauthClients = new OAuthClients(components, store, options.localClient);
  const org: LocalOrg = {
    info: readOrgInfo(store),
    clock,
    store,
    schema,
    components,
    access,
    query,
    dml,
    analytics: createOrgAnalytics({
      ...{ schema, components, store, access, query, clock },
      findUser: (username) => users.findByUsername(username),
    }),
    users,
    metadata: new DeployService({
      store,
      state,
      clock,
      compiler,
      formulas,
      access,
      flows: automation.flows,
      apex: automation.apex,
      apexService: automation.apexService,
    }),
    recordTypes,
    recentItems,
    listViews: new ListViews(store, state, clock),
    events,
    ...automation,
    limits: null,
    serverUrl: null,
    savepoint: (work) => transactions.savepoint(() => work()),
    advanceClock: (durationMs) => {
      advanceClock(clock, durationMs, automation.jobs);
      if (clock instanceof OrgClock) settings.set(CLOCK_OFFSET, String(clock.offset));
    },
    findOAuthClient: (clientId) => oauthClients.find(clientId),
    close: () => store.close(),
  };
  return org;
}

function newOrgSettings(options: LocalOrgOptions): NewOrgSettings {
  return {
    name: options.name ?? DEFAULT_NAME,
    instanceName: INSTANCE_NAME,
    adminUsername: options.adminUsername ?? DEFAULT_ADMIN,
    timeZone: options.timeZone ?? DEFAULT_TIME_ZONE,
  };
}

function readOrgInfo(store: RecordStore): LocalOrg['info'] {
  const row = store
    .prepare('SELECT "Id" AS id, "Name" AS name, "InstanceName" AS instanceName FROM "Organization"')
    .get();
  return row as unknown as LocalOrg['info'];
}
