import type { FastifyInstance } from 'fastify';
import type { PageServices } from '../page-services';
import { missingFile, wildcardOf } from '../requests';
import { requireBrowserSession } from '../session/page-session';
import { sendText, type Freshness } from '../static-files/static-files';
import { COMPONENT_MODULES } from './component-modules';
import { platformModule, PLATFORM_MODULES } from './platform-modules';

const SCRIPT = /\.js$/;
const SOURCE_MAP = /\.js\.map$/;
const SCRIPT_TYPE = 'text/javascript; charset=utf-8';
const MAP_TYPE = 'application/json; charset=utf-8';

/**
 * Adds what pages import of the org: its components, the same for everybody, with their source maps, and the
 * `@salesforce` modules that are written for a user.
 */
export function registerModules(
  app: FastifyInstance,
  { org, sessions, modules, vendor }: PageServices,
): void {
  app.get(`${COMPONENT_MODULES}*`, async (request, reply) => {
    const file = wildcardOf(request);
    const isMap = SOURCE_MAP.test(file);
    const name = file.replace(isMap ? SOURCE_MAP : SCRIPT, '');
    const text = await (isMap ? modules.sourceMap(name) : modules.module(name));
    if (text === undefined) throw missingFile(request);
    const freshness: Freshness = request.url.includes('?v=') ? 'immutable' : 'revalidated';
    return sendText(text, isMap ? MAP_TYPE : SCRIPT_TYPE, freshness, request, reply);
  });
  const services = {
    schema: () => org.schema(),
    components: () => org.components(),
    access: org.access,
    baseModules: vendor.packages.baseModules,
  };
  app.get(`${PLATFORM_MODULES}*`, (request, reply) => {
    const { user } = requireBrowserSession(request, sessions);
    const text = platformModule(wildcardOf(request), user, services);
    if (text === undefined) throw missingFile(request);
    return sendText(text, SCRIPT_TYPE, 'revalidated', request, reply);
  });
  registerSourcePlaces(app, { modules });
}

/**
 * `GET /local-org/source-place/tripCard?line=12&column=7` answers `{"file": "tripCard.ts", "line": 9, "column": 5}`:
 * where a place of a module, as the stack of an error has it, stands in the component's own files. `null` when that is
 * not known.
 */
function registerSourcePlaces(app: FastifyInstance, { modules }: Pick<PageServices, 'modules'>): void {
  app.get('/local-org/source-place/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    const { line, column } = request.query as { line?: string; column?: string };
    const place = await modules.sourcePlace(name, Number(line), Number(column));
    return reply.type('application/json').send(JSON.stringify(place ?? null));
  });
}
