/** A pattern that is not valid, as java.util.regex describes it. */
export class PatternError extends Error {
  constructor(
    /** `Unclosed character class`. */
    readonly description: string,
    /** Position in the pattern. */
    readonly index: number,
  ) {
    super(`${description} near index ${index}`);
    this.name = 'PatternError';
  }
}
