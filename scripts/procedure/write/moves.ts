import type { Stage } from '../metadata/stages';
import type { Procedure } from '../procedure';

/** Where a deal may go from a stage. */
export interface Moves {
  /** The next stage, once the gate is met. */
  readonly forward: readonly string[];
  /** Stages that are open to it at any time. */
  readonly always: readonly string[];
  /** Earlier stages, with a reason. */
  readonly back: readonly string[];
  /** Stages from which it is reached by the gate. */
  readonly from: readonly string[];
}

const EXEMPT = /^NOT\(ISPICKVAL\(StageName, "([^"]+)"\)\)$/;

/** The moves from a stage by the order of the stages and the exemptions of the rule that none is skipped. */
export function movesOf(stage: Stage, { stages, rules }: Procedure): Moves {
  const notSkipped = rules.find(({ name }) => name === 'Stage_Not_Skipped');
  const exempt = new Set(notSkipped?.conditions.flatMap((condition) => EXEMPT.exec(condition)?.[1] ?? []));
  const named = (fits: (other: Stage) => boolean): readonly string[] =>
    stages.filter((other) => other.name !== stage.name && fits(other)).map(({ name }) => name);
  if (stage.closed) {
    return {
      forward: [],
      always: [],
      back: [],
      from: named(({ closed, order }) => !closed && (exempt.has(stage.name) || order === stage.order - 1)),
    };
  }
  return {
    forward: named(({ name, order }) => order === stage.order + 1 && !exempt.has(name)),
    always: named(({ name }) => exempt.has(name)),
    back: named(({ order }) => order < stage.order),
    from: named(({ closed, order }) => !closed && order === stage.order - 1),
  };
}
