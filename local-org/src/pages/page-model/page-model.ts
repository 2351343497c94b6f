/** Device class of the browser, as visibility rules and page assignments name it. */
export type FormFactor = 'Large' | 'Medium' | 'Small';

/** A component on a page, ready to be shown to the user who asked. */
export interface PageComponent {
  readonly kind: 'component';
  /** `force:detailPanel`; components of the org are `c:dealHealth`. */
  readonly name: string;
  /** Stays the same while the page does: the place of the component. */
  readonly key: string;
  /** Address of the module of a component of the org; absent for standard components. */
  readonly module?: string;
  /** Values as the page's designer set them; lists are what is visible of them. */
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** What stands inside the component, by the property that names the facet: `{ body: [...] }`. */
  readonly facets: Readonly<Record<string, readonly PageItem[]>>;
}

/** A field that stands on the page itself. */
export interface PageField {
  readonly kind: 'field';
  readonly key: string;
  readonly field: string;
  /** `none`, `required`, `readonly` */
  readonly behavior: string;
}

export type PageItem = PageComponent | PageField;

export interface PageRegion {
  /** `main`, `sidebar`: the template says where it lies. */
  readonly name: string;
  readonly items: readonly PageItem[];
}

/** A Lightning page resolved for a user, a record and a form factor. */
export interface PageModel {
  /** Name of the FlexiPage; null for the platform's own page. */
  readonly page: string | null;
  readonly label: string;
  /** For the browser's tab: the record's name, or the label. */
  readonly title: string;
  readonly type: 'record' | 'home' | 'app';
  /** `flexipage:recordHomeTemplateDesktop` */
  readonly template: string;
  readonly regions: readonly PageRegion[];
  /** What components of the page get as properties: `recordId`, `objectApiName`. */
  readonly context: Readonly<Record<string, string>>;
  /** Ids of the records that decide what is shown: when one of them changes, the page may be another. */
  readonly dependsOn: readonly string[];
}
