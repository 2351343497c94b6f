import { RecordStore } from '../storage';
import { TransactionManager, type RecordChange, type Transaction } from './transaction';

function change(name: string): RecordChange {
  const user = {
    id: '005000000000001AAA',
    username: 'a@example.com',
    profileId: '',
    roleId: null,
    timeZone: 'UTC',
    locale: 'en_US',
    language: 'en_US',
  };
  return { objectName: 'Account', id: name, operation: 'insert', values: { Name: name }, prior: null, user };
}

describe('TransactionManager', () => {
  let store: RecordStore;
  let transactions: TransactionManager;
  let committed: string[][];
  beforeEach(() => {
    store = RecordStore.open(':memory:');
    transactions = new TransactionManager(store);
    committed = [];
    transactions.onCommit(({ changes }) => committed.push(changes.map(({ id }) => id)));
  });
  afterEach(() => store.close());

  it('onRollback: is called once the outermost transaction is rolled back, not for a savepoint', () => {
    const heard: (Transaction | null)[] = [];
    transactions.onRollback(() => heard.push(transactions.current));
    const fail = (): never => {
      throw new Error('no');
    };
    transactions.run(() => {
      expect(() => transactions.savepoint(fail)).toThrow('no');
    });
    expect(heard).toEqual([]);
    expect(() => transactions.run(() => transactions.run(fail))).toThrow('no');
    expect(heard).toEqual([null]);
  });

  it('run: nested runs share the transaction and commit once', () => {
    transactions.run((outer) => {
      outer.recordChange(change('A'));
      transactions.run((inner) => {
        expect(inner).toBe(outer);
        inner.recordChange(change('B'));
      });
    });
    expect(committed).toEqual([['A', 'B']]);
    expect(transactions.current).toBeNull();
  });

  it('run: a throw rolls back, calls no listener and leaves no transaction open', () => {
    const work = (): void =>
      transactions.run(() => {
        store.takeFromSequence('x');
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(committed).toEqual([]);
    expect(transactions.current).toBeNull();
    expect(store.takeFromSequence('x')).toBe(1);
  });

  it('savepoint: a throw undoes its notes and writes only', () => {
    const done: string[] = [];
    transactions.run((transaction) => {
      transaction.recordChange(change('A'));
      transaction.afterCommit(() => done.push('A'));
      const failing = (): void =>
        transactions.savepoint((inner: Transaction) => {
          inner.recordChange(change('B'));
          inner.afterCommit(() => done.push('B'));
          throw new Error('no');
        });
      expect(failing).toThrow('no');
    });
    expect(committed).toEqual([['A']]);
    expect(done).toEqual(['A']);
  });

  it('after-commit work may open a transaction of its own', () => {
    transactions.run((transaction) => {
      transaction.afterCommit(() => transactions.run((next) => next.recordChange(change('later'))));
      transaction.recordChange(change('first'));
    });
    expect(committed).toEqual([['first'], ['later']]);
  });
});
