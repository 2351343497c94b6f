import { temporaryFolder } from '../testing/run-folder';
import { Deals } from './testing/deals';
import type { Person } from './testing/people';
import { ProcedureOrg, type Fields } from './testing/procedure-org';
import table from './stage-transitions.json';

type Gate = keyof typeof table.cells;
type Stage = keyof (typeof table.cells)[Gate];
interface Case {
  readonly gate: Gate;
  readonly from: Stage;
  readonly to: Stage;
}

/** Every pair of stages under every state of the gate, in the order of the table. */
const CASES: readonly Case[] = keys(table.cells).flatMap((gate) =>
  keys(table.cells[gate]).flatMap((from) => keys(table.cells[gate][from]).map((to) => ({ gate, from, to }))),
);
/** What closing asks for, so that nothing but the move itself is refused. */
const CLOSING: Fields = { Win_Loss_Reason__c: 'No Decision' };

const folder = temporaryFolder();
let ids: readonly string[];
let answers: ReadonlyMap<Case, readonly string[]>;
let hub: ProcedureOrg;
let before: ReadonlySet<string>;
beforeAll(async () => {
  hub = await ProcedureOrg.start(folder);
  const deals = await Deals.prepare(hub);
  ids = await deals.load(CASES.map(({ from }) => ({ ...CLOSING, StageName: from })));
  for (const gate of keys(table.gates)) await prepareGate(deals, gate);
  before = new Set((await readTransitions()).map(({ Id }) => Id));
  const moves = CASES.map(({ to }, index) => ({ Id: ids[index], StageName: to }));
  const results = await hub.update('rep', 'Opportunity', moves);
  answers = new Map(CASES.map((each, index) => [each, results[index] ?? ['no answer']]));
}, 300_000);

describe.each(keys(table.cells))('a rep moves a deal whose gate is %s', (gate) => {
  it.each(keys(table.cells[gate]))('from %s', (from) => {
    const row = CASES.filter((each) => each.gate === gate && each.from === from);
    const expected: Readonly<Record<string, string>> = table.cells[gate][from];
    const messages: Readonly<Record<string, readonly string[]>> = table.messages;
    expect(Object.fromEntries(row.map((each) => [each.to, answers.get(each)]))).toEqual(
      Object.fromEntries(row.map(({ to }) => [to, messages[expected[to] ?? '']])),
    );
  });
});

it('saves the moves that it allows, and no other', async () => {
  const rows = await hub.query<{ Id: string; StageName: string }>('SELECT Id, StageName FROM Opportunity');
  const stages = new Map(rows.map(({ Id, StageName }) => [Id, StageName]));
  expect(ids.map((id) => stages.get(id))).toEqual(
    CASES.map((each) => (answers.get(each)?.length === 0 ? each.to : each.from)),
  );
});

it('keeps a row of every move that it allows', async () => {
  const rows = (await readTransitions()).filter(({ Id }) => !before.has(Id));
  const moved = CASES.flatMap(({ from, to }, index) =>
    from !== to && answers.get(CASES[index] as Case)?.length === 0 ? [[ids[index], from, to]] : [],
  );
  const kept = rows.map((row) => [row.Opportunity__c, row.From_Stage__c, row.To_Stage__c]);
  expect(kept.sort()).toEqual(moved.sort());
});

interface Transition extends Fields {
  readonly Id: string;
  readonly Opportunity__c: string;
  readonly From_Stage__c: string;
  readonly To_Stage__c: string;
}

function readTransitions(): Promise<Transition[]> {
  return hub.query('SELECT Id, Opportunity__c, From_Stage__c, To_Stage__c FROM Stage_Transition__c');
}

/** Brings the deals of the cases with that gate into its state. */
async function prepareGate(deals: Deals, gate: Gate): Promise<void> {
  const { amount, items, review, by } = table.gates[gate];
  const withGate = ids.filter((_id, index) => CASES[index]?.gate === gate);
  if (review !== null) {
    const open = withGate.filter((id) => !CASES[ids.indexOf(id)]?.from.startsWith('Closed'));
    await hub.update(
      'rep',
      'Opportunity',
      open.map((Id) => ({ Id, Amount: amount })),
    );
    await deals.review(open, review);
  }
  await deals.setItems(person(by), withGate, items);
  // A rejection has taken the deal a stage back: the rep brings it forward again.
  const back = withGate.map((Id) => ({ Id, StageName: CASES[ids.indexOf(Id)]?.from }));
  if (review !== 'Reject') return;
  await hub.update('rep', 'Opportunity', back);
  await deals.setItems(person(by), withGate, items);
}

function person(name: string): Person {
  if (name !== 'executive' && name !== 'integration') throw new Error(name);
  return name;
}

function keys<K extends string>(object: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(object) as K[];
}
