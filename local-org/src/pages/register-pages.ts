import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_API_VERSION } from '../core';
import type { LocalOrg } from '../org';
import { registerLiveReload } from './live-reload/register-live-reload';
import { componentCheck } from './modules/check-components';
import { ComponentModules } from './modules/component-modules';
import { FileCompiler } from './modules/file-compiler';
import { registerModules } from './modules/register-modules';
import { registerPageModels } from './page-model/register-page-models';
import { registerQuickActions } from './page-model/register-quick-actions';
import { registerRecordPaths } from './record-path/register-record-paths';
import { Pages } from './page-model/pages';
import type { PageServices } from './page-services';
import type { PageSessions } from './ports';
import { browserSession } from './session/page-session';
import { redirectToLogin, registerSession } from './session/register-session';
import { contentSecurityPolicy } from './shell-page/content-security-policy';
import { renderShell } from './shell-page/render-shell';
import { shellContext } from './shell-page/shell-context';
import { registerStaticFiles } from './static-files/register-static-files';
import { registerStaticResources } from './static-resources/register-static-resources';
import { VendorLibrary } from './vendor/vendor-library';

/** How the pages of an org are set up. */
export interface PagesOptions {
  /** Folder for what is built once and kept; default `.build/pages` of the project. */
  readonly cache?: string;
}

const DEFAULT_CACHE = join(__dirname, '../../../.build/pages');
/** Addresses at which the shell stands. */
const SHELL_ROUTES = ['/lightning', '/lightning/*'];
const HOME = '/lightning/page/home';

/** The pages of a running org. */
export interface RunningPages {
  /** Settles when the first page can be shown. @throws LocalOrgError PAGES_BUILD_FAILED */
  ready(): Promise<void>;
  /** Ends what runs in the background. */
  close(): Promise<void>;
}

/**
 * Adds the Lightning pages of an org to its server: login, the shell, its modules and the models of the pages. What does
 * not depend on the deployed solution is built in the background.
 */
export function registerPages(
  app: FastifyInstance,
  org: LocalOrg,
  sessions: PageSessions,
  options: PagesOptions = {},
): RunningPages {
  const cache = options.cache ?? DEFAULT_CACHE;
  const vendor = new VendorLibrary(cache);
  const compiler = new FileCompiler(join(cache, 'components'));
  const { baseModules } = vendor.packages;
  const modules = new ComponentModules(
    { schema: () => org.schema(), components: () => org.components(), baseModules },
    compiler,
  );
  org.metadata.addCheck(
    componentCheck({
      compiler,
      apex: org.apexService,
      hasModule: (name) => vendor.hasModule(name),
      baseModules,
    }),
  );
  const services: PageServices = {
    org,
    sessions,
    vendor,
    modules,
    pages: new Pages(org, (name) => modules.address(name)),
  };
  registerStaticFiles(app, services);
  registerModules(app, services);
  registerSession(app, services);
  registerPageModels(app, services);
  registerQuickActions(app, services);
  registerRecordPaths(app, services);
  registerStaticResources(app, services);
  registerLiveReload(app, services);
  for (const url of SHELL_ROUTES) {
    app.get(url, async (request, reply) => showShell(request, reply, services));
  }
  for (const url of ['/', '/one/one.app']) app.get(url, (_request, reply) => reply.redirect(HOME));
  const built = services.vendor.ready();
  // Whoever asks for a page is told; the org itself runs without pages.
  built.catch(() => undefined);
  return { ready: async () => void (await built), close: () => services.vendor.close() };
}

async function showShell(
  request: FastifyRequest,
  reply: FastifyReply,
  { org, sessions, vendor }: PageServices,
): Promise<FastifyReply> {
  const current = browserSession(request, sessions);
  if (!current) return redirectToLogin(request, reply);
  const { manifest } = await vendor.ready();
  const context = shellContext(current.user, org, MAX_API_VERSION);
  const { html, importMap } = renderShell(manifest, context);
  return reply
    .headers({
      'content-security-policy': contentSecurityPolicy(importMap),
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(html);
}
