import { createLocalOrg, type LocalOrg } from '../../local-org/src/org';
import type { QueryOptions } from '../../local-org/src/query';
import type { BenchCase } from '../bench-case';
import { median, medianMilliseconds, millisecondsOf } from '../median';

const ROWS = 200;
const TEXTS = 100;
const RUNS = 50;

/** A query with a parent path, a condition and an order; the number makes its text a new one. */
function soqlText(number: number): string {
  return (
    'SELECT Id, Name, StageName, Amount, CloseDate, Account.Name FROM Opportunity' +
    ` WHERE Amount > ${number} AND StageName IN ('Qualification', 'Prospecting') AND CloseDate > 2000-01-01` +
    ` ORDER BY CloseDate DESC NULLS LAST, Name LIMIT ${ROWS}`
  );
}

/** What the text of a query costs, against running it. */
export const soql: BenchCase = {
  name: 'soql',
  description: 'parse, bind and compile a query: first of the process, new text, known text',
  run: () => {
    const org = createLocalOrg({ location: ':memory:' });
    try {
      return Promise.resolve(measure(org));
    } finally {
      org.close();
    }
  },
};

function measure(org: LocalOrg) {
  const user = org.users.findByUsername('admin@local.org');
  if (!user) throw new Error('The new org has no administrator');
  const options: QueryOptions = { context: { user, mode: 'user', apiVersion: 67 } };
  const first = millisecondsOf(() => org.query.query(soqlText(-1), options));
  // The table is empty: what is left is the text.
  const newTexts = Array.from({ length: TEXTS * 2 }, (_, i) =>
    millisecondsOf(() => org.query.query(soqlText(i), options)),
  );
  const knownText = medianMilliseconds(() => org.query.query(soqlText(0), options), RUNS, RUNS);
  fill(org);
  const execution = medianMilliseconds(() => org.query.query(soqlText(0), options), RUNS, RUNS);
  const baseline = { title: `running it for ${ROWS} rows`, value: execution };
  return [
    { title: 'first query of a process', value: first, unit: 'ms', baseline },
    { title: 'query with a new text', value: median(newTexts.slice(TEXTS)), unit: 'ms', baseline },
    { title: 'query with a known text', value: knownText, unit: 'ms', baseline },
  ];
}

function fill(org: LocalOrg): void {
  const type = org.schema().find('Opportunity');
  if (!type) throw new Error('The new org has no opportunities');
  const ids = org.store.newIds(type, ROWS);
  org.store.insert(
    type,
    ids.map((Id, i) => ({
      Id,
      Name: `Deal ${i}`,
      StageName: 'Prospecting',
      Amount: i + 1,
      CloseDate: '2026-05-01',
      IsDeleted: false,
    })),
  );
}
