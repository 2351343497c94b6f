export { userSetsOf } from './definitions/sharing-rules';
export type { DeployCheck, DeployProblem, DeployState } from './deploy/deploy-check';
export { shippedName } from './setup/projections/profiles';
export { createLocalOrg, type LocalOrgOptions } from './local-org';
export type { LocalClient } from './oauth-clients';
export * from './types';
export { mayOpenTab, userGrants, type UserGrants } from './user-grants';
