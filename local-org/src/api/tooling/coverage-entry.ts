import type { UnitCoverage } from '../../apex';

/** Coverage of a class or trigger as results of test runs tell it. */
export interface CoverageEntry {
  readonly id: string;
  readonly name: string;
  readonly namespace: null;
  readonly type: 'Class' | 'Trigger';
  readonly numLocations: number;
  readonly numLocationsNotCovered: number;
  readonly locationsNotCovered: readonly {
    readonly line: number;
    readonly column: number;
    readonly numExecutions: number;
    readonly time: number;
  }[];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm */
export function coverageEntry({ id, name, kind, covered, uncovered }: UnitCoverage): CoverageEntry {
  return {
    id,
    name,
    namespace: null,
    type: kind === 'class' ? 'Class' : 'Trigger',
    numLocations: covered.length + uncovered.length,
    numLocationsNotCovered: uncovered.length,
    locationsNotCovered: uncovered.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 })),
  };
}
