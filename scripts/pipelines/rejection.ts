/** Why a row is not loaded. */
export interface Rejection {
  /** Stable, upper-case: `ACCOUNT_MISSING`. */
  readonly code: string;
  readonly message: string;
  /** Field it concerns, when there is one. */
  readonly field?: string;
}
