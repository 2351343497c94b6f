import type { RecordValues } from '../../core';
import type { GlobalServices } from '../formula-globals';
import { rowGlobal } from './row-global';

/** `$Organization.Country`: fields of the org's only Organization row. */
export const organizationGlobal = rowGlobal('Organization', findOrganization);

/** The org's own row. */
export function findOrganization(
  services: Pick<GlobalServices, 'schema' | 'store'>,
): RecordValues | undefined {
  const type = services.schema().find('Organization');
  if (!type) return undefined;
  const row = services.store.prepare('SELECT "Id" FROM "Organization" ORDER BY rowid LIMIT 1').get() as
    { Id: string } | undefined;
  return row && services.store.find(type, row.Id);
}
