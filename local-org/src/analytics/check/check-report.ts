import { LocalOrgError } from '../../core';
import { FormulaError } from '../../formula';
import type { Component, ComponentStore } from '../../metadata';
import type { Schema } from '../../schema';
import { filterCondition } from '../filter/filter-condition';
import { parameterCondition } from '../filter/report-parameters';
import { isReportScope } from '../filter/report-scope';
import { CUSTOM_INTERVAL, INTERVALS } from '../filter/time-frame';
import { readReport } from '../report/read-report';
import type { ReportDefinition, ReportFilter } from '../report/report-definition';
import type { ReportType } from '../report-type/report-type';
import { findReportType } from '../report-type/report-types';
import { planReport, type ReportPlan } from '../run/plan-report';
import type { AnalyticsProblem } from './analytics-problem';

/** Elements that would change what a report shows and are not run. */
export const UNSUPPORTED_REPORT_ELEMENTS: readonly string[] = [
  'aggregateFilters',
  'block',
  'dataCategoryFilters',
  'division',
  'hierarchyScopeBindings',
  'historicalSelector',
  'roleHierarchyFilter',
  'territoryHierarchyFilter',
  'userFilter',
];

const FORMATS: ReadonlySet<string> = new Set(['Tabular', 'Summary', 'Matrix']);

/**
 * Checks a report against the schema and the report types that a deploy leads to: names of columns, filters, formulas,
 * and elements that are not run.
 * UNVERIFIED: the platform's wording.
 */
export function checkReport(
  component: Component,
  schema: Schema,
  components: ComponentStore,
): AnalyticsProblem[] {
  const { content, fullName } = component;
  if (!fullName.includes('/')) return [];
  const definition = readReport(component);
  const unsupported = UNSUPPORTED_REPORT_ELEMENTS.filter((element) => content[element] !== undefined).map(
    (element) => ({
      message: `Report element ${element} is not supported by the local org`,
      path: [element],
    }),
  );
  if (!FORMATS.has(definition.format)) {
    unsupported.push({
      message: `Report format ${definition.format} is not supported by the local org`,
      path: ['format'],
    });
  }
  if (unsupported.length > 0) return unsupported;
  const reportType = findReportType(schema, components, definition.reportType);
  if (!reportType) {
    return [{ message: `invalid report type: ${definition.reportType}`, path: ['reportType'] }];
  }
  return [
    ...columnProblems(definition, reportType),
    ...filterProblems(definition, reportType),
    ...formulaProblems(definition, reportType, schema),
  ];
}

function columnProblems(definition: ReportDefinition, reportType: ReportType): AnalyticsProblem[] {
  const own = new Set([...definition.buckets, ...definition.rowFormulas].map(({ name }) => name));
  const named = (element: string, child: string, names: readonly string[]): AnalyticsProblem[] =>
    names.flatMap((name, index) =>
      own.has(name) || reportType.column(name)
        ? []
        : [{ message: `Invalid field name: ${name}`, path: [element, index, child] }],
    );
  const fields = (items: readonly { readonly field: string }[]): string[] => items.map(({ field }) => field);
  const sort = definition.sort?.column;
  return [
    ...named('columns', 'field', fields(definition.columns)),
    ...named('groupingsDown', 'field', fields(definition.groupingsDown)),
    ...named('groupingsAcross', 'field', fields(definition.groupingsAcross)),
    ...named(
      'buckets',
      'sourceColumnName',
      definition.buckets.map(({ sourceColumn }) => sourceColumn),
    ),
    ...(sort === undefined || own.has(sort) || reportType.column(sort)
      ? []
      : [{ message: `Invalid field name: ${sort}`, path: ['sortColumn'] }]),
  ];
}

function filterProblems(definition: ReportDefinition, reportType: ReportType): AnalyticsProblem[] {
  const { filters, timeFrame, scope, parameters, crossFilters } = definition;
  const scopes = isReportScope(scope)
    ? []
    : [{ message: `Report scope ${scope} is not supported by the local org`, path: ['scope'] }];
  const interval =
    timeFrame && timeFrame.interval !== CUSTOM_INTERVAL && !INTERVALS[timeFrame.interval]
      ? [
          {
            message: `Report interval ${timeFrame.interval} is not supported by the local org`,
            path: ['timeFrameFilter', 'interval'],
          },
        ]
      : [];
  const dateColumn =
    timeFrame && !reportType.column(timeFrame.dateColumn)
      ? [
          {
            message: `Invalid field name: ${timeFrame.dateColumn}`,
            path: ['timeFrameFilter', 'dateColumn'],
          },
        ]
      : [];
  return [
    ...filters.flatMap((filter, index) =>
      filterProblem(filter, reportType, ['filter', 'criteriaItems', index]),
    ),
    ...scopes,
    ...interval,
    ...dateColumn,
    ...Object.entries(parameters).flatMap(([name, value], index) =>
      problemOf(() => parameterCondition(name, value, (field) => field), ['params', index, 'value']),
    ),
    ...crossFilters.flatMap(({ primaryColumn }, index) =>
      reportType.column(primaryColumn)
        ? []
        : [
            {
              message: `Invalid field name: ${primaryColumn}`,
              path: ['crossFilters', index, 'primaryTableColumn'],
            },
          ],
    ),
  ];
}

function filterProblem(
  filter: ReportFilter,
  reportType: ReportType,
  path: AnalyticsProblem['path'],
): AnalyticsProblem[] {
  const column = reportType.column(filter.column);
  if (!column) return [{ message: `Invalid field name: ${filter.column}`, path: [...path, 'column'] }];
  return problemOf(() => filterCondition(column, column.labelPath, filter), path);
}

function formulaProblems(
  definition: ReportDefinition,
  reportType: ReportType,
  schema: Schema,
): AnalyticsProblem[] {
  const plan = (part: Partial<ReportDefinition>): ReportPlan =>
    planReport({ ...definition, columns: [], rowFormulas: [], summaryFormulas: [], ...part }, reportType, {
      schema,
      moment: { nowMs: 0, timeZone: 'UTC' },
      canRead: () => true,
    });
  return [
    ...definition.rowFormulas.flatMap((formula, index) =>
      problemOf(
        () => plan({ rowFormulas: [formula], columns: [{ field: formula.name, summaries: [] }] }),
        ['customDetailFormulas', index, 'calculatedFormula'],
      ),
    ),
    ...definition.summaryFormulas.flatMap((formula, index) =>
      problemOf(() => plan({ summaryFormulas: [formula] }), ['aggregates', index, 'calculatedFormula']),
    ),
  ];
}

/** What a check throws, as a problem. */
function problemOf(check: () => unknown, path: AnalyticsProblem['path']): AnalyticsProblem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof FormulaError || error instanceof LocalOrgError)
      return [{ message: error.message, path }];
    throw error;
  }
}
