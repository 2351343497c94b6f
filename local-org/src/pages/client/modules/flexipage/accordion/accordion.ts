import { LightningElement, api } from 'lwc';
import type { PageComponent, PageItem, PageModel } from '../../../../page-model/page-model';

interface SectionView {
  readonly key: string;
  readonly title: string;
  readonly isActive: boolean;
  readonly items: readonly PageItem[];
}

/** Sections of a page of which one is open; each holds a facet. */
export default class Accordion extends LightningElement {
  @api facets: PageComponent['facets'] = {};
  @api context: PageModel['context'] = {};

  get sections(): SectionView[] {
    return (this.facets['sections'] ?? []).flatMap((item) =>
      item.kind === 'component' ? [sectionView(item)] : [],
    );
  }

  get activeSection(): string | undefined {
    const { sections } = this;
    return (sections.find(({ isActive }) => isActive) ?? sections[0])?.key;
  }
}

function sectionView({ key, properties, facets }: PageComponent): SectionView {
  return {
    key,
    title: String(properties['label'] ?? properties['title'] ?? ''),
    isActive: properties['active'] === 'true',
    items: facets['body'] ?? [],
  };
}
