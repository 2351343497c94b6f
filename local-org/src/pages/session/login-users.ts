import type { LocalOrg } from '../../org';
import type { LoginUser } from './login-page';

const MAX_LISTED_USERS = 50;

/** Active users that people can be, administrators first. */
export function loginUsers({ store }: LocalOrg): LoginUser[] {
  const rows = store
    .prepare(
      `SELECT u."Username" AS username, u."Name" AS name, p."Name" AS profile, r."Name" AS role
       FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId"
       WHERE u."IsActive" = 1 AND COALESCE(u."UserType", 'Standard') = 'Standard'
       ORDER BY p."Name" <> 'System Administrator', u."Name" LIMIT ?`,
    )
    .all(MAX_LISTED_USERS) as unknown as readonly {
    readonly username: string;
    readonly name: string | null;
    readonly profile: string | null;
    readonly role: string | null;
  }[];
  return rows.map(({ username, name, profile, role }) => ({
    username,
    name: name ?? username,
    description: [role, profile].filter((text) => text !== null).join(', '),
  }));
}
