import type { DeployCoverage } from '../../metadata';
import type { UnitCoverage } from './coverage-records';

/**
 * Coverage of a class or trigger as deploys and test runs tell it.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm (CodeCoverageResult)
 */
export function coverageResult({ id, name, kind, covered, uncovered }: UnitCoverage): DeployCoverage {
  return {
    id,
    name,
    type: kind === 'class' ? 'Class' : 'Trigger',
    numLocations: covered.length + uncovered.length,
    numLocationsNotCovered: uncovered.length,
    locationsNotCovered: uncovered.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 })),
  };
}
