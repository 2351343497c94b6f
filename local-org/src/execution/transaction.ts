import type { RecordValues } from '../core';
import type { RecordStore, StoreSavepoint } from '../storage';
import type { RunningUser } from './running-user';

export type SaveOperation = 'insert' | 'update' | 'delete' | 'undelete';

/** One record as a transaction wrote it. Change events and audit are made from these after the commit. */
export interface RecordChange {
  readonly objectName: string;
  readonly id: string;
  readonly operation: SaveOperation;
  /** All stored fields after the change. */
  readonly values: Readonly<RecordValues>;
  /** All stored fields before it; null for an insert. */
  readonly prior: Readonly<RecordValues> | null;
  readonly user: RunningUser;
}

/** Everything that one request does until it commits or rolls back; nested saves share it. */
export class Transaction {
  private readonly recordChanges: RecordChange[] = [];
  private readonly afterCommitWork: (() => void)[] = [];
  /** Records whose save is under way: saving one of them again is a recursive save. */
  readonly saving = new Set<string>();
  /** Records that were saved again while their save was under way. */
  readonly savedRecursively = new Set<string>();
  /** How many saves are open inside each other. */
  depth = 0;

  get changes(): readonly RecordChange[] {
    return this.recordChanges;
  }

  recordChange(change: RecordChange): void {
    this.recordChanges.push(change);
  }

  /** Runs `work` once the outermost transaction has committed: mail, asynchronous jobs. */
  afterCommit(work: () => void): void {
    this.afterCommitWork.push(work);
  }

  /** Marks a point to which {@link Transaction.forgetSince} can return. */
  mark(): TransactionMark {
    return { changes: this.recordChanges.length, afterCommit: this.afterCommitWork.length };
  }

  /** Drops what was noted since the mark, because its savepoint was rolled back. */
  forgetSince(mark: TransactionMark): void {
    this.recordChanges.length = mark.changes;
    this.afterCommitWork.length = mark.afterCommit;
  }

  /** Runs the work left for after the commit. */
  runAfterCommit(): void {
    for (const work of this.afterCommitWork) work();
  }
}

/** A point of the transaction under way to which it can be rolled back. */
export interface TransactionSavepoint {
  readonly stored: StoreSavepoint;
  readonly mark: TransactionMark;
}

/** A position in the notes of a transaction. */
export interface TransactionMark {
  readonly changes: number;
  readonly afterCommit: number;
}

export type CommitListener = (transaction: Transaction) => void;

/**
 * Opens transactions on the store. Whatever saves records goes through `run`, so that after-commit work waits
 * for the outermost commit.
 */
export class TransactionManager {
  private open: Transaction | null = null;
  private readonly listeners: CommitListener[] = [];
  private readonly closers: CommitListener[] = [];
  private readonly rollbackListeners: (() => void)[] = [];

  constructor(private readonly store: RecordStore) {}

  /** The transaction under way, if any. */
  get current(): Transaction | null {
    return this.open;
  }

  /** Calls `listener` after every commit of an outermost transaction. */
  onCommit(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  /** Calls `listener` before every commit of an outermost transaction: what it writes, or throws, belongs to it. */
  beforeCommit(listener: CommitListener): void {
    this.closers.push(listener);
  }

  /** Calls `listener` after every rollback of an outermost transaction, before its error goes on to the caller. */
  onRollback(listener: () => void): void {
    this.rollbackListeners.push(listener);
  }

  /** Runs `work` in the transaction under way, or in a new one that commits at the end and rolls back on a throw. */
  run<T>(work: (transaction: Transaction) => T): T {
    if (this.open) return work(this.open);
    const transaction = new Transaction();
    this.open = transaction;
    let result: T;
    try {
      result = this.store.transaction(() => {
        const answer = work(transaction);
        for (const listener of this.closers) listener(transaction);
        return answer;
      });
    } catch (error) {
      this.open = null;
      for (const listener of this.rollbackListeners) listener();
      throw error;
    }
    this.open = null;
    for (const listener of this.listeners) listener(transaction);
    transaction.runAfterCommit();
    return result;
  }

  /** Runs `work` in a savepoint: a throw undoes its writes and its notes, and goes on to the caller. */
  savepoint<T>(work: (transaction: Transaction) => T): T {
    return this.run((transaction) => {
      const mark = transaction.mark();
      try {
        return this.store.transaction(() => work(transaction));
      } catch (error) {
        transaction.forgetSince(mark);
        throw error;
      }
    });
  }

  /** Marks a point of the transaction under way. */
  setSavepoint(): TransactionSavepoint {
    const mark = this.open?.mark() ?? { changes: 0, afterCommit: 0 };
    return { stored: this.store.setSavepoint(), mark };
  }

  /** Undoes what came after a savepoint: writes and notes. @returns false when the savepoint is gone */
  rollBackTo({ stored, mark }: TransactionSavepoint): boolean {
    if (!this.store.rollBackTo(stored)) return false;
    this.open?.forgetSince(mark);
    return true;
  }

  /** Gives up a savepoint. @returns false when it is gone */
  releaseSavepoint({ stored }: TransactionSavepoint): boolean {
    return this.store.releaseSavepoint(stored);
  }
}
