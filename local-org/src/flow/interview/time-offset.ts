const MS_PER_UNIT: Readonly<Record<string, number>> = {
  Minutes: 60_000,
  Hours: 3_600_000,
  Days: 86_400_000,
  Weeks: 604_800_000,
};

/** Moves an instant by an offset: `addOffset(ms, -3, 'Days')`. Months keep the day where the month has it. */
export function addOffset(epochMs: number, offset: number, unit: string): number {
  const milliseconds = MS_PER_UNIT[unit];
  if (milliseconds !== undefined) return epochMs + offset * milliseconds;
  const date = new Date(epochMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + offset);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}
