import type { ApiDeps } from '../api-deps';

/** Carries a result out of a transaction that is to be undone. */
class Rollback<T> extends Error {
  constructor(readonly result: T) {
    super('rolled back');
  }
}

/** Runs work in a transaction and undoes all of it when the result is a failure. Returns the result either way. */
export function rollbackIf<T>(deps: ApiDeps, isFailed: (result: T) => boolean, work: () => T): T {
  try {
    return deps.org.savepoint(() => {
      const result = work();
      if (isFailed(result)) throw new Rollback(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.result as T;
    throw error;
  }
}
