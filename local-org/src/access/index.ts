export { createAccessControl, type AccessControlDependencies } from './access-control';
export * from './types';
