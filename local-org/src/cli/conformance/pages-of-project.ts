import { MAX_API_VERSION } from '../../core';
import { flexiPages, tabs } from '../../metadata';
import type { PublicProject } from './public-project';

/** The pages that a project's users would open. */
export interface ProjectPages {
  /** `/lightning/page/home`, `/lightning/n/Explorer`, `/lightning/r/Trip__c/a00.../view` */
  readonly paths: readonly string[];
  /** Objects of which there is no record to open. */
  readonly problems: readonly string[];
}

/** The part of an app that the User Interface API tells. */
interface App {
  readonly developerName: string;
  readonly navItems: readonly {
    readonly developerName: string;
    readonly content: string | null;
    readonly pageReference: { readonly attributes?: Readonly<Record<string, string>> } | null;
  }[];
}

/** The part of a field's description that decides what a record needs. */
interface Field {
  readonly name: string;
  readonly nameField: boolean;
  readonly createable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly referenceTo: readonly string[];
}

const HOME = '/lightning/page/home';
const RECORD_PAGE = 'RecordPage';
const DATA = `/services/data/v${MAX_API_VERSION}.0`;

/**
 * Home, the entries of the deployed apps, the deployed tabs, and a record of every object that the project brings a tab or
 * a page for. Where there is no record one is made, with as little in it as the org takes.
 */
export async function pagesOf(project: PublicProject): Promise<ProjectPages> {
  const components = project.org.components();
  const deployedApps = new Set(components.all('CustomApplication').map(({ fullName }) => fullName));
  const { apps } = await ask<{ readonly apps: readonly App[] }>(project, '/ui-api/apps?formFactor=Large');
  const entries = apps
    .filter(({ developerName }) => deployedApps.has(developerName))
    .flatMap(({ navItems }) => navItems);
  const ownTabs = tabs(components);
  const objects = new Set([
    ...ownTabs.flatMap(({ kind, name }) => (kind === 'object' ? [name] : [])),
    ...flexiPages(components).flatMap(({ type, object }) =>
      type === RECORD_PAGE && object !== null ? [object] : [],
    ),
  ]);
  const problems: string[] = [];
  const records: string[] = [];
  for (const object of [...objects].sort()) {
    const id = await recordOf(project, object).catch((error: unknown) => {
      problems.push(`no record of ${object} to open: ${String(error)}`);
      return undefined;
    });
    if (id !== undefined) records.push(`/lightning/r/${object}/${id}/view`);
  }
  const tabPaths = ownTabs.flatMap(({ kind, name }) => {
    if (kind === 'object') return [`/lightning/o/${name}/home`];
    return kind === 'flexiPage' || kind === 'lwc' ? [`/lightning/n/${name}`] : [];
  });
  return { paths: [...new Set([HOME, ...entries.flatMap(pathOf), ...tabPaths, ...records])], problems };
}

function pathOf({ content, pageReference }: App['navItems'][number]): string[] {
  if (content?.startsWith('/lightning/')) return [content];
  const object = pageReference?.attributes?.['objectApiName'];
  return object === undefined ? [] : [`/lightning/o/${object}/home`];
}

/** Id of a record of the object. @throws Error when there is none and none can be made */
async function recordOf(project: PublicProject, object: string): Promise<string> {
  const q = encodeURIComponent(`SELECT Id FROM ${object} ORDER BY CreatedDate, Id LIMIT 1`);
  const { records } = await ask<{ readonly records: readonly { readonly Id: string }[] }>(
    project,
    `/query?q=${q}`,
  );
  return records[0]?.Id ?? (await makeRecord(project, object));
}

/** Makes a record with a name and the parents that it must have. */
async function makeRecord(project: PublicProject, object: string): Promise<string> {
  const { fields } = await ask<{ readonly fields: readonly Field[] }>(project, `/sobjects/${object}/describe`);
  const values: Record<string, string> = {};
  for (const { name, nameField, createable, nillable, defaultedOnCreate, referenceTo } of fields) {
    if (!createable) continue;
    const [parent] = referenceTo;
    if (nameField) values[name] = 'Example';
    else if (parent && !nillable && !defaultedOnCreate) values[name] = await recordOf(project, parent);
  }
  const { id } = await ask<{ readonly id: string }>(project, `/sobjects/${object}`, JSON.stringify(values));
  return id;
}

/** @throws Error with what the org answers when it refuses */
async function ask<T>({ server, username }: PublicProject, path: string, body?: string): Promise<T> {
  const response = await fetch(`${server.url}${DATA}${path}`, {
    headers: {
      authorization: `Bearer ${server.createAccessToken(username)}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { method: 'POST', body }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as T;
}
