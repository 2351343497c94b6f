import { formulaTypeOf } from '../../formula';
import type { RecordValues } from '../../core';
import type { FormulaGlobal, GlobalServices } from '../formula-globals';
import type { RunningUser } from '../running-user';
import { findOrganization } from './organization';

/**
 * `$Setup.Limits__c.Max__c`: the running user's effective value of a hierarchy custom setting, that is the user's
 * own, else the profile's, else the org's.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_methods_system_custom_settings.htm
 */
export const customSettingGlobal: FormulaGlobal = {
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_methods_system_custom_settings.htm',
  type: ([typeName, fieldName, ...more], services) => {
    if (typeName === undefined || fieldName === undefined || more.length > 0) return undefined;
    const type = services.schema().find(typeName);
    const field = type?.definition.kind === 'hierarchyCustomSetting' ? type.field(fieldName) : undefined;
    return field && formulaTypeOf(field);
  },
  value: ([typeName = '', fieldName = ''], services, user) => {
    const field = services.schema().find(typeName)?.field(fieldName);
    if (!field) return null;
    const value = effectiveRows(typeName, services, user)
      .map((row) => row[field.name])
      .find((candidate) => candidate !== null && candidate !== undefined);
    return value ?? (field.type === 'boolean' ? false : null);
  },
};

/** The setting's rows that apply to the user, nearest first. */
function effectiveRows(typeName: string, services: GlobalServices, user: RunningUser): RecordValues[] {
  const type = services.schema().find(typeName);
  const owner = type?.field('SetupOwnerId');
  if (!type || !owner) return [];
  const organizationId = findOrganization(services)?.['Id'];
  const owners = [user.id, user.profileId, ...(typeof organizationId === 'string' ? [organizationId] : [])];
  const rows = services.store.findBy(type, owner, owners).filter((row) => row['IsDeleted'] !== true);
  return owners.flatMap((id) => rows.filter((row) => row['SetupOwnerId'] === id));
}
