/** Regions below each other; a list within stands side by side. */
type ColumnRegions = readonly (string | readonly string[])[];

/** A part of a page that stands beside others, in twelfths of the width. */
export interface TemplateColumn {
  readonly width: number;
  readonly regions: ColumnRegions;
}

/** What stands across the page, and below it the columns. */
export interface TemplateLayout {
  readonly top: readonly string[];
  readonly columns: readonly TemplateColumn[];
}

const WHOLE = 12;

function layout(top: readonly string[], ...columns: readonly TemplateColumn[]): TemplateLayout {
  return { top, columns };
}

function column(width: number, ...regions: ColumnRegions): TemplateColumn {
  return { width, regions };
}

/**
 * The templates of Lightning pages by name.
 * UNVERIFIED: widths follow pictures of the App Builder; no page states them.
 * @see https://help.salesforce.com/s/articleView?id=sf.lightning_app_builder_customize_lex_pages_template.htm
 */
const TEMPLATES: Readonly<Record<string, TemplateLayout>> = {
  'flexipage:appHomeTemplateTwoColumns': layout([], column(6, 'left'), column(6, 'right')),
  'flexipage:defaultAppHomeTemplate': layout([], column(WHOLE, 'main')),
  'flexipage:recordHomeLeftSidebarTemplateDesktop': layout(
    ['header'],
    column(4, 'sidebar'),
    column(8, 'main'),
  ),
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': layout([], column(WHOLE, 'main')),
  'flexipage:recordHomeSingleColTemplateDesktop': layout(['header'], column(WHOLE, 'main')),
  'flexipage:recordHomeTemplateDesktop': layout(['header'], column(8, 'main'), column(4, 'sidebar')),
  'flexipage:recordHomeThreeColTemplateDesktop': layout(
    ['header'],
    column(3, 'leftsidebar'),
    column(6, 'main'),
    column(3, 'rightsidebar'),
  ),
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': layout(
    ['header'],
    column(6, 'leftcol'),
    column(6, 'rightcol'),
  ),
  'flexipage:recordHomeWithSubheaderTemplateDesktop': layout(
    ['header', 'subheader'],
    column(8, 'main'),
    column(4, 'sidebar'),
  ),
  'home:desktopTemplate': layout([], column(8, 'top', ['bottomLeft', 'bottomRight']), column(4, 'sidebar')),
};

/** Names of regions that take the whole width on templates that are not listed. */
const WIDE_REGIONS = /^(?:header|subheader|top|bottom|footer)$/i;

/** The layout of a template; regions of one that is not listed stand side by side in equal columns. */
export function templateLayout(template: string, regionNames: readonly string[]): TemplateLayout {
  const known = TEMPLATES[template];
  if (known && regionNames.every((name) => regionsOf(known).includes(name))) return known;
  const columns = regionNames.filter((name) => !WIDE_REGIONS.test(name));
  const width = Math.max(1, Math.floor(WHOLE / Math.max(1, columns.length)));
  return {
    top: regionNames.filter((name) => WIDE_REGIONS.test(name)),
    columns: columns.map((name) => column(width, name)),
  };
}

function regionsOf({ top, columns }: TemplateLayout): string[] {
  return [...top, ...columns.flatMap(({ regions }) => regions.flat())];
}
