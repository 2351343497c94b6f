import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PageServices } from '../page-services';
import { requireBrowserSession } from '../session/page-session';
import type { FormFactor, PageModel } from './page-model';
import type { Pages, PageRequest } from './pages';

const FORM_FACTORS: readonly FormFactor[] = ['Large', 'Medium', 'Small'];

/** Reads a page by the rest of its address. */
type PageReader = (pages: Pages, parameter: string, request: PageRequest) => PageModel;

/** `GET /local-org/pages/<kind>/<parameter>?app=Sales&formFactor=Large` by kind. */
const READERS: Readonly<Record<string, PageReader>> = {
  record: (pages, recordId, request) => pages.recordPage(recordId, request),
  home: (pages, _none, request) => pages.homePage(request),
  tab: (pages, tabName, request) => pages.tabPage(tabName, request),
  component: (pages, name) => pages.addressedComponent(name),
};

/** Adds the models of pages, as the shell of a logged-in user asks for them. */
export function registerPageModels(app: FastifyInstance, { sessions, pages }: PageServices): void {
  for (const [kind, read] of Object.entries(READERS)) {
    for (const path of [`/local-org/pages/${kind}`, `/local-org/pages/${kind}/:parameter`]) {
      app.get(path, (request, reply) => {
        const { parameter = '' } = request.params as { parameter?: string };
        void reply.header('cache-control', 'no-store');
        return reply.send(read(pages, parameter, pageRequest(request, sessions)));
      });
    }
  }
}

function pageRequest(request: FastifyRequest, sessions: PageServices['sessions']): PageRequest {
  const { app, formFactor } = request.query as { app?: string; formFactor?: string };
  return {
    user: requireBrowserSession(request, sessions).user,
    app: app ?? null,
    formFactor: FORM_FACTORS.find((known) => known === formFactor) ?? 'Large',
  };
}
