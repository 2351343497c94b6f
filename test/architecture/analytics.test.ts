import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { ROOT } from './source-files';

const PACKAGE = join(ROOT, 'force-app/main/default');
/** Longest name and description of a report, most groupings of it, and most dynamic dashboards of an org. */
const MAX_NAME_LENGTH = 40;
const MAX_DESCRIPTION_LENGTH = 255;
const MAX_GROUPINGS = 3;
const MAX_DYNAMIC_DASHBOARDS = 5;

interface FieldElement {
  readonly field: string;
}
interface Report {
  readonly name: string;
  readonly description: string;
  readonly format: string;
  readonly reportType: string;
  readonly columns: readonly FieldElement[];
  readonly groupingsDown?: readonly FieldElement[];
  readonly groupingsAcross?: readonly FieldElement[];
  readonly filter?: { readonly criteriaItems: readonly { readonly column: string }[] };
  readonly timeFrameFilter?: { readonly dateColumn: string };
  readonly chart?: { readonly groupingColumn: string };
}
interface ReportType {
  readonly sections: readonly {
    readonly columns: readonly { readonly field: string; readonly table: string }[];
  }[];
}
interface Dashboard {
  readonly dashboardType: string;
  readonly dashboardGridLayout: {
    readonly dashboardGridComponents: readonly { readonly dashboardComponent: { readonly report: string } }[];
  };
}

const LISTS = ['columns', 'groupingsDown', 'groupingsAcross', 'criteriaItems', 'sections', 'folderShares'];
const parser = new XMLParser({
  isArray: (name) => [...LISTS, 'dashboardGridComponents'].includes(name),
});

/** Contents of the files below a folder that end so, by their path without the end: `Opportunity_Hub_Sales/Gates_Due`. */
function contents<T>(folder: string, root: string, end: string): Map<string, T> {
  const directory = join(PACKAGE, folder);
  return new Map(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(end))
      .map((path) => {
        const content = parser.parse(readFileSync(join(directory, path), 'utf8')) as Record<string, T>;
        return [path.slice(0, -end.length), content[root] as T];
      }),
  );
}

const reports = contents<Report>('reports', 'Report', '.report-meta.xml');
const reportTypes = contents<ReportType>('reportTypes', 'ReportType', '.reportType-meta.xml');
const dashboards = contents<Dashboard>('dashboards', 'Dashboard', '.dashboard-meta.xml');

const groupingsOf = ({ groupingsDown = [], groupingsAcross = [] }: Report): string[] =>
  [...groupingsDown, ...groupingsAcross].map(({ field }) => field);

/** Every column that a report names. */
const columnsOf = (report: Report): string[] => [
  ...report.columns.map(({ field }) => field),
  ...groupingsOf(report),
  ...(report.filter?.criteriaItems ?? []).map(({ column }) => column),
  ...(report.timeFrameFilter ? [report.timeFrameFilter.dateColumn] : []),
];

describe.each([...reports])('report %s', (_path, report) => {
  it('has a name and a description that an org takes', () => {
    expect(report.name.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
    expect(report.description.length).toBeLessThanOrEqual(MAX_DESCRIPTION_LENGTH);
  });

  it('groups by columns that it does not show, and draws a chart of groups only', () => {
    const groupings = groupingsOf(report);
    const shown = new Set(report.columns.map(({ field }) => field));
    expect(groupings.filter((field) => shown.has(field))).toEqual([]);
    expect(groupings.length).toBeLessThanOrEqual(MAX_GROUPINGS);
    const format = report.groupingsAcross ? 'Matrix' : report.groupingsDown ? 'Summary' : 'Tabular';
    expect(report.format).toBe(format);
    if (report.chart) expect(groupings).toContain(report.chart.groupingColumn);
  });

  it('names columns of its report type only', () => {
    const type = reportTypes.get(report.reportType.replace(/__c$/, ''));
    if (!type) {
      expect(report.reportType).toBe('Opportunity');
      return;
    }
    const offered = type.sections.flatMap(({ columns }) =>
      columns.map(({ table, field }) => `${table}$${field}`),
    );
    expect(offered).toEqual(expect.arrayContaining(columnsOf(report)));
  });
});

describe('dashboards', () => {
  it('show the reports of the package, and every report type has one', () => {
    const shown = [...dashboards.values()].flatMap(({ dashboardGridLayout }) =>
      dashboardGridLayout.dashboardGridComponents.map(({ dashboardComponent }) => dashboardComponent.report),
    );
    expect(shown.filter((report) => !reports.has(report))).toEqual([]);
    const used = new Set([...reports.values()].map(({ reportType }) => reportType));
    expect([...reportTypes.keys()].filter((type) => !used.has(`${type}__c`))).toEqual([]);
  });

  it('show everybody what he may see himself, as many as an org runs so', () => {
    expect([...dashboards.values()].map(({ dashboardType }) => dashboardType)).toEqual(
      Array.from({ length: 4 }, () => 'LoggedInUser'),
    );
    expect(dashboards.size).toBeLessThanOrEqual(MAX_DYNAMIC_DASHBOARDS);
  });
});

describe('folders of reports and dashboards', () => {
  const folders = [
    ...contents<{ folderShares?: readonly unknown[] }>('reports', 'ReportFolder', '.reportFolder-meta.xml'),
    ...contents<{ folderShares?: readonly unknown[] }>(
      'dashboards',
      'DashboardFolder',
      '.dashboardFolder-meta.xml',
    ),
  ];

  it('are shared, each with somebody', () => {
    expect(folders).toHaveLength(5);
    expect(folders.filter(([, { folderShares = [] }]) => folderShares.length === 0)).toEqual([]);
  });
});
