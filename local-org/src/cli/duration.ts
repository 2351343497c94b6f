import { LocalOrgError } from '../core';

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Reads a duration such as `14d`, `90m`, `-2h`.
 * @returns milliseconds
 * @throws LocalOrgError DURATION_FORMAT
 */
export function parseDuration(text: string): number {
  const match = /^(-?\d+(?:\.\d+)?)([smhdw])$/.exec(text);
  const unit = UNIT_MS[match?.[2] ?? ''];
  if (!match || unit === undefined) {
    throw new LocalOrgError('DURATION_FORMAT', `'${text}' is not a duration`, {
      actions: ['Write a number and a unit: 30s, 90m, 12h, 14d, 4w'],
    });
  }
  return Number(match[1]) * unit;
}
