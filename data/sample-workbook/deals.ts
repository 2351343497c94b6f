import type { Company } from './companies';
import { COMPANIES } from './companies';
import type { Product, Stage } from './catalogue';
import { PRODUCTS, SELLERS, STAGE_PROBABILITY } from './catalogue';
import type { Person } from './contacts';
import type { SeededRandom } from './random';

/** A deal as it is in truth, before the list spoils it. */
export interface Deal {
  /** `OH-1001` */
  id: string;
  seller: string;
  product: Product;
  company: Company;
  stage: Stage;
  /** UTC midnight; null where nobody noted it. */
  engagedOn: Date | null;
  closeOn: Date | null;
  /** Whole units of the currency; null where nobody noted it. */
  value: number | null;
  /** Percent; null where nobody noted it. */
  probability: number | null;
  nextStep: string | null;
  contact: Person | null;
  comment: string | null;
}

/** The day on which the sample list was last kept. */
export const STATUS_DATE = new Date(Date.UTC(2026, 10, 13));

const DAY_MS = 86_400_000;
const STAGE_WEIGHTS: readonly (readonly [Stage, number])[] = [
  ['Closed Won', 38],
  ['Closed Lost', 24],
  ['Needs Analysis', 14],
  ['Qualification', 8],
  ['Value Proposition', 5],
  ['Proposal/Price Quote', 6],
  ['Negotiation/Review', 5],
];
/** Stages whose deals have neither a close date nor a value in the list, as the list was kept. */
const UNDATED_STAGES: ReadonlySet<Stage> = new Set(['Qualification', 'Needs Analysis']);
const NEXT_STEPS = [
  'Send quote',
  'Call back',
  'Site visit',
  'Wait for budget',
  'Legal review',
  'Demo with plant team',
];
const COMMENTS = [
  'see mail',
  'price too high?',
  'has to go through HQ',
  'call after the summer',
  'ref. Müller',
  'wants 2 years',
];

/** The day so many days after `from`; negative for before. */
export function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY_MS);
}

/** Whether deals of the stage are closed. */
export function isClosed(stage: Stage): boolean {
  return stage === 'Closed Won' || stage === 'Closed Lost';
}

function inventValue(product: Product, stage: Stage, random: SeededRandom): number {
  if (stage === 'Closed Lost') return 0;
  const pieces = random.weighted([
    [1, 5],
    [2, 3],
    [5, 2],
    [12, 1],
  ] as const);
  return Math.max(50, Math.round((product.price * pieces * random.whole(80, 104)) / 1000) * 10);
}

/** Dates of a deal: closed before the status date, expected after it, or not noted. */
function inventDates(stage: Stage, random: SeededRandom): Pick<Deal, 'engagedOn' | 'closeOn'> {
  if (isClosed(stage)) {
    const closeOn = addDays(STATUS_DATE, -random.whole(3, 660));
    return { engagedOn: addDays(closeOn, -random.whole(5, 130)), closeOn };
  }
  const engagedOn = stage === 'Qualification' ? null : addDays(STATUS_DATE, -random.whole(1, 120));
  const closeOn = UNDATED_STAGES.has(stage) ? null : addDays(STATUS_DATE, random.whole(20, 190));
  return { engagedOn, closeOn };
}

/** Invents a deal of some company and product. `people` are those who may be its contact. */
export function inventDeal(id: string, people: readonly Person[], random: SeededRandom): Deal {
  const stage = random.weighted(STAGE_WEIGHTS);
  const company = random.pick(COMPANIES);
  const product = random.pick(PRODUCTS);
  const colleagues = people.filter((person) => person.company === company);
  const open = !isClosed(stage);
  return {
    id,
    seller: random.pick(SELLERS).name,
    product,
    company,
    stage,
    ...inventDates(stage, random),
    value: UNDATED_STAGES.has(stage) ? null : inventValue(product, stage, random),
    probability: random.next() < 0.7 ? STAGE_PROBABILITY[stage] : null,
    nextStep: open && random.next() < 0.6 ? random.pick(NEXT_STEPS) : null,
    contact: colleagues.length > 0 && random.next() < 0.4 ? random.pick(colleagues) : null,
    comment: random.next() < 0.12 ? random.pick(COMMENTS) : null,
  };
}

/** Invents a deal closed in 2024, as the hidden archive sheet holds them. */
export function inventArchivedDeal(id: string, random: SeededRandom): Deal {
  const stage = random.weighted([
    ['Closed Won', 3],
    ['Closed Lost', 2],
  ] as const);
  const product = random.pick(PRODUCTS);
  const closeOn = new Date(Date.UTC(2024, random.whole(0, 11), random.whole(1, 28)));
  return {
    id,
    seller: random.pick(SELLERS).name,
    product,
    company: random.pick(COMPANIES),
    stage,
    engagedOn: addDays(closeOn, -random.whole(5, 130)),
    closeOn,
    value: inventValue(product, stage, random),
    probability: null,
    nextStep: null,
    contact: null,
    comment: null,
  };
}
