import { createHash } from 'node:crypto';
import type { ApexEngine } from '../engine/apex-engine';
import { unitKey } from '../engine/apex-source';
import type { ToolingRecord, ToolingRecordTable } from '../records/tooling-record-table';
import type { OrgPort } from '../runtime/org-port';
import type { LineCoverage, TestClassOutcome } from './test-outcome';

/** Coverage of a class or trigger over all tests that ran since it was last changed. */
export interface UnitCoverage extends LineCoverage {
  /** Id of the ApexClass or ApexTrigger. */
  readonly id: string;
}

/** What coverage is kept with. */
export interface CoverageServices {
  readonly engine: ApexEngine;
  readonly org: OrgPort;
  readonly records: ToolingRecordTable;
}

/**
 * Which lines tests have run, as rows of ApexCodeCoverage. Rows of a class that has changed since count no more.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_apexcodecoverage.htm
 */
export class CoverageRecords {
  constructor(private readonly services: CoverageServices) {}

  /** Takes the coverage of tests in the place of what these tests had before. */
  keep({ className, tests }: TestClassOutcome): void {
    const { records, org } = this.services;
    const classId = org.classId(className) ?? '';
    const ran = new Set(tests.map(({ methodName }) => methodName));
    for (const row of records.all('ApexCodeCoverage')) {
      if (row['ApexTestClassId'] === classId && ran.has(String(row['TestMethodName']))) {
        records.remove('ApexCodeCoverage', String(row['Id']));
      }
    }
    const versions = this.versions();
    for (const { methodName, coverage } of tests) {
      for (const unit of coverage) {
        records.add('ApexCodeCoverage', {
          ...lineFields(unit),
          ApexTestClassId: classId,
          TestMethodName: methodName,
          ApexClassOrTriggerId: this.idOf(unit),
          Version: versions.get(unitKey(unit)) ?? '',
        });
      }
    }
  }

  /** Rows of ApexCodeCoverage: a test method and a class or trigger each. */
  rows(): ToolingRecord[] {
    const valid = new Set([...this.versions().values()]);
    return this.services.records.all('ApexCodeCoverage').filter(({ Version }) => valid.has(String(Version)));
  }

  /** All classes and triggers, covered or not, over all tests that ran. */
  units(): UnitCoverage[] {
    const versions = this.versions();
    const covered = new LineSets();
    for (const row of this.rows()) {
      covered.add(
        String(row['Version']),
        (JSON.parse(String(row['Coverage'])) as CoverageLines).coveredLines,
      );
    }
    return this.allUnits((unit) => covered.of(versions.get(unitKey(unit)) ?? ''));
  }

  /** All classes and triggers, with what these tests alone have run. */
  unitsOf(outcomes: readonly TestClassOutcome[]): UnitCoverage[] {
    const covered = new LineSets();
    for (const unit of outcomes.flatMap(({ tests }) => tests.flatMap(({ coverage }) => coverage))) {
      covered.add(unitKey(unit), unit.covered);
    }
    return this.allUnits((unit) => covered.of(unitKey(unit)));
  }

  private allUnits(coveredLines: (unit: LineCoverage) => ReadonlySet<number>): UnitCoverage[] {
    return this.services.engine
      .withCoverage((counters) => counters.readAll())
      .map((unit) => {
        const ran = coveredLines(unit);
        const lines = [...unit.covered, ...unit.uncovered].sort((a, b) => a - b);
        return {
          ...unit,
          id: this.idOf(unit),
          covered: lines.filter((line) => ran.has(line)),
          uncovered: lines.filter((line) => !ran.has(line)),
        };
      });
  }

  /** Rows of ApexCodeCoverageAggregate. */
  aggregateRows(): ToolingRecord[] {
    return this.units().map((unit) => ({
      Id: aggregateId(unit),
      ...lineFields(unit),
      ApexClassOrTriggerId: unit.id,
    }));
  }

  /** Share of the lines of the org that tests have run, in whole percent. */
  orgWidePercent(): number {
    return percentOf(this.units());
  }

  private idOf({ kind, name }: Pick<LineCoverage, 'kind' | 'name'>): string {
    const { org } = this.services;
    return (kind === 'class' ? org.classId(name) : org.triggerId(name)) ?? '';
  }

  /** A text per class or trigger that changes with its source. */
  private versions(): ReadonlyMap<string, string> {
    return new Map(
      this.services.engine
        .code()
        .sources.map((source) => [
          unitKey(source),
          createHash('sha256').update(`${source.kind} ${source.name} ${source.body}`).digest('base64'),
        ]),
    );
  }
}

/** Lines by what they belong to. */
class LineSets {
  private readonly sets = new Map<string, Set<number>>();

  add(key: string, lines: readonly number[]): void {
    const set = this.sets.get(key) ?? new Set();
    for (const line of lines) set.add(line);
    this.sets.set(key, set);
  }

  of(key: string): ReadonlySet<number> {
    return this.sets.get(key) ?? new Set();
  }
}

/** Share of lines that ran, in whole percent; 100 without lines. */
export function percentOf(units: readonly Pick<LineCoverage, 'covered' | 'uncovered'>[]): number {
  const covered = units.reduce((sum, unit) => sum + unit.covered.length, 0);
  const all = covered + units.reduce((sum, unit) => sum + unit.uncovered.length, 0);
  return all === 0 ? 100 : Math.floor((100 * covered) / all);
}

/** The value of the field Coverage. */
interface CoverageLines {
  readonly coveredLines: readonly number[];
  readonly uncoveredLines: readonly number[];
}

function lineFields({ covered, uncovered }: LineCoverage): ToolingRecord {
  const lines: CoverageLines = { coveredLines: covered, uncoveredLines: uncovered };
  return {
    NumLinesCovered: covered.length,
    NumLinesUncovered: uncovered.length,
    Coverage: JSON.stringify(lines),
  };
}

/** Classes and triggers are numbered apart from each other, so the id of a trigger's row needs a mark of its own. */
const aggregateId = ({ id, kind }: UnitCoverage): string =>
  id.replace(/^...(.)/, kind === 'trigger' ? '715t' : '715$1');
