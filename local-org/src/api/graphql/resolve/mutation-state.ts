/** What the mutations of a request have come to so far. */
export class MutationState {
  /** Whether one that fails undoes the others. */
  allOrNone = true;
  /** Ids of records that were created, by the name of the operation: later ones may refer to them by `@{name}`. */
  private readonly ids = new Map<string, string>();

  created(operation: string, id: string): void {
    this.ids.set(operation, id);
  }

  /** A value in which a reference to an earlier operation is replaced by the id that came of it. */
  resolve(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    const [, operation] = /^@\{(\w+)\}$/.exec(value) ?? [];
    return operation === undefined ? value : (this.ids.get(operation) ?? value);
  }
}
