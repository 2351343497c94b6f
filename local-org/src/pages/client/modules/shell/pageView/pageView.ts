import { LightningElement, api } from 'lwc';
import { messageOf, queryString, request, type FetchResponseError } from 'shell/http';
import { knownObjectInfo, loadObjectInfo } from 'shell/objectInfos';
import { followRecord } from 'shell/records';
import type { PageReference } from 'shell/router';
import { standalonePage } from 'shell/standalonePages';
import type { PageModel } from '../../../../page-model/page-model';

/** What stands in the place of a page that cannot be shown. */
interface PageProblem {
  readonly title: string;
  readonly message: string;
}

type Attributes = NonNullable<PageReference['attributes']>;

/** Where the model of a page comes from, by the type of its reference. */
const MODEL_PATHS: Readonly<Record<string, (attributes: Attributes) => string | undefined>> = {
  standard__recordPage: ({ recordId, actionName }) =>
    actionName === 'view' ? `record/${encodeURIComponent(recordId ?? '')}` : undefined,
  standard__namedPage: ({ pageName }) => (pageName === 'home' ? 'home' : undefined),
  standard__navItemPage: ({ apiName }) => `tab/${encodeURIComponent(apiName ?? '')}`,
  standard__component: ({ componentName }) => `component/${encodeURIComponent(componentName ?? '')}`,
};

const NOT_FOUND = 404;
/** What a request is given for an answer when the org cannot be reached. */
const UNREACHABLE = 503;

/** Shows the page of a reference: asks the org for its model and draws it, or says why it cannot be shown. */
export default class PageView extends LightningElement {
  static renderMode = 'light' as const;

  model: PageModel | undefined;
  problem: PageProblem | undefined;
  /** Shows the page when no model arranges it. */
  standalone: typeof LightningElement | undefined;
  private shownModule: string | undefined;
  private shownReference: PageReference | undefined;
  private shownApp: string | null | undefined;
  private followed: readonly (() => void)[] = [];

  @api get reference(): PageReference | undefined {
    return this.shownReference;
  }
  set reference(reference: PageReference | undefined) {
    this.shownReference = reference;
    this.model = undefined;
    this.follow([]);
    void this.load();
  }

  /** Developer name of the app, which may have pages of its own; null for none, undefined as long as it is not known. */
  @api get app(): string | null | undefined {
    return this.shownApp;
  }
  set app(app: string | null | undefined) {
    if (app === this.shownApp) return;
    this.shownApp = app;
    void this.load();
  }

  disconnectedCallback(): void {
    this.follow([]);
  }

  /** Of the page that shows the results of a search. */
  get searchTerm(): string | undefined {
    const { type, state } = this.shownReference ?? {};
    return type === 'standard__search' ? state?.['term'] : undefined;
  }

  /** Asks for the page anew: a deploy or a save may have changed what is on it. */
  @api async refresh(): Promise<void> {
    await this.load();
  }

  /** What a page shows depends on records: a save of one brings it up to date, and a record that is gone ends it. */
  private follow(recordIds: readonly string[]): void {
    for (const stop of this.followed) stop();
    this.followed = recordIds.map((id) => followRecord(id, () => void this.load()));
  }

  private async load(): Promise<void> {
    const reference = this.shownReference;
    const app = this.shownApp;
    // Which page it is depends on the app: asking before it is known would be asking twice.
    if (!reference || app === undefined) return;
    this.problem = undefined;
    if (this.searchTerm !== undefined) {
      document.title = `${this.searchTerm} - Search`;
      return;
    }
    const module = standalonePage(reference);
    if (module !== this.shownModule) this.standalone = undefined;
    this.shownModule = module;
    if (module !== undefined) {
      await this.loadStandalone(module);
      return;
    }
    const path = MODEL_PATHS[reference.type]?.(reference.attributes ?? {});
    if (path === undefined) {
      this.problem = unsupported(reference);
      return;
    }
    const isCurrent = (): boolean => reference === this.shownReference && app === this.shownApp;
    try {
      const [model] = await Promise.all([
        request<PageModel>(`/local-org/pages/${path}${queryString({ app: app ?? undefined })}`),
        describeObject(reference),
      ]);
      if (!isCurrent()) return;
      this.model = model;
      this.follow(model.dependsOn);
      this.problem = undefined;
      document.title = model.title;
    } catch (error) {
      // A page that is shown already outlives an org that does not answer; the shell says so.
      const stays = this.model !== undefined && (error as Partial<FetchResponseError>).status === UNREACHABLE;
      if (isCurrent() && !stays) this.problem = problemOf(error);
    }
  }

  private async loadStandalone(module: string): Promise<void> {
    this.problem = undefined;
    try {
      const { default: implementation } = (await import(module)) as { default: typeof LightningElement };
      if (module === this.shownModule) this.standalone = implementation;
    } catch (error) {
      if (module === this.shownModule) this.problem = problemOf(error);
    }
  }
}

/**
 * Components of a record page find its object described, as on the platform; some rely on it. What stands against it is
 * for them to show.
 */
async function describeObject({ attributes: { objectApiName } = {} }: PageReference): Promise<void> {
  if (objectApiName && !knownObjectInfo(objectApiName))
    await loadObjectInfo(objectApiName).catch(() => undefined);
}

function unsupported({ type, attributes = {} }: PageReference): PageProblem {
  const details = Object.entries(attributes).map(([name, value]) => `${name} ${value ?? ''}`);
  return {
    title: 'The local org does not have this page',
    message: `${type} (${details.join(', ')})`,
  };
}

function problemOf(error: unknown): PageProblem {
  const { status } = error as Partial<FetchResponseError>;
  return status === NOT_FOUND
    ? {
        title: "This page isn't available",
        message: 'It may have been deleted, or you may not have access to it.',
      }
    : { title: 'This page cannot be shown', message: messageOf(error) };
}
