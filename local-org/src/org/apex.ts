import {
  createApexEngine,
  createApexService,
  eventTriggers,
  triggerSteps,
  type ApexService,
  type OrgPort,
  type TriggerExecutions,
} from '../apex';
import { abortScheduledJob, cronTriggerId } from '../jobs';
import type { AutomationPorts } from '../execution';
import type { RecordStore } from '../storage';

/** What Apex is made from. */
export type ApexServices = Omit<OrgPort, 'classId' | 'triggerId' | 'cronTriggerId' | 'cancelCronTrigger'> & {
  readonly ports: AutomationPorts;
};

/** Makes the Apex of an org and plugs its triggers into saves. */
export function createApex(services: ApexServices): ApexService {
  const { store, jobs } = services;
  const port: OrgPort = {
    ...services,
    classId: (name) => idByName(store, 'ApexClass', name),
    triggerId: (name) => idByName(store, 'ApexTrigger', name),
    cronTriggerId,
    cancelCronTrigger: (id) => abortScheduledJob(jobs, id),
  };
  const engine = createApexEngine(port, {
    storage: apexCache(store),
    openLog: (user, kind) => service.logs.followTransaction(user, kind),
  });
  const service = createApexService(engine, port);
  const executions: TriggerExecutions = new WeakMap();
  const host = engine.triggerHost(executions);
  Object.assign(services.ports, triggerSteps(host));
  services.events.addSubscribers(eventTriggers(engine, host));
  return service;
}

/** Trees and generated texts of Apex sources, kept in the org's database. */
function apexCache(store: RecordStore): {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
} {
  store.database.exec(
    'CREATE TABLE IF NOT EXISTS "_apex_cache" (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID',
  );
  return {
    get(key) {
      const row = store.prepare('SELECT text FROM "_apex_cache" WHERE key = ?').get(key);
      return (row as { readonly text: string } | undefined)?.text;
    },
    put(key, text) {
      store.prepare('INSERT OR REPLACE INTO "_apex_cache" (key, text) VALUES (?, ?)').run(key, text);
    },
  };
}

function idByName(store: RecordStore, objectName: 'ApexClass' | 'ApexTrigger', name: string): string | null {
  const row = store
    .prepare(`SELECT "Id" AS id FROM "${objectName}" WHERE "Name" = ? COLLATE NOCASE`)
    .get(name) as { readonly id: string } | undefined;
  return row?.id ?? null;
}
