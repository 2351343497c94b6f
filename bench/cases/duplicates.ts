import type { BenchCase, Measured } from '../bench-case';
import type { OrgClient } from '../org-client';

/** Accounts there are when a figure is taken. */
const SIZES = [1_000, 20_000] as const;
/** Accounts inserted for a figure. */
const INSERTED = 1_000;
const COLLECTION_SIZE = 200;
const CITIES = ['Boston', 'Chicago', 'Denver', 'Houston', 'Seattle'];
/** More than this means that a save looks at more accounts the more there are. */
const MOST_GROWTH = 1.5;

/** Inserts under an active fuzzy duplicate rule: the time must not grow with the table. */
export const duplicates: BenchCase = {
  name: 'duplicates',
  description: `${INSERTED} accounts under a fuzzy duplicate rule, with ${SIZES.join(' and ')} accounts there`,
  run: (workspace) =>
    workspace.withSolutionOrg(async ({ client }) => {
      await demandActiveRule(client);
      let present = await countAccounts(client);
      const figures: Measured[] = [];
      for (const size of SIZES) {
        await insertAccounts(client, present, Math.max(0, size - present));
        present = Math.max(present, size);
        const startedAt = performance.now();
        await insertAccounts(client, present, INSERTED);
        const milliseconds = performance.now() - startedAt;
        present += INSERTED;
        figures.push(figureOf(size, milliseconds, figures[0]));
      }
      return figures;
    }),
};

function figureOf(size: number, value: number, first: Measured | undefined): Measured {
  return {
    title: `${INSERTED.toLocaleString('en-US')} accounts, ${size.toLocaleString('en-US')} there`,
    value,
    unit: 'ms',
    ...(first && {
      baseline: { title: first.title, value: first.value },
      target: { of: 'ratio', atMost: MOST_GROWTH },
    }),
  };
}

async function countAccounts(client: OrgClient): Promise<number> {
  const [row] = await client.query<{ n: number }>('SELECT COUNT(Id) n FROM Account');
  return row?.n ?? 0;
}

/** @throws Error when a near-duplicate is saved, so that nothing would be measured */
async function demandActiveRule(client: OrgClient): Promise<void> {
  const account = { Name: 'Rule Check Works', BillingCity: 'Boston', BillingState: 'MA' };
  await client.request('POST', '/sobjects/Account', account);
  const second = client.request('POST', '/sobjects/Account', { ...account, Name: 'Rule Check Works Inc.' });
  await second.then(
    () => {
      throw new Error('A near-duplicate was saved: no duplicate rule is active');
    },
    (error: unknown) => {
      if (!String(error).includes('DUPLICATES_DETECTED')) throw error;
    },
  );
}

async function insertAccounts(client: OrgClient, from: number, count: number): Promise<void> {
  for (let start = from; start < from + count; start += COLLECTION_SIZE) {
    const size = Math.min(COLLECTION_SIZE, from + count - start);
    const records = Array.from({ length: size }, (_, i) => accountOf(start + i));
    const answers = await client.request<{ success: boolean }[]>('POST', '/composite/sobjects', {
      allOrNone: false,
      records,
    });
    const refused = answers.find(({ success }) => !success);
    if (refused) throw new Error(`An account was refused: ${JSON.stringify(refused)}`);
  }
}

/** An account that is no duplicate of another; every field of the standard rule is filled. */
function accountOf(number: number): object {
  const name = letters(number * 7_919 + 13);
  return {
    attributes: { type: 'Account' },
    Name: `${name} ${letters(number * 104_729 + 5)} Works`,
    BillingStreet: `${number} ${letters(number * 31)} Street`,
    BillingCity: CITIES[number % CITIES.length],
    BillingState: 'MA',
    BillingPostalCode: String(10_000 + (number % 89_999)),
    Phone: `${200 + (number % 799)}555${String(number).padStart(4, '0').slice(-4)}${number}`,
    Website: `https://${name}.example`,
  };
}

/** A number as six letters that differ in all places between neighbours. */
function letters(value: number): string {
  let rest = (value * 2_654_435_761) % 308_915_776;
  let text = '';
  for (let i = 0; i < 6; i++) {
    text += String.fromCharCode('a'.charCodeAt(0) + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return text;
}
