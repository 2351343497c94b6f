/** A product of the sample price list. */
export interface Product {
  readonly name: string;
  readonly series: string;
  /** Price before discount. */
  readonly price: number;
}

export const PRODUCTS: readonly Product[] = [
  { name: 'Sentry S1', series: 'Sentry', price: 480 },
  { name: 'Sentry S2 Pro', series: 'Sentry', price: 1950 },
  { name: 'Gateway G4', series: 'Gateway', price: 3200 },
  { name: 'Gateway G4 Plus', series: 'Gateway', price: 5400 },
  { name: 'Insight Cloud', series: 'Insight', price: 9800 },
  { name: 'Insight Cloud Premium', series: 'Insight', price: 26500 },
  { name: 'Field Kit', series: 'Service', price: 690 },
  { name: 'Care Plan', series: 'Service', price: 1400 },
];

/** Spellings that stand in the list for a product: [as written, product]. */
export const MISSPELT_PRODUCTS: readonly (readonly [written: string, product: string])[] = [
  ['Sentry S2Pro', 'Sentry S2 Pro'],
  ['Gateway G 4', 'Gateway G4'],
  ['Gateway G4+', 'Gateway G4 Plus'],
  ['insight cloud', 'Insight Cloud'],
  ['Insight Cloud Premum', 'Insight Cloud Premium'],
];

/** A seller of the sample list. */
export interface Seller {
  readonly name: string;
  readonly manager: string;
  readonly office: 'Central' | 'East' | 'West';
}

const TEAMS: readonly (readonly [manager: string, office: Seller['office'], sellers: readonly string[]])[] = [
  ['Dana Whitlock', 'Central', ['Amara Okafor', 'Ben Castellan', 'Carla Nyström', 'Dmitri Volkov']],
  ['Rafael Montero', 'East', ['Elin Sørby', 'Farid Haddad', 'Grace Tanaka', 'Hugo Lindqvist']],
  ['Sunita Rao', 'West', ['Imani Brooks', 'Jonas Keller', 'Kara Petrov', "Liam O'Dwyer"]],
];

export const SELLERS: readonly Seller[] = TEAMS.flatMap(([manager, office, sellers]) =>
  sellers.map((name) => ({ name, manager, office })),
);

/** A seller who left: named by old deals, missing from the team sheet. */
export const FORMER_SELLER = 'Pat Ellery';

/** Address of a person of our own company: `Liam O'Dwyer` -> `liam.odwyer@opportunity-hub.example`. */
export function emailOfSeller(name: string): string {
  return `${plainWords(name).join('.')}@opportunity-hub.example`;
}

/** Words of a name in plain small letters: `Elin Sørby` -> `elin`, `sorby`. */
export function plainWords(name: string): string[] {
  const plain = name
    .replace(/ø/g, 'o')
    .replace(/'/g, '')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '');
  return plain.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** The words the list uses for a stage, the first being the usual one: [stage in Salesforce, words]. */
export const STAGE_WORDS = {
  Qualification: ['Prospecting', 'prospecting', 'Qualifying'],
  'Needs Analysis': ['Engaging', 'Engaging ', 'Discovery'],
  'Value Proposition': ['Demo', 'Demo done'],
  'Proposal/Price Quote': ['Proposal', 'Quote sent'],
  'Negotiation/Review': ['Neg.', 'Negotiation'],
  'Closed Won': ['Won', 'WON', 'Closed won'],
  'Closed Lost': ['Lost', 'lost', 'Closed Lost'],
} as const;

/** A stage of the sales process. */
export type Stage = keyof typeof STAGE_WORDS;

/** Probability of each stage in percent, as the sales process sets it. */
export const STAGE_PROBABILITY: Readonly<Record<Stage, number>> = {
  Qualification: 10,
  'Needs Analysis': 20,
  'Value Proposition': 40,
  'Proposal/Price Quote': 60,
  'Negotiation/Review': 80,
  'Closed Won': 100,
  'Closed Lost': 0,
};
