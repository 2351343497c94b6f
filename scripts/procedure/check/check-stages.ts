import type { Procedure } from '../procedure';

const PLACE_IN_ORDER = /"([^"]+)", (\d+)\b/g;
const POLICY_OF_STAGE = /"([^"]+)", \$CustomMetadata\.Stage_Policy__mdt\.(\w+)\./g;

/** What the policy of a stage, the value set, Path and the rules say differently. */
export function checkStages({ stages, stageNames, rules }: Procedure): readonly string[] {
  const known = new Map(stages.map((stage) => [stage.name, stage]));
  const conditions = rules.flatMap((rule) => rule.conditions.map((text) => ({ rule: rule.name, text })));
  const wrong = conditions.flatMap(({ rule, text }) => [
    ...[...text.matchAll(PLACE_IN_ORDER)]
      .filter(([, stage = '', order]) => known.get(stage)?.order !== Number(order))
      .map(([, stage, order]) => `rule ${rule}: ${stage} is not stage ${order}`),
    ...[...text.matchAll(POLICY_OF_STAGE)]
      .filter(([, stage = '', policy]) => known.get(stage)?.policy !== policy)
      .map(([, stage, policy]) => `rule ${rule}: ${policy} is not the policy of ${stage}`),
  ]);
  const read = new Set(
    conditions.flatMap(({ text }) => [...text.matchAll(POLICY_OF_STAGE)].map(([, s]) => s)),
  );
  return [
    ...stageNames.filter((name) => !known.has(name)).map((name) => `stage ${name}: no active Stage_Policy`),
    ...stages.flatMap((stage) => [
      ...(stage.pathGuidance === stage.guidance ? [] : [`stage ${stage.name}: Path and policy differ`]),
      ...(stage.valueSet.probability === stage.probability.usual
        ? []
        : [`stage ${stage.name}: probability of the value set and the policy differ`]),
      ...(stage.valueSet.forecastCategory === stage.forecastCategory
        ? []
        : [`stage ${stage.name}: forecast category of the value set and the policy differ`]),
      ...(read.has(stage.name) ? [] : [`stage ${stage.name}: no rule reads its policy`]),
    ]),
    ...new Set(wrong),
  ];
}
