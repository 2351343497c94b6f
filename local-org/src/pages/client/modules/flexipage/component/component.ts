import { LightningElement, api, getComponentDef } from 'lwc';
import { messageOf } from 'shell/http';
import { sourcePlaceOf } from 'shell/sourcePlaces';
import { STANDARD_COMPONENTS } from '../../../standard-components';
import type { PageComponent, PageItem, PageModel } from '../../../../page-model/page-model';

type Implementation = typeof LightningElement;

/** The component that shows a field of the page itself. */
const FIELD_COMPONENT = 'record_flexipage:field';

/**
 * Shows one component of a page: one of the org's own, or a standard one. What it does not know it names; when the
 * component throws, the rest of the page stays as it is.
 */
export default class Component extends LightningElement {
  static renderMode = 'light' as const;

  @api context: PageModel['context'] = {};
  implementation: Implementation | undefined;
  unknown = false;
  failure: readonly string[] | undefined;
  private shown: PageItem | undefined;
  private loadedModule: string | undefined;

  @api get item(): PageItem | undefined {
    return this.shown;
  }
  set item(item: PageItem | undefined) {
    this.shown = item;
    if (item) void this.load(item);
  }

  /** As it is written in a page: `force:detailPanel`. */
  get label(): string {
    return this.shown ? nameOf(this.shown) : '';
  }

  /** Of all that the page has for the component, what it asks for. */
  get properties(): Record<string, unknown> {
    const { shown, implementation } = this;
    if (!shown || !implementation) return {};
    const offered: Readonly<Record<string, unknown>> = {
      ...(shown.kind === 'component' ? { ...shown.properties, facets: shown.facets } : shown),
      ...this.context,
      context: this.context,
    };
    const asked = getComponentDef(implementation).props as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(offered).filter(([name]) => name in asked));
  }

  override errorCallback(error: unknown): void {
    void this.fail(error);
  }

  /** Says at once what went wrong, and as soon as it is known in which file and line. */
  private async fail(error: unknown): Promise<void> {
    const failure = [messageOf(error)];
    this.failure = failure;
    const place = await sourcePlaceOf(error);
    if (place !== undefined && this.failure === failure) this.failure = [...failure, place];
  }

  private async load(item: PageItem): Promise<void> {
    const module = moduleOf(item);
    this.unknown = module === undefined;
    if (module === undefined || module === this.loadedModule) return;
    this.loadedModule = module;
    this.failure = undefined;
    try {
      const { default: implementation } = (await import(module)) as { default: Implementation };
      if (module === this.loadedModule) this.implementation = implementation;
    } catch (error) {
      if (module !== this.loadedModule) return;
      // Asked for again, it may be there: the org did not answer, or a deploy came in between.
      this.loadedModule = undefined;
      await this.fail(error);
    }
  }
}

function nameOf(item: PageItem): string {
  return item.kind === 'component' ? item.name : FIELD_COMPONENT;
}

/** Address or name of the module that shows it. */
function moduleOf(item: PageItem): string | undefined {
  return (item as Partial<PageComponent>).module ?? STANDARD_COMPONENTS[nameOf(item)]?.module;
}
