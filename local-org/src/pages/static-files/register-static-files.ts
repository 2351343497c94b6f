import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { DESIGN_SYSTEM_PATH, PLATFORM_DESIGN_SYSTEM_PATH, STATIC_PATH, VENDOR_PATH } from '../assets';
import type { PageServices } from '../page-services';
import { missingFile, wildcardOf } from '../requests';
import { StaticFiles } from './static-files';

const OWN_FILES = join(__dirname, '../client/static');

/** Adds what no deploy changes: the design system, the shell's stylesheet and logo, the vendor bundle. */
export function registerStaticFiles(app: FastifyInstance, { vendor }: Pick<PageServices, 'vendor'>): void {
  const designSystem = new StaticFiles(vendor.packages.designSystem, 'revalidated');
  const own = new StaticFiles(OWN_FILES, 'revalidated');
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
    if (!found.send(wildcardOf(request), request, reply)) throw missingFile(request);
    return reply;
  });
}
