import type { SetupTarget } from './setup-rows';
import { insertSetupRows } from './setup-rows';

/** `UserType` of the user that automation runs as. */
export const AUTOMATED_PROCESS = 'AutomatedProcess';

/**
 * Makes the user as whom runs what nobody started: scheduled flows, event-triggered flows. It has no profile and holds
 * no permissions, and nobody can log in as it. An org that has it already keeps it.
 * @see https://help.salesforce.com/s/articleView?id=sf.flow_distribute_context_user.htm
 */
export function ensureAutomatedProcess(target: SetupTarget): void {
  const known = target.store.prepare('SELECT 1 FROM "User" WHERE "UserType" = ?').get(AUTOMATED_PROCESS);
  if (known) return;
  const organization = target.store
    .prepare('SELECT "Id" AS id, "TimeZoneSidKey" AS timeZone FROM "Organization"')
    .get() as { id: string; timeZone: string };
  insertSetupRows(target, 'User', [
    {
      Username: `autoproc@${organization.id.toLowerCase()}`,
      LastName: 'Process',
      FirstName: 'Automated',
      Name: 'Automated Process',
      Alias: 'autoproc',
      CommunityNickname: 'autoproc',
      Email: 'autoproc@example.com',
      UserType: AUTOMATED_PROCESS,
      IsActive: true,
      TimeZoneSidKey: organization.timeZone,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
}
