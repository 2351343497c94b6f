import { elementsOf, isComplexType } from '../elements/element-tables';

/**
 * The complex type of a settings file by its member name: `Opportunity` gives `OpportunitySettings`.
 * Undefined when there is no such settings type.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_settings.htm
 */
export function settingsTypeOf(member: string): string | undefined {
  const name = `${member}Settings`;
  return isComplexType(name) && elementsOf(name).has('fullName') ? name : undefined;
}

/** Settings that take effect here; all others are stored only. */
export const EXECUTED_SETTINGS: ReadonlySet<string> = new Set(['Opportunity']);

/** Whether a settings member takes effect: `isExecutedSettings('Opportunity')`. */
export function isExecutedSettings(member: string): boolean {
  return EXECUTED_SETTINGS.has(member);
}
