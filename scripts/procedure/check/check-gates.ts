import type { Gate } from '../metadata/gates';
import type { Procedure } from '../procedure';

/** What a gate of a kind has to name. */
const NAMED_BY_KIND: Readonly<Record<string, (gate: Gate) => string>> = {
  Field: ({ field }) => field,
  Activity: ({ activity }) => activity.subject,
  'Contact Role': ({ contactRole }) => contactRole,
};
const FILLED_FIELDS = 'Filled_Fields';

/** Gates that no automation could ever meet, and gates of no stage. */
export function checkGates(procedure: Procedure): readonly string[] {
  const { gates, flows, itemRules, stages } = procedure;
  const formulas = flows.flatMap(({ formulas: all }) => all.get(FILLED_FIELDS) ?? []);
  const literals = new Set(flows.filter(handlesItems).flatMap((flow) => [...flow.literals]));
  const byHand = itemRules.flatMap(({ conditions }) => conditions).join('\n');
  const opened = flows.some(({ reads }) => reads.has('Stage_Gate__mdt'));
  const problems = gates.flatMap((gate) => {
    const named = NAMED_BY_KIND[gate.kind]?.(gate);
    return [
      ...(stages.some(({ name, closed }) => name === gate.stage && !closed) ? [] : ['is of no open stage']),
      ...(named === '' ? [`is of kind ${gate.kind} and does not say which`] : []),
      ...(literals.has(gate.kind) || byHand.includes(`"${gate.kind}"`)
        ? []
        : [`is of kind ${gate.kind}, which nothing completes`]),
      ...(gate.kind === 'Field' && !formulas.every((formula) => formula.includes(`"${gate.field};"`))
        ? [`asks for ${gate.field}, which ${FILLED_FIELDS} does not look at`]
        : []),
    ].map((problem) => `gate ${gate.name}: ${problem}`);
  });
  return [
    ...(opened ? [] : ['gates: no flow reads Stage_Gate__mdt']),
    ...(new Set(formulas).size > 1 ? [`gates: the flows' formulas ${FILLED_FIELDS} differ`] : []),
    ...problems,
  ];
}

function handlesItems({ object, reads }: { object: string; reads: ReadonlySet<string> }): boolean {
  return object === 'Stage_Gate_Item__c' || reads.has('Stage_Gate_Item__c') || reads.has('Stage_Gate__mdt');
}
