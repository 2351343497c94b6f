/** Where a region of a template lies, as classes of the design system's grid. */
export type TemplateLayout = Readonly<Record<string, string>>;

const FULL = 'slds-size_1-of-1';
const part = (twelfths: number): string => `${FULL} slds-large-size_${twelfths}-of-12`;

/**
 * The templates of Lightning pages by name: regions in the order in which they stand on the page.
 * UNVERIFIED: widths follow pictures of the App Builder; no page states them.
 * @see https://help.salesforce.com/s/articleView?id=sf.lightning_app_builder_customize_lex_pages_template.htm
 */
const TEMPLATES: Readonly<Record<string, TemplateLayout>> = {
  'flexipage:recordHomeTemplateDesktop': { header: FULL, main: part(8), sidebar: part(4) },
  'flexipage:recordHomeLeftSidebarTemplateDesktop': { header: FULL, sidebar: part(4), main: part(8) },
  'flexipage:recordHomeWithSubheaderTemplateDesktop': {
    header: FULL,
    subheader: FULL,
    main: part(8),
    sidebar: part(4),
  },
  'flexipage:recordHomeThreeColTemplateDesktop': {
    header: FULL,
    leftsidebar: part(3),
    main: part(6),
    rightsidebar: part(3),
  },
  'flexipage:recordHomeSingleColTemplateDesktop': { header: FULL, main: FULL },
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': { main: FULL },
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': {
    header: FULL,
    leftcol: part(6),
    rightcol: part(6),
  },
  'flexipage:defaultAppHomeTemplate': { main: FULL },
  'flexipage:appHomeTemplateTwoColumns': { left: part(6), right: part(6) },
  'home:desktopTemplate': {
    top: part(8),
    sidebar: part(4),
    bottomLeft: part(4),
    bottomRight: part(4),
  },
};

/** Names of regions that take the whole width on templates that are not listed. */
const WIDE_REGIONS = /^(?:header|subheader|top|bottom|footer)$/i;
const COLUMNS = 12;

/** The layout of a template; regions of one that is not listed stand side by side in equal columns. */
export function templateLayout(template: string, regionNames: readonly string[]): TemplateLayout {
  const known = TEMPLATES[template];
  if (known && regionNames.every((name) => name in known)) return known;
  const columns = regionNames.filter((name) => !WIDE_REGIONS.test(name));
  const width = part(Math.max(1, Math.floor(COLUMNS / Math.max(1, columns.length))));
  return Object.fromEntries(regionNames.map((name) => [name, WIDE_REGIONS.test(name) ? FULL : width]));
}
