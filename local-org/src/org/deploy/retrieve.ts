import {
  buildRetrieveZip,
  listComponents,
  type ComponentId,
  type FileProperties,
  type RetrieveResult,
} from '../../metadata';
import type { RecordStore } from '../../storage';
import type { OrgState, OrgStateHolder } from '../org-state';

/** A type and the members asked for; `*` means all. */
export interface RetrieveSelection {
  readonly name: string;
  readonly members: readonly string[];
}

/** Packs components into a zip, as the answer to a retrieve. */
export function retrievePackage(
  state: OrgStateHolder,
  store: RecordStore,
  id: string,
  types: readonly RetrieveSelection[],
  apiVersion: number,
): RetrieveResult {
  const { zip, components, messages } = buildRetrieveZip(state.components(), types, apiVersion);
  return {
    id,
    done: true,
    success: true,
    status: 'Succeeded',
    fileProperties: components.map((component) => properties(state, store, component)),
    messages,
    zip,
  };
}

/** The deployed components of a type, as listMetadata answers. */
export function listedComponents(state: OrgStateHolder, store: RecordStore, type: string): FileProperties[] {
  return listComponents(state.components(), type).map((component) => properties(state, store, component));
}

/** The content of a deployed component; undefined when there is none. */
export function componentContent(
  components: OrgState['components'],
  type: string,
  fullName: string,
): unknown {
  const component = components.find(type, fullName);
  return component && { fullName: component.fullName, ...component.content };
}

function properties(
  state: OrgStateHolder,
  store: RecordStore,
  component: ComponentId & { readonly fileName: string },
): FileProperties {
  const audit = state.repository.audit(component.type, component.fullName);
  const { type, fullName, fileName } = component;
  return {
    type,
    fullName,
    fileName,
    id: audit?.id ?? '',
    createdById: audit?.createdById ?? '',
    createdByName: userName(store, audit?.createdById),
    createdDate: isoDate(audit?.createdDate),
    lastModifiedById: audit?.lastModifiedById ?? '',
    lastModifiedByName: userName(store, audit?.lastModifiedById),
    lastModifiedDate: isoDate(audit?.lastModifiedDate),
  };
}

function isoDate(datetime: string | undefined): string {
  return (datetime ?? '1970-01-01T00:00:00.000+0000').replace('+0000', 'Z');
}

/** The name of a user; empty when there is no such user. */
export function userName(store: RecordStore, id: string | undefined): string {
  if (!id) return '';
  const row = store.prepare('SELECT "Name" AS name FROM "User" WHERE "Id" = ?').get(id);
  return (row?.['name'] as string | null | undefined) ?? '';
}
