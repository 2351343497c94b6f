import { LightningElement, api } from 'lwc';
import type { PageComponent, PageItem, PageModel } from '../../../../page-model/page-model';
import { standardTitle } from '../tabset/standard-titles';

interface SectionView {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly items: readonly PageItem[];
}

/** Sections of a page of which one is open; each holds a facet. */
export default class Accordion extends LightningElement {
  @api facets: PageComponent['facets'] = {};
  @api context: PageModel['context'] = {};
  /** Name of the section that is open at first. */
  @api defaultSectionName: string | undefined;

  get sections(): SectionView[] {
    return (this.facets['accordionSections'] ?? []).flatMap((item) =>
      item.kind === 'component' ? [sectionView(item)] : [],
    );
  }

  get activeSection(): string | undefined {
    const { defaultSectionName, sections } = this;
    return (sections.find(({ name }) => name === defaultSectionName) ?? sections[0])?.name;
  }
}

function sectionView({ key, properties, facets }: PageComponent): SectionView {
  const { name, label } = properties;
  return {
    key,
    name: typeof name === 'string' ? name : key,
    title: typeof label === 'string' ? standardTitle(label) : '',
    items: facets['body'] ?? [],
  };
}
