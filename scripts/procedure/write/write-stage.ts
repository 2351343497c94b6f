import { fieldLabel } from '../metadata/fields';
import { operandsOf } from '../metadata/formula-operands';
import type { Gate } from '../metadata/gates';
import type { Stage } from '../metadata/stages';
import type { Procedure } from '../procedure';
import { count, either, points, table } from './markdown';
import { readableMessage } from './message';
import { movesOf } from './moves';

/** One stage: purpose, facts, items and the messages that hold a deal in it. */
export function writeStage(stage: Stage, procedure: Procedure): readonly string[] {
  const gates = procedure.gates.filter((gate) => gate.stage === stage.name);
  return [
    `### ${stage.name}`,
    stage.guidance,
    points(facts(stage, procedure)),
    ...(gates.length === 0 ? [] : [gateTable(gates, procedure), ...gateMessages(stage, procedure)]),
    ...(stage.closed ? closingMessages(stage, procedure) : []),
  ];
}

function facts(stage: Stage, procedure: Procedure): readonly string[] {
  const { usual, from, to } = stage.probability;
  const moves = movesOf(stage, procedure);
  const starting = procedure.thresholds.filter(({ fromStage }) => fromStage === stage.name);
  return [
    `Entered from: ${either(moves.from) || 'new opportunities start here'}.`,
    from === to
      ? `Probability: ${usual} %. Forecast category: ${stage.forecastCategory}.`
      : `Probability: ${usual} %; with a reason from ${from} to ${to} %. Forecast category: ${stage.forecastCategory}.`,
    stage.normDays === undefined ? '' : `Norm: ${count(stage.normDays, 'days')}.`,
    stage.keyFields.length === 0
      ? ''
      : `Look at: ${stage.keyFields.map((field) => fieldLabel(field, procedure.fields)).join(', ')}.`,
    moves.forward.length === 0 ? '' : `Next: ${either(moves.forward)}, when no required item is open.`,
    moves.always.length === 0 ? '' : `At any time: ${either(moves.always)}.`,
    moves.back.length === 0 ? '' : `Back, with a reason: ${either(moves.back)}.`,
    starting.length === 0
      ? ''
      : `Review thresholds apply from here on: ${starting.map(({ label }) => label).join(', ')}.`,
  ];
}

/** What completes an item, by the kind of its gate. */
const COMPLETED_BY: Readonly<Record<string, (gate: Gate, procedure: Procedure) => string>> = {
  Field: ({ field }, { fields }) => `filling in ${fieldLabel(field, fields)}`,
  Activity: ({ activity }) => `completing the task (${activity.type}) "${activity.subject}"`,
  'Contact Role': ({ contactRole }) => `adding a contact with the role ${contactRole}`,
  Review: () => 'an approved review, or none needed',
  Manual: () => 'setting the item to Done',
};

function gateTable(gates: readonly Gate[], procedure: Procedure): string {
  return table(
    ['item', 'criterion', 'needed', 'completed by', 'due after', 'may be waived by'],
    gates.map((gate) => [
      gate.label,
      `${gate.criterion} ${gate.guidance}`.trim(),
      gate.required ? 'required' : 'recommended',
      COMPLETED_BY[gate.kind]?.(gate, procedure) ?? gate.kind,
      count(gate.dueDays, 'days'),
      waiver(gate, procedure),
    ]),
  );
}

const WORDS_FOR_WAIVERS = 'Who_May_Waive';

/** Who may waive, in the words that the flow of items uses in its refusal; the last words are for all others. */
function waiver({ waivedBy, waiverDays }: Gate, { flows }: Procedure): string {
  const formula = flows.flatMap(({ formulas }) => formulas.get(WORDS_FOR_WAIVERS) ?? [])[0] ?? '';
  const words = operandsOf('CASE', formula).map((operand) => operand.replace(/^"|"$/g, ''));
  const place = words.indexOf(waivedBy);
  if (place < 0) return words.at(-1) ?? '';
  const who = words[place + 1] ?? '';
  return waiverDays === undefined ? who : `${who}, for ${count(waiverDays, 'days')} at most`;
}

/** What people read who try to move on too early: the refusals that name the stage. */
function gateMessages(stage: Stage, procedure: Procedure): readonly string[] {
  const messages = refusals(procedure)
    .filter(namesStage)
    .map((message) => readableMessage(message, { StageName: stage.name }));
  return messages.length === 0 ? [] : ['Moving on too early is refused:', quotes(messages)];
}

/** What people read who close a deal as this stage and leave something out. */
function closingMessages(stage: Stage, procedure: Procedure): readonly string[] {
  const rules = procedure.rules
    .filter(({ moment, conditions }) => moment === 'closing' && conditions.every((one) => holds(one, stage)))
    .map(({ message }) => message);
  const ofFlows = stage.won ? refusals(procedure).filter((message) => !namesStage(message)) : [];
  const messages = [...rules, ...ofFlows.map((message) => readableMessage(message))];
  return messages.length === 0 ? [] : ['What is missing is named:', quotes(messages)];
}

/** Whether a condition about the stage can hold in it; other conditions always can. */
function holds(condition: string, stage: Stage): boolean {
  const [, named] = /^ISPICKVAL\(StageName, "([^"]+)"\)$/.exec(condition) ?? [];
  return (named === undefined || named === stage.name) && (condition !== 'IsWon' || stage.won);
}

/** Texts with which flows of the opportunity refuse a move. Those that name no stage are about winning. */
function refusals({ flows }: Procedure): readonly string[] {
  return flows.filter(({ object }) => object === 'Opportunity').flatMap(({ refusals: texts }) => texts);
}

function namesStage(message: string): boolean {
  return message.includes('.StageName}');
}

function quotes(messages: readonly string[]): string {
  return messages.map((message) => `> ${message}`).join('\n>\n');
}
