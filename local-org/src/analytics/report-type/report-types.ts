import type { ComponentStore } from '../../metadata';
import type { Schema } from '../../schema';
import { customReportType } from './custom-report-type';
import type { ReportType } from './report-type';
import { standardReportType } from './standard-report-type';
import { STANDARD_REPORT_TYPES } from './standard-columns';

const CUSTOM_SUFFIX = /__c$/;

/** Finds a report type by the name that reports use; undefined when there is none, or it is not one that is run. */
export function findReportType(
  schema: Schema,
  components: ComponentStore,
  name: string,
): ReportType | undefined {
  const custom = CUSTOM_SUFFIX.test(name)
    ? components.find('ReportType', name.replace(CUSTOM_SUFFIX, ''))
    : undefined;
  return custom ? customReportType(schema, custom) : standardReportType(schema, name);
}

/** All report types of the org, as `/analytics/reportTypes` lists them. */
export function reportTypes(schema: Schema, components: ComponentStore): ReportType[] {
  const custom = components.all('ReportType').map(({ fullName }) => `${fullName}__c`);
  const objects = [...schema.all()]
    .filter(({ definition }) => definition.kind === 'custom')
    .map(({ name }) => `CustomEntity$${name}`);
  return [...Object.keys(STANDARD_REPORT_TYPES), ...objects, ...custom].flatMap(
    (name) => findReportType(schema, components, name) ?? [],
  );
}
