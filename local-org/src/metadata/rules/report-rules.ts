import type { Component, MetadataObject } from '../component';
import { objectOf, objectsOf, textOf } from '../content-access';
import type { ComponentProblem } from './component-problem';

const MAX_GROUPINGS = 3;
const FORMATS_WITH_CHARTS = new Set(['Summary', 'Matrix']);

/**
 * Checks what a report's parts say of each other. Folders pass: their names hold no slash.
 * UNVERIFIED: the platform's wording.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 */
export function reportProblems({ content, fullName }: Component): ComponentProblem[] {
  if (!fullName.includes('/')) return [];
  const groupings = [
    ...groupingFields(content, 'groupingsDown'),
    ...groupingFields(content, 'groupingsAcross'),
  ];
  const problems: ComponentProblem[] = [];
  if (groupings.length > MAX_GROUPINGS) {
    problems.push({ message: `A report has at most ${MAX_GROUPINGS} groupings`, path: ['groupingsDown'] });
  }
  objectsOf(content, 'columns').forEach((column, index) => {
    const field = textOf(column, 'field') ?? '';
    if (!groupings.includes(field)) return;
    problems.push({
      message: `The field ${field} is a grouping and cannot also be a column`,
      path: ['columns', index, 'field'],
    });
  });
  if (objectOf(content, 'chart') && !FORMATS_WITH_CHARTS.has(textOf(content, 'format') ?? '')) {
    problems.push({ message: 'A chart needs a report of format Summary or Matrix', path: ['chart'] });
  }
  return problems;
}

function groupingFields(content: MetadataObject, element: string): string[] {
  return objectsOf(content, element).flatMap((grouping) => textOf(grouping, 'field') ?? []);
}
