import { LightningElement, api } from 'lwc';
import type { PageItem, PageModel } from '../../../../page-model/page-model';
import { templateLayout } from './templates';

interface RegionView {
  readonly name: string;
  readonly classes: string;
  readonly items: readonly PageItem[];
}

/** Draws a Lightning page from its model: the regions of its template with what stands in them. */
export default class Page extends LightningElement {
  static renderMode = 'light' as const;

  @api model: PageModel | undefined;

  get pageName(): string | null {
    return this.model?.page ?? null;
  }

  get templateName(): string | undefined {
    return this.model?.template;
  }

  get context(): PageModel['context'] {
    return this.model?.context ?? {};
  }

  get regions(): RegionView[] {
    const regions = this.model?.regions ?? [];
    const layout = templateLayout(
      this.model?.template ?? '',
      regions.map(({ name }) => name),
    );
    return Object.entries(layout).flatMap(([name, size]) => {
      const region = regions.find((candidate) => candidate.name === name);
      return region ? [{ name, classes: `slds-col local-org-region ${size}`, items: region.items }] : [];
    });
  }
}
