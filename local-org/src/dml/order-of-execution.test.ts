import { DELETE_STAGES } from './delete/delete-stages';
import { PUBLISH_STAGES, SAVE_STAGES } from './order-of-execution';
import { STANDARD_BEHAVIOURS } from './standard-behaviour/registry';

/** Steps of the documented order that belong to a stage: commit (19) and what follows it are the transaction's. */
const DOCUMENTED_STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18];

describe('order of execution', () => {
  it('has a stage for every documented step, in order', () => {
    const steps = SAVE_STAGES.map((stage) => stage.step);
    expect([...new Set(steps)]).toEqual(DOCUMENTED_STEPS);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it.each([...SAVE_STAGES, ...DELETE_STAGES, ...PUBLISH_STAGES])(
    '$name: has a summary and a documentation page',
    (stage) => {
      expect(stage.summary).not.toBe('');
      expect(stage.documentation).toMatch(/^https:\/\/(developer|help)\.salesforce\.com\//);
    },
  );

  it('leaves assignment rules to roll-ups out of a recursive save', () => {
    const skipped = SAVE_STAGES.filter((stage) => !stage.runsInRecursiveSave).map((stage) => stage.step);
    expect(skipped).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it.each([...STANDARD_BEHAVIOURS])('$objectName: has a documentation page', ({ documentation }) => {
    expect(documentation).toMatch(/^https:\/\/developer\.salesforce\.com\//);
  });
});
