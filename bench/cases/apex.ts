import { createDetachedEngine, detachedUser } from '../../local-org/src/apex';
import { APEX_WORKLOAD, typescriptWorkload } from '../apex-workload';
import type { BenchCase } from '../bench-case';
import { medianMilliseconds } from '../median';

const ROUNDS = 20_000;
const RUNS = 7;
const MOST_TIMES = 3;

/** A loop over collections, texts and decimals in Apex, against the same in TypeScript. */
export const apex: BenchCase = {
  name: 'apex',
  description: `${ROUNDS} orders priced and grouped by Apex`,
  run: () => {
    const compiled = apexWorkload();
    const expected = typescriptWorkload(ROUNDS);
    const result = compiled(ROUNDS);
    if (result !== expected) throw new Error(`Apex answers ${result}, TypeScript ${expected}`);
    const inApex = medianMilliseconds(() => compiled(ROUNDS), RUNS);
    const inTypeScript = medianMilliseconds(() => typescriptWorkload(ROUNDS), RUNS);
    return Promise.resolve([
      {
        title: `${ROUNDS.toLocaleString('en-US')} orders priced and grouped`,
        value: inApex,
        unit: 'ms',
        baseline: { title: 'the same in TypeScript', value: inTypeScript },
        target: { of: 'ratio', atMost: MOST_TIMES },
      },
    ]);
  },
};

/** The Apex method, each call in a transaction of its own. */
function apexWorkload(): (rounds: number) => unknown {
  const engine = createDetachedEngine([{ kind: 'class', name: 'Workload', body: APEX_WORKLOAD }]);
  return (rounds) =>
    engine.transaction({ kind: 'batch', user: detachedUser }, () =>
      engine.callStatic('Workload', 'm_run$Integer', [rounds]),
    );
}
