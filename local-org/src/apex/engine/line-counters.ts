import type { LineCoverage } from '../testing/test-outcome';

/** A class or trigger whose lines count. */
export interface CoverableUnit {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  /** Lines that count for coverage, ascending. */
  readonly lines: readonly number[];
  /** How often each line ran, by line; undefined while nothing has used the unit. */
  readonly counts: Uint32Array | undefined;
}

/**
 * Which lines ran since the last reset.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_code_coverage_intro.htm
 */
export class LineCounters {
  constructor(private readonly units: () => readonly CoverableUnit[]) {}

  reset(): void {
    for (const { counts } of this.units()) counts?.fill(0);
  }

  /** The units of which something ran. */
  read(): LineCoverage[] {
    return this.units().flatMap((unit) => {
      const coverage = coverageOf(unit);
      return coverage.covered.length > 0 ? [coverage] : [];
    });
  }

  /** All units, whether they ran or not. */
  readAll(): LineCoverage[] {
    return this.units().map(coverageOf);
  }
}

function coverageOf({ name, kind, lines, counts }: CoverableUnit): LineCoverage {
  const ran = (line: number): boolean => (counts?.[line] ?? 0) > 0;
  return {
    name,
    kind,
    covered: lines.filter(ran),
    uncovered: lines.filter((line) => !ran(line)),
  };
}
