import { DASHBOARD_COMPONENT_TYPES, INTERVALS, UNSUPPORTED_REPORT_ELEMENTS } from '../../analytics';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const REPORT_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm';
const DASHBOARD_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_dashboard.htm';
const CASES = 'local-org/conformance/analytics/reports.json';
const API_TEST = 'local-org/src/api/analytics/analytics.test.ts';

/** Report features that the cases show; a note tells what is missing. */
const REPORT_FEATURES: Readonly<Record<string, string>> = {
  'tabular, summary and matrix reports': '',
  'standard report types': 'opportunities, accounts, contacts, leads, custom objects and their details',
  'custom report types with inner and outer joins': '',
  'filters with logic, alternatives, relative dates': 'no filter that compares two columns',
  'cross filters': '',
  'groupings by value and by date': 'no fiscal weeks and periods',
  'summaries: sum, average, largest, smallest, median, unique': '',
  'summary formulas with PARENTGROUPVAL and PREVGROUPVAL': 'of one summary, not of an expression',
  'row-level formulas': '',
  'bucket fields': '',
  'scope: all, mine, my team': '',
  'row limit': '',
};

/** Reports and dashboards. */
export function analyticsParity(): ParityDocument {
  return parityDocument(
    'parity/analytics.md',
    'Reports and dashboards',
    'Reports and dashboards are run from their metadata; what is not run is refused at deploy.',
    [
      {
        heading: 'Reports',
        rows: Object.entries(REPORT_FEATURES).map(([feature, note]): ParityRow => ({
          feature,
          status: note === '' ? 'supported' : 'partial',
          documentation: REPORT_PAGE,
          test: CASES,
          ...(note !== '' && { note }),
        })),
      },
      {
        heading: 'Elements of Report that are refused',
        rows: ['format: MultiBlock', ...UNSUPPORTED_REPORT_ELEMENTS].map((feature) => ({
          feature,
          status: 'unsupported' as const,
          documentation: REPORT_PAGE,
          test: CASES,
        })),
      },
      {
        heading: 'Time frames',
        rows: Object.keys(INTERVALS).map((feature) => ({
          feature,
          status: 'supported' as const,
          documentation: REPORT_PAGE,
          test: CASES,
        })),
      },
      {
        heading: 'Dashboard components',
        rows: [...DASHBOARD_COMPONENT_TYPES].map((feature) => ({
          feature,
          status: 'supported' as const,
          documentation: DASHBOARD_PAGE,
          test: API_TEST,
        })),
      },
    ],
  );
}
