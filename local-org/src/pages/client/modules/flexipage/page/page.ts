import { LightningElement, api } from 'lwc';
import type { PageModel, PageRegion } from '../../../../page-model/page-model';
import { templateLayout, type TemplateLayout } from './templates';

interface RowView {
  readonly key: string;
  readonly classes: string;
  readonly regions: readonly PageRegion[];
}

interface ColumnView {
  readonly key: string;
  readonly classes: string;
  readonly rows: readonly RowView[];
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

  get top(): PageRegion[] {
    return this.layout.top.flatMap((name) => this.region(name));
  }

  get columns(): ColumnView[] {
    return this.layout.columns.map(({ width, regions }, index) => ({
      key: `column-${index}`,
      classes: `slds-col slds-size_1-of-1 slds-large-size_${width}-of-12`,
      rows: regions.map((row) => this.row(typeof row === 'string' ? [row] : row)),
    }));
  }

  private row(names: readonly string[]): RowView {
    // A region without components leaves its place to its neighbours.
    const regions = names.flatMap((name) => this.region(name)).filter(({ items }) => items.length > 0);
    const width = `slds-large-size_1-of-${Math.max(1, regions.length)}`;
    return { key: names.join(), classes: `slds-col local-org-region slds-size_1-of-1 ${width}`, regions };
  }

  private get layout(): TemplateLayout {
    const names = (this.model?.regions ?? []).map(({ name }) => name);
    return templateLayout(this.model?.template ?? '', names);
  }

  private region(name: string): PageRegion[] {
    return (this.model?.regions ?? []).filter((candidate) => candidate.name === name);
  }
}
