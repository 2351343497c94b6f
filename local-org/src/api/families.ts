import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from './api-deps';
import { registerActions } from './actions/register-actions';
import { registerAnalytics } from './analytics/register-analytics';
import { registerApexRest } from './apex-rest/register-apex-rest';
import { registerApprovals } from './approvals/register-approvals';
import { registerAura } from './aura/register-aura';
import { registerAuth } from './auth/register-auth';
import { registerBulk } from './bulk/register-bulk';
import { registerComposite } from './composite/register-composite';
import { registerGraphql } from './graphql/register-graphql';
import { registerMetadata } from './metadata/register-metadata';
import { registerRest } from './rest/register-rest';
import { registerRules } from './rules/register-rules';
import { registerSoap } from './soap/register-soap';
import { registerStreaming } from './streaming/register-streaming';
import { registerTooling } from './tooling/register-tooling';
import { registerUiApi } from './ui-api/register-ui-api';

/**
 * Adds one family of the API: routes of its own on the app, resources below `/services/data/vXX.X` on
 * `deps.resources`, or both.
 */
export type RegisterFamily = (app: FastifyInstance, deps: ApiDeps) => void;

/** Every family the org answers, by name. A new one is a folder beside this file and a line here. */
export const API_FAMILIES: Readonly<Record<string, RegisterFamily>> = {
  auth: registerAuth,
  rest: registerRest,
  composite: registerComposite,
  metadata: registerMetadata,
  bulk: registerBulk,
  tooling: registerTooling,
  soap: registerSoap,
  approvals: registerApprovals,
  rules: registerRules,
  actions: registerActions,
  apexRest: registerApexRest,
  analytics: registerAnalytics,
  uiApi: registerUiApi,
  aura: registerAura,
  streaming: registerStreaming,
  graphql: registerGraphql,
};
