import type { DealRow } from './deal-row';
import { isClosed } from './deals';

/** Where a row of the list landed in the workbook. */
export interface PlacedRow extends DealRow {
  /** `Opportunities!17` */
  readonly place: string;
}

/** Counts items by a key, keys in alphabetical order. */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a migration of the opportunities should report. */
export function expectedOpportunities(rows: readonly PlacedRow[]): object {
  const loaded = rows.filter((row) => row.rejectedFor === null);
  const rejected = rows.filter((row) => row.rejectedFor !== null);
  const open = loaded.filter((row) => !isClosed(row.truth.stage));
  return {
    rows: rows.length,
    loaded: loaded.length,
    rejected: rejected.length,
    rejectedByReason: countBy(rejected, (row) => row.rejectedFor ?? ''),
    loadedByStage: countBy(loaded, (row) => row.truth.stage),
    loadedWithoutValue: open.filter((row) => row.truth.value === null).length,
    loadedWithoutCloseDate: open.filter((row) => row.truth.closeOn === null).length,
    loadedNamingContact: loaded.filter((row) => row.truth.contact !== null).length,
    sumOfLoadedValues: loaded.reduce((sum, row) => sum + (row.truth.value ?? 0), 0),
    rejectedRows: rejected.map((row) => ({
      place: row.place,
      id: row.cells['Opp ID'],
      reason: row.rejectedFor,
    })),
  };
}

/** Every kind of dirt with the places it stands at. */
export function expectedDirt(rows: readonly PlacedRow[]): object {
  const kinds = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    for (const fault of row.faults) kinds.set(fault, [...(kinds.get(fault) ?? []), row]);
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, found]) => ({
      kind,
      rows: found.length,
      outcome: found.every((row) => row.rejectedFor !== null) ? 'rejected' : 'loaded',
      places: found.map((row) => row.place),
    }));
}

/** What the rows should hold once cleaned, so that a load can be compared value by value. */
export function expectedRecords(rows: readonly PlacedRow[]): object {
  const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
  return rows
    .filter((row) => row.rejectedFor === null)
    .map(({ place, truth, faults }) => ({
      id: truth.id,
      place,
      account: truth.company.name,
      product: truth.product.name,
      stage: truth.stage,
      seller: faults.some((fault) => fault === 'owner-left' || fault === 'owner-missing')
        ? null
        : truth.seller,
      engagedOn: day(truth.engagedOn),
      closeOn: day(truth.closeOn),
      value: truth.value,
    }));
}
