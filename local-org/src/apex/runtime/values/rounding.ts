/**
 * Names of System.RoundingMode.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm
 */
export type RoundingModeName =
  'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/** A quotient that was cut off towards zero, with a remainder. */
export interface CutQuotient {
  readonly negative: boolean;
  /** How the remainder compares with half of the divisor: -1 below, 0 equal, 1 above. */
  readonly half: number;
  /** Whether the cut quotient is odd. */
  readonly odd: boolean;
}

const AWAY_FROM_ZERO: Readonly<Record<RoundingModeName, (cut: CutQuotient) => boolean>> = {
  CEILING: ({ negative }) => !negative,
  DOWN: () => false,
  FLOOR: ({ negative }) => negative,
  HALF_DOWN: ({ half }) => half > 0,
  HALF_EVEN: ({ half, odd }) => half > 0 || (half === 0 && odd),
  HALF_UP: ({ half }) => half >= 0,
  UNNECESSARY: () => false,
  UP: () => true,
};

/** Whether a quotient that was cut off has to move one away from zero. */
export function roundsAway(mode: RoundingModeName, cut: CutQuotient): boolean {
  return AWAY_FROM_ZERO[mode](cut);
}
