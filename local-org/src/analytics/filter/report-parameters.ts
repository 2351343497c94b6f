import { UnsupportedFeatureError } from '../../core';

/** Conditions of the values that a parameter can have; null shows all. `field` gives the path of a field. */
type ParameterValues = Readonly<Record<string, ((field: (name: string) => string) => string) | null>>;

/**
 * Filters that report types bring themselves, by name: opportunities by state and probability.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 */
const PARAMETERS: Readonly<Record<string, ParameterValues>> = {
  open: {
    all: null,
    open: (field) => `${field('IsClosed')} = false`,
    closed: (field) => `${field('IsClosed')} = true`,
    closedwon: (field) => `${field('IsWon')} = true`,
  },
  probability: { '0': null, '>0': (field) => `${field('Probability')} > 0` },
  terr: { all: null },
  // Records of the user's company: there is but one here.
  co: { '1': null },
};

/**
 * The condition of a report parameter; null when its value shows all.
 * @throws UnsupportedFeatureError for parameters and values that are not run
 */
export function parameterCondition(
  name: string,
  value: string,
  field: (name: string) => string,
): string | null {
  const condition = PARAMETERS[name]?.[value];
  if (condition === undefined) throw new UnsupportedFeatureError(`Report parameter ${name} = ${value}`);
  return condition && condition(field);
}
