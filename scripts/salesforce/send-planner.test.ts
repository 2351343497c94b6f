import { planSend } from './send-planner';

describe('planSend', () => {
  it.each([
    [0, false, 'normal', 'collections', 0],
    [1, false, 'normal', 'single', 1],
    [2, false, 'normal', 'collections', 1],
    [200, false, 'normal', 'collections', 1],
    [201, false, 'normal', 'collections', 2],
    [1_999, false, 'normal', 'collections', 10],
    [2_000, false, 'normal', 'bulk', 8],
    [100_001, false, 'normal', 'bulk', 16],
    [1_599, false, 'warning', 'collections', 8],
    [1_600, false, 'warning', 'bulk', 8],
    [1, true, 'normal', 'graph', 1],
    [501, true, 'normal', 'graph', 2],
  ] as const)(
    '%i records (related: %s) at usage %s travel by %s in %i calls',
    (records, related, usage, way, calls) => {
      expect(planSend({ records, related, usage })).toEqual({ way, calls });
    },
  );
});
