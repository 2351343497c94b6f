import type { SObjectType } from '../sobject-type';
import type { SupportedScope } from './describe-results';

/** The scopes an object can be queried by, from who may own its records, in the order of their names. */
export function supportedScopes(type: SObjectType): SupportedScope[] {
  const plural = type.definition.labelPlural.toLowerCase();
  const owners = type.field('OwnerId')?.relationship?.referenceTo ?? [];
  const scopes: SupportedScope[] = [{ label: `All ${plural}`, name: 'everything' }];
  if (owners.length === 0) return scopes;
  scopes.push({ label: `My ${plural}`, name: 'mine' });
  if (owners.includes('Group')) scopes.push({ label: `Queue owned ${plural}`, name: 'queue_owned' });
  scopes.push(
    { label: 'Filter by scope', name: 'scopingRule' },
    { label: `My team's ${plural}`, name: 'team' },
  );
  if (owners.includes('Group')) scopes.push({ label: `User owned ${plural}`, name: 'user_owned' });
  return scopes;
}
