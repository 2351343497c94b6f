export { apiCatalogue, type ApiCatalogue, type CatalogueEntry } from './api-catalogue';
export type { ApiDeps, ApiOptions } from './api-deps';
export { SessionStore, type NewSession, type Session } from './auth/session-store';
export { createApi } from './create-api';
