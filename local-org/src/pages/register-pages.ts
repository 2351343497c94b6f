import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, MAX_API_VERSION } from '../core';
import type { LocalOrg } from '../org';
import { DESIGN_SYSTEM_PATH, PLATFORM_DESIGN_SYSTEM_PATH, STATIC_PATH, VENDOR_PATH } from './assets';
import { registerLiveReload } from './live-reload/register-live-reload';
import { componentCheck } from './modules/check-components';
import { COMPONENT_MODULES, ComponentModules } from './modules/component-modules';
import { FileCompiler } from './modules/file-compiler';
import { platformModule, PLATFORM_MODULES } from './modules/platform-modules';
import { registerPageModels } from './page-model/register-page-models';
import { registerQuickActions } from './page-model/register-quick-actions';
import { registerRecordPaths } from './record-path/register-record-paths';
import { Pages } from './page-model/pages';
import type { PageServices } from './page-services';
import type { PageSessions } from './ports';
import { browserSession, requireBrowserSession } from './session/page-session';
import { redirectToLogin, registerSession } from './session/register-session';
import { contentSecurityPolicy } from './shell-page/content-security-policy';
import { renderShell } from './shell-page/render-shell';
import { shellContext } from './shell-page/shell-context';
import { sendModule, StaticFiles } from './static-files';
import { registerStaticResources } from './static-resources/register-static-resources';
import { VendorLibrary } from './vendor/vendor-library';

/** How the pages of an org are set up. */
export interface PagesOptions {
  /** Folder for what is built once and kept; default `.build/pages` of the project. */
  readonly cache?: string;
}

const DEFAULT_CACHE = join(__dirname, '../../../.build/pages');
const STATIC_FILES = join(__dirname, 'client/static');
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
  const modules = new ComponentModules(org, compiler);
  org.metadata.addCheck(
    componentCheck({ compiler, apex: org.apexService, hasModule: (name) => vendor.hasModule(name) }),
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

function registerStaticFiles(app: FastifyInstance, { vendor }: PageServices): void {
  const designSystem = new StaticFiles(vendor.packages.designSystem, 'revalidated');
  const own = new StaticFiles(STATIC_FILES, 'revalidated');
  let built: StaticFiles | undefined;
  serve(app, DESIGN_SYSTEM_PATH, () => designSystem);
  serve(app, PLATFORM_DESIGN_SYSTEM_PATH, () => designSystem);
  serve(app, STATIC_PATH, () => own);
  serve(app, VENDOR_PATH, async () => {
    built ??= new StaticFiles((await vendor.ready()).folder, 'immutable');
    return built;
  });
}

function serve(app: FastifyInstance, path: string, files: () => StaticFiles | Promise<StaticFiles>): void {
  app.get(`${path}*`, async (request, reply) => {
    const found = await files();
    if (!found.send(wildcardOf(request), request, reply)) throw missing(request);
    return reply;
  });
}

/** Modules of the org's components are the same for everybody; `@salesforce` modules are written for a user. */
function registerModules(app: FastifyInstance, { org, sessions, modules, vendor }: PageServices): void {
  app.get(`${COMPONENT_MODULES}*`, async (request, reply) => {
    const text = await modules.module(wildcardOf(request).replace(/\.js$/, ''));
    if (text === undefined) throw missing(request);
    sendModule(text, request.url.includes('?v=') ? 'immutable' : 'revalidated', request, reply);
    return reply;
  });
  const platformServices = {
    schema: () => org.schema(),
    components: () => org.components(),
    access: org.access,
    baseModules: vendor.packages.baseModules,
  };
  app.get(`${PLATFORM_MODULES}*`, (request, reply) => {
    const { user } = requireBrowserSession(request, sessions);
    const text = platformModule(wildcardOf(request), user, platformServices);
    if (text === undefined) throw missing(request);
    sendModule(text, 'revalidated', request, reply);
    return reply;
  });
}

function wildcardOf(request: FastifyRequest): string {
  return decodeURIComponent((request.params as { '*': string })['*']);
}

function missing(request: FastifyRequest): ApiError {
  return new ApiError('NOT_FOUND', `There is nothing at ${request.url}`);
}
