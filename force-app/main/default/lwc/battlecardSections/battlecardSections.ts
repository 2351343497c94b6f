import objectionsLabel from '@salesforce/label/c.Battlecard_Objections';
import pricingLabel from '@salesforce/label/c.Battlecard_Pricing';
import strengthsLabel from '@salesforce/label/c.Battlecard_Strengths';
import weaknessesLabel from '@salesforce/label/c.Battlecard_Weaknesses';
import whyWeWinLabel from '@salesforce/label/c.Battlecard_Why_We_Win';

/** Parts of a battle card: their name in Apex, and what people read. */
export const BATTLECARD_SECTIONS = [
  { value: 'Why We Win', label: whyWeWinLabel },
  { value: 'Strengths', label: strengthsLabel },
  { value: 'Weaknesses', label: weaknessesLabel },
  { value: 'Objections', label: objectionsLabel },
  { value: 'Pricing', label: pricingLabel },
] as const;

/** What people read as the title of a part. */
export function sectionLabel(title: string | null | undefined): string {
  return BATTLECARD_SECTIONS.find(({ value }) => value === title)?.label ?? title ?? '';
}
