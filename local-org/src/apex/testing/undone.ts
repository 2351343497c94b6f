import type { TransactionManager } from '../../execution';

/** Undoes a transaction that went well. Never leaves this file. */
class Undo extends Error {}

/**
 * Runs work in a savepoint and undoes what it wrote, also when it went well.
 * @returns what the work returned
 */
export function undone<T>(transactions: TransactionManager, work: () => T): T {
  const results: T[] = [];
  try {
    transactions.savepoint(() => {
      results.push(work());
      throw new Undo('undone');
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return results[0] as T;
}
