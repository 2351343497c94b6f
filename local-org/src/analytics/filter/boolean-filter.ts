import { UnsupportedFeatureError } from '../../core';

/**
 * Puts conditions together as a report's filter logic says; all must hold when it says nothing.
 *
 * `combine('1 AND (2 OR NOT 3)', [a, b, c])` is `a AND (b OR (NOT c))`.
 * @see https://help.salesforce.com/s/articleView?id=sf.working_with_advanced_filter_conditions_in_reports_and_list_views.htm
 */
export function combine(logic: string | null, conditions: readonly string[]): string {
  if (logic === null || logic.trim() === '')
    return conditions.map((condition) => `(${condition})`).join(' AND ');
  const combined = logic.toUpperCase().replace(/NOT\s+(\d+|\()|(\d+)/g, (text: string) => {
    const number = /\d+/.exec(text)?.[0];
    if (number === undefined)
      throw new UnsupportedFeatureError('NOT before a bracket in report filter logic');
    const condition = conditions[Number(number) - 1] ?? '';
    return text.startsWith('NOT') ? `(NOT ${condition})` : `(${condition})`;
  });
  return `(${combined})`;
}
