import { STAGE_WORDS } from './catalogue';
import type { Deal } from './deals';
import type { SeededRandom } from './random';

/** What a cell may hold; null for an empty one. */
export type Cell = string | number | Date | null;

/** Columns of the Opportunities sheet, in their order. */
export const DEAL_COLUMNS = [
  'Opp ID',
  'Sales Agent',
  'Product',
  'Account',
  'Stage',
  'Engage Date',
  'Close Date',
  'Close Value',
  'Probability',
  'Next Step',
  'Contact',
  'Comments',
] as const;

/** One of the columns of the Opportunities sheet. */
export type DealColumn = (typeof DEAL_COLUMNS)[number];

/** A row of the Opportunities sheet: what its cells say, what is true, and what should become of it. */
export interface DealRow {
  readonly truth: Deal;
  readonly cells: Record<DealColumn, Cell>;
  /** Kinds of dirt put into the row. */
  readonly faults: string[];
  /** Why the row cannot be loaded; null when it can. */
  rejectedFor: string | null;
}

/** The row as a careful person would have written it, in the words of the list. */
export function cleanRow(truth: Deal, random: SeededRandom): DealRow {
  const words: readonly string[] = STAGE_WORDS[truth.stage];
  const word = random.next() < 0.8 ? (words[0] ?? truth.stage) : random.pick(words);
  const faults: string[] = word === words[0] ? [] : ['stage-synonym'];
  const contact = truth.contact;
  const contactName = contact === null ? null : `${contact.firstName} ${contact.lastName}`;
  return {
    truth,
    cells: {
      'Opp ID': truth.id,
      'Sales Agent': truth.seller,
      Product: truth.product.name,
      Account: truth.company.name,
      Stage: word,
      'Engage Date': truth.engagedOn,
      'Close Date': truth.closeOn,
      'Close Value': truth.value,
      Probability: truth.probability === null ? null : truth.probability / 100,
      'Next Step': truth.nextStep,
      Contact: random.next() < 0.8 ? contactName : (contact?.email ?? null),
      Comments: truth.comment,
    },
    faults,
    rejectedFor: null,
  };
}
