import type { ReportRun, RunFact } from '../report-run';

const money = (value: number): { readonly value: number; readonly label: string } => ({
  value,
  label: `$${value.toFixed(2)}`,
});
const count = (value: number): { readonly value: number; readonly label: string } => ({
  value,
  label: `${value}`,
});

const row = (index: number, name: string, amount: number): NonNullable<RunFact['rows']>[number] => ({
  dataCells: [
    { label: name, value: `00600000000000${index}AAA` },
    { label: money(amount).label, value: { amount, currency: null } },
  ],
});

const METADATA: ReportRun['reportMetadata'] = {
  id: null,
  name: 'Deals',
  description: null,
  reportFormat: 'SUMMARY',
  reportType: { label: 'Deals', type: 'Opportunity' },
  detailColumns: ['NAME', 'AMOUNT'],
  aggregates: ['s!AMOUNT', 'RowCount'],
  groupingsDown: [{ name: 'STAGE_NAME', dateGranularity: 'None' }],
  groupingsAcross: [],
  reportFilters: [],
  reportBooleanFilter: null,
  standardDateFilter: null,
  scope: 'organization',
  hasDetailRows: true,
  buckets: [],
  chart: null,
};
const EXTENDED: ReportRun['reportExtendedMetadata'] = {
  detailColumnInfo: {
    NAME: { label: 'Name', dataType: 'string' },
    AMOUNT: { label: 'Amount', dataType: 'currency' },
  },
  aggregateColumnInfo: {
    's!AMOUNT': { label: 'Sum of Amount', dataType: 'currency' },
    RowCount: { label: 'Record Count', dataType: 'int' },
  },
  groupingColumnInfo: {
    STAGE_NAME: { label: 'Stage', dataType: 'picklist' },
    'Account.Kind': { label: 'Kind', dataType: 'picklist' },
  },
};
const STAGES = [
  { key: '0', label: 'Prospecting', value: 'Prospecting', groupings: [] },
  { key: '1', label: 'Won, at last', value: 'Won, at last', groupings: [] },
];

/** Three deals in two stages, with their rows. */
export function summaryRun(): ReportRun {
  return {
    attributes: { reportId: null, reportName: 'Deals' },
    allData: true,
    hasDetailRows: true,
    groupingsDown: { groupings: STAGES },
    groupingsAcross: { groupings: [] },
    factMap: {
      '0!T': { aggregates: [money(107), count(2)], rows: [row(1, 'Dam', 100), row(2, 'Bridge', 7)] },
      '1!T': { aggregates: [money(50), count(1)], rows: [row(3, 'Road', 50)] },
      'T!T': { aggregates: [money(157), count(3)] },
    },
    reportMetadata: METADATA,
    reportExtendedMetadata: EXTENDED,
  };
}

/** The same deals by the kind of their account; no won deal has a new one. */
export function matrixRun(): ReportRun {
  const facts: Readonly<Record<string, number>> = {
    '0!0': 100,
    '0!1': 7,
    '0!T': 107,
    '1!1': 50,
    '1!T': 50,
    'T!0': 100,
    'T!1': 57,
    'T!T': 157,
  };
  const kinds = ['New', 'Old'].map((label, index) => ({
    key: `${index}`,
    label,
    value: label,
    groupings: [],
  }));
  return {
    ...summaryRun(),
    hasDetailRows: false,
    groupingsAcross: { groupings: kinds },
    factMap: Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [key, { aggregates: [money(value)] }]),
    ),
    reportMetadata: {
      ...METADATA,
      reportFormat: 'MATRIX',
      aggregates: ['s!AMOUNT'],
      groupingsAcross: [{ name: 'Account.Kind', dateGranularity: 'None' }],
    },
  };
}
