/** Where every new deal starts, with the usual probability of the stage. */
const STAGE = 'Qualification';
const PROBABILITY = '10';
const DAY_MS = 86_400_000;
const COLUMNS = [
  'Name',
  'StageName',
  'CloseDate',
  'Amount',
  'Probability',
  'AccountId',
  'NextStep',
  'Description',
];

/** An open deal that every rule of the solution accepts. */
export type Deal = Readonly<Record<string, string>>;

/** Deals of the given accounts. They are the same at each run, but for the date they are counted from. */
export function makeDeals(count: number, accountIds: readonly string[], label: string): Deal[] {
  const today = Date.now();
  return Array.from({ length: count }, (_, i) => ({
    Name: `${label} deal ${i}`,
    StageName: STAGE,
    CloseDate: new Date(today + (30 + (i % 300)) * DAY_MS).toISOString().slice(0, 10),
    Amount: `${1000 + i}.5`,
    Probability: PROBABILITY,
    AccountId: accountIds[i % accountIds.length] ?? '',
    NextStep: `Call "${i}", then send the offer`,
    Description: `Measured deal ${i} of ${label}`,
  }));
}

/** Deals as a Bulk API file. */
export function dealsCsv(deals: readonly Deal[]): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = deals.map((deal) => COLUMNS.map((column) => quoted(deal[column] ?? '')).join(','));
  return `${COLUMNS.join(',')}\n${rows.join('\n')}\n`;
}
