import { sectionLabel } from 'c/battlecardSections';

describe('sectionLabel', () => {
  it('is the label of a part, and the title itself of an unknown one', () => {
    expect(sectionLabel('Pricing')).toBe('c.Battlecard_Pricing');
    expect(sectionLabel('Gossip')).toBe('Gossip');
    expect(sectionLabel(null)).toBe('');
  });
});
