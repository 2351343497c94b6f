import {
  booleanOf,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  textsOf,
  type Component,
  type MetadataObject,
} from '../../metadata';
import type {
  ComponentSummary,
  DashboardComponent,
  DashboardDefinition,
  DashboardFilter,
  GridPlace,
} from './dashboard-definition';

/** Columns of the grid that dashboards of three sections are laid out on, and the height of their components. */
const SECTION_GRID_COLUMNS = 12;
const SECTION_COLUMNS = 4;
const SECTION_ROWS = 8;
const SECTIONS = ['leftSection', 'middleSection', 'rightSection'];

/** Reads a deployed Dashboard, of a grid or of three sections. */
export function readDashboard({ content, fullName }: Component): DashboardDefinition {
  const grid = objectOf(content, 'dashboardGridLayout');
  const dashboardType = textOf(content, 'dashboardType') ?? 'SpecifiedUser';
  return {
    fullName,
    title: textOf(content, 'title') ?? fullName,
    description: textOf(content, 'description') ?? null,
    dashboardType,
    runningUser: dashboardType === 'SpecifiedUser' ? (textOf(content, 'runningUser') ?? null) : null,
    gridColumns: (grid && numberOf(grid, 'numberOfColumns')) ?? SECTION_GRID_COLUMNS,
    components: grid ? gridComponents(grid) : sectionComponents(content),
    filters: objectsOf(content, 'dashboardFilters').map(readFilter),
  };
}

function gridComponents(grid: MetadataObject): DashboardComponent[] {
  return objectsOf(grid, 'dashboardGridComponents').flatMap((item) => {
    const component = objectOf(item, 'dashboardComponent');
    if (!component) return [];
    const place = {
      column: numberOf(item, 'columnIndex') ?? 0,
      row: numberOf(item, 'rowIndex') ?? 0,
      columnSpan: numberOf(item, 'colSpan') ?? 1,
      rowSpan: numberOf(item, 'rowSpan') ?? 1,
    };
    return [readComponent(component, place)];
  });
}

function sectionComponents(content: MetadataObject): DashboardComponent[] {
  return SECTIONS.flatMap((name, section) => {
    const element = objectOf(content, name);
    return (element ? objectsOf(element, 'components') : []).map((component, index) =>
      readComponent(component, {
        column: section * SECTION_COLUMNS,
        row: index * SECTION_ROWS,
        columnSpan: SECTION_COLUMNS,
        rowSpan: SECTION_ROWS,
      }),
    );
  });
}

function readComponent(item: MetadataObject, place: GridPlace): DashboardComponent {
  return {
    componentType: textOf(item, 'componentType') ?? '',
    header: textOf(item, 'header') ?? null,
    title: textOf(item, 'title') ?? null,
    footer: textOf(item, 'footer') ?? null,
    report: textOf(item, 'report') ?? null,
    groupings: textsOf(item, 'groupingColumn'),
    summaries: objectsOf(item, 'chartSummary').map(readSummary),
    tableColumns: tableColumns(item),
    sortBy: textOf(item, 'sortBy') ?? null,
    maxValues: numberOf(item, 'maxValuesDisplayed') ?? null,
    displayUnits: textOf(item, 'displayUnits') ?? 'Auto',
    metricLabel: textOf(item, 'metricLabel') ?? null,
    gauge: {
      minimum: numberOf(item, 'gaugeMin') ?? null,
      maximum: numberOf(item, 'gaugeMax') ?? null,
      breakpoints: ['indicatorBreakpoint1', 'indicatorBreakpoint2'].flatMap(
        (name) => numberOf(item, name) ?? [],
      ),
      colors: ['indicatorLowColor', 'indicatorMiddleColor', 'indicatorHighColor'].flatMap(
        (name) => textOf(item, name) ?? [],
      ),
    },
    legendPosition: textOf(item, 'legendPosition') ?? null,
    showValues: booleanOf(item, 'showValues'),
    filterColumns: objectsOf(item, 'dashboardFilterColumns').flatMap(
      (column) => textOf(column, 'column') ?? [],
    ),
    place,
  };
}

function readSummary(item: MetadataObject): ComponentSummary {
  return { column: textOf(item, 'column') ?? '', aggregate: textOf(item, 'aggregate') ?? null };
}

function tableColumns(item: MetadataObject): string[] {
  const flexible = objectOf(item, 'flexComponentProperties');
  return [
    ...objectsOf(item, 'dashboardTableColumn').flatMap((column) => textOf(column, 'column') ?? []),
    ...(flexible ? objectsOf(flexible, 'flexTableColumn') : []).flatMap(
      (column) => textOf(column, 'reportColumn') ?? [],
    ),
  ];
}

function readFilter(item: MetadataObject): DashboardFilter {
  return {
    name: textOf(item, 'name') ?? '',
    options: objectsOf(item, 'dashboardFilterOptions').map((option) => ({
      operator: textOf(option, 'operator') ?? 'equals',
      values: textsOf(option, 'values'),
    })),
  };
}
