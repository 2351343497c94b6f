import { procedureDocuments } from './documents';
import { smallProcedure } from './testing/small-package';

describe('procedureDocuments', () => {
  const [sop, notifications] = procedureDocuments(smallProcedure());

  it('writes stages with their moves, items and thresholds', () => {
    expect(sop?.file).toBe('docs/sop.md');
    for (const text of [
      '### First',
      '- Entered from: new opportunities start here.',
      '- Probability: 10 %; with a reason from 5 to 15 %. Forecast category: Best Case.',
      '- Next: Second, when no required item is open.',
      '- Back, with a reason: First.',
      'completing the task (Call) "Call"',
      'a manager, for 1 day at most',
      'Amount is 5,000 or more',
      'Do not skip.',
    ]) {
      expect(sop?.text).toContain(text);
    }
  });

  it('writes the catalogue with the flow that sends each event', () => {
    expect(notifications?.text).toMatch(/\| Moved +\|.*\| Email +\| sent +\| Mover \(`Mover`\) \|/);
  });
});
