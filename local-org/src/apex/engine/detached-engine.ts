import { machineClock, MAX_API_VERSION, UnsupportedFeatureError, type Clock } from '../../core';
import { TransactionManager, type RunningUser } from '../../execution';
import { ComponentStore, type Component } from '../../metadata';
import { Schema, standardObjects } from '../../schema';
import { RecordStore } from '../../storage';
import type { OrgPort } from '../runtime/org-port';
import { createApexEngine, type ApexEngine } from './apex-engine';
import type { ApexSource } from './apex-source';

/** The user of a detached engine. */
export const detachedUser: RunningUser = {
  id: '005000000000001AAA',
  username: 'admin@org.example',
  profileId: '00e000000000001AAA',
  roleId: null,
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US',
};

/**
 * An engine without an org beneath, for code that reaches no records: the standard objects and these sources. Whatever else
 * code asks of the org is refused by name.
 */
export function createDetachedEngine(
  sources: readonly Pick<ApexSource, 'kind' | 'name' | 'body'>[],
  clock: Clock = machineClock,
): ApexEngine {
  const components = componentsOf(sources);
  return createApexEngine(detachedPort(() => components, clock));
}

/** Sources as components of an org. */
export function componentsOf(sources: readonly Pick<ApexSource, 'kind' | 'name' | 'body'>[]): ComponentStore {
  return ComponentStore.of(sources.map(componentOf));
}

/** What stands in the place of an org. */
export function detachedPort(components: () => ComponentStore, clock: Clock = machineClock): OrgPort {
  const schema = new Schema(standardObjects());
  const port: Partial<OrgPort> = {
    schema: () => schema,
    components,
    clock,
    transactions: new TransactionManager(RecordStore.open(':memory:')),
    jobs: { handle: () => undefined } as unknown as OrgPort['jobs'],
    findUser: () => detachedUser,
    automationUser: () => detachedUser,
  };
  return new Proxy(port, { get: partOf }) as OrgPort;
}

function partOf(port: Partial<OrgPort>, name: string | symbol): unknown {
  if (name in port) return port[name as keyof OrgPort];
  throw new UnsupportedFeatureError(`Apex without an org: ${String(name)}`);
}

function componentOf({ kind, name, body }: Pick<ApexSource, 'kind' | 'name' | 'body'>): Component {
  const isClass = kind === 'class';
  const path = isClass ? `classes/${name}.cls` : `triggers/${name}.trigger`;
  return {
    type: isClass ? 'ApexClass' : 'ApexTrigger',
    fullName: name,
    fileName: path,
    content: { apiVersion: MAX_API_VERSION, status: 'Active' },
    files: [{ path, bytes: Buffer.from(body) }],
  };
}
