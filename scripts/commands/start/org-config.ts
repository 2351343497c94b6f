import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../../shared';

const userSchema = z.object({
  username: z.string().min(1),
  firstName: z.string(),
  lastName: z.string().min(1),
  email: z.string().min(1),
  alias: z.string().max(8),
  profile: z.string().min(1),
  role: z.string().optional(),
  manager: z.string().optional(),
  permissionSets: z.array(z.string()).default([]),
  permissionSetGroups: z.array(z.string()).default([]),
  title: z.string().optional(),
  /** Custom fields of the user by API name. */
  fields: z.record(z.string(), z.string()).default({}),
});

const configSchema = z.object({
  organization: z.object({ name: z.string(), timeZone: z.string() }),
  /** The app that integrations log in through, and the user they run as. */
  externalClientApp: z.object({ name: z.string(), user: z.string() }),
  administrator: z.object({
    username: z.string(),
    permissionSets: z.array(z.string()).default([]),
    role: z.string().optional(),
  }),
  users: z.array(userSchema),
});

/** `config/local-org.json`: the people of the local org. Passwords are not part of it. */
export type OrgConfig = z.infer<typeof configSchema>;
export type ConfiguredUser = z.infer<typeof userSchema>;

/** @throws ConfigurationError ORG_CONFIG_INVALID */
export function readOrgConfig(path: string): OrgConfig {
  try {
    return configSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new ConfigurationError('ORG_CONFIG_INVALID', `${path}: ${problem}`, {
      cause,
      actions: ['Correct the file; config/README.md describes it'],
    });
  }
}
