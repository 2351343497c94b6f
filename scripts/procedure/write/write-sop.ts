import { fieldLabel } from '../metadata/fields';
import type { Flow } from '../metadata/flows';
import type { RuleMoment, ValidationRule } from '../metadata/validation-rules';
import type { Procedure } from '../procedure';
import { count, either, page, points, table } from './markdown';
import { readableMessage, withoutMoment } from './message';
import { writeReviews } from './write-reviews';
import { writeStage } from './write-stage';

/** The written procedure: docs/sop.md. */
export function writeSop(procedure: Procedure): string {
  return page([
    '# Standard operating procedure for opportunities',
    'Written from the metadata that the org executes, by `npm run procedure`: change the metadata, not this page. Messages are quoted as people see them.',
    ...overview(procedure),
    ...roles(procedure),
    ...creation(procedure),
    '## The stages',
    ...procedure.stages.flatMap((stage) => writeStage(stage, procedure)),
    ...moving(procedure),
    ...items(procedure),
    ...writeReviews(procedure),
    ...closing(procedure),
    ...everySave(procedure),
    ...hygiene(procedure),
    ...daily(procedure),
    ...exceptions(procedure),
  ]);
}

function overview({ stages, gates }: Procedure): readonly string[] {
  return [
    '## At a glance',
    table(
      ['stage', 'probability', 'band', 'forecast category', 'norm', 'items'],
      stages.map(({ name, probability, forecastCategory, normDays }) => [
        name,
        `${probability.usual} %`,
        `${probability.from} to ${probability.to} %`,
        forecastCategory,
        count(normDays, 'days'),
        gates
          .filter(({ stage }) => stage === name)
          .map(({ label, required }) => (required ? label : `${label} (recommended)`))
          .join('; '),
      ]),
    ),
  ];
}

function roles({ personas }: Procedure): readonly string[] {
  return [
    '## Who does what',
    table(
      ['role', 'does', 'special permissions'],
      personas.map(({ label, description, permissions }) => [
        label,
        description,
        permissions.map((permission) => permission.label).join(', '),
      ]),
    ),
  ];
}

function creation(procedure: Procedure): readonly string[] {
  const { actions, flows, fields } = procedure;
  const buttons = actions
    .filter(({ creates }) => creates === 'Opportunity')
    .map(({ label, object, requiredFields, sets }) => {
      const needed = requiredFields.map((field) => fieldLabel(field, fields));
      const stage = sets.get('StageName');
      const start = stage === undefined ? '' : ` Starts in ${stage}.`;
      return `By hand: **${label}** on the page of an ${object.toLowerCase()}, with ${either(needed, 'and')}.${start}`;
    });
  const leads = flows
    .filter(({ object }) => object === 'Lead')
    .map(({ description }) => `From a lead: ${withoutMoment(description)}`);
  const key = fields.get('External_Id__c')?.description ?? '';
  return [
    '## Creating an opportunity',
    points([...buttons, ...leads, key === '' ? '' : `By a system, with an external id: ${key}`]),
    ruleTable(procedure, 'creation'),
  ];
}

function moving(procedure: Procedure): readonly string[] {
  const checks = procedure.flows.filter(
    ({ object, refusals }) => object === 'Opportunity' && refusals.length > 0,
  );
  return [
    '## Moving between stages',
    ...checks.map(({ description }) => withoutMoment(description)),
    table(
      ['rule', 'message when broken'],
      [
        ...ofMoment(procedure, 'move').map(ruleRow),
        ...checks.flatMap((flow) => flow.refusals.map((message) => [flow.label, readableMessage(message)])),
      ],
    ),
  ];
}

function items(procedure: Procedure): readonly string[] {
  const handling = procedure.flows.filter(concernsItems);
  const checks = handling.filter(({ object }) => object === 'Stage_Gate_Item__c');
  const buttons = procedure.actions
    .filter(({ object }) => object === 'Stage_Gate_Item__c')
    .map(({ label }) => `**${label}**`);
  return [
    '## Items and waivers',
    points([
      ...handling.map(({ description }) => withoutMoment(description)),
      buttons.length === 0 ? '' : `Buttons of an item: ${either(buttons, 'and')}.`,
    ]),
    table(
      ['rule', 'message when broken'],
      [
        ...procedure.itemRules.map(ruleRow),
        ...checks.flatMap((flow) => flow.refusals.map((message) => [flow.label, readableMessage(message)])),
      ],
    ),
  ];
}

const ITEMS = ['Stage_Gate_Item__c', 'Stage_Gate__mdt'];

/** Flows of items, but for the one that judges moves, those that run daily and those that only notify. */
function concernsItems({ object, reads, updates, sends, dailyAt, refusals }: Flow): boolean {
  const near = ITEMS.some((name) => object === name || reads.has(name) || updates.has(name));
  const judgesMoves = object === 'Opportunity' && refusals.length > 0;
  return near && !judgesMoves && dailyAt === undefined && sends.length === 0;
}

function closing(procedure: Procedure): readonly string[] {
  const after = procedure.rules.filter(({ moment }) => moment === 'closed');
  const holders = [...procedure.permissions.values()].filter(({ name }) =>
    after.some(({ conditions }) =>
      conditions.some((condition) => condition === `NOT($Permission.${name})` && !name.startsWith('Bypass')),
    ),
  );
  return [
    '## Closing',
    ruleTable(procedure, 'closing', 'closed'),
    ...holders.map(({ label, description }) => `${label}: ${description}`),
  ];
}

function everySave(procedure: Procedure): readonly string[] {
  return ['## Whenever an opportunity is saved', ruleTable(procedure, 'any save')];
}

function hygiene({ hygiene: rules, flows }: Procedure): readonly string[] {
  const jobs = flows.filter(({ reads }) => reads.has('Hygiene_Policy__mdt'));
  return [
    '## Keeping deals up to date',
    ...jobs.map(({ description }) => description),
    table(
      ['flag', 'stands when', 'threshold', 'what to do'],
      rules.map(({ label, condition, threshold, unit, advice }) => [
        label,
        condition,
        count(threshold, unit),
        advice,
      ]),
    ),
  ];
}

function daily({ flows }: Procedure): readonly string[] {
  const jobs = flows
    .filter(({ dailyAt }) => dailyAt !== undefined)
    .map(({ dailyAt = '', label, description }) => [dailyAt, label, withoutMoment(description)])
    .sort(([a = ''], [b = '']) => a.localeCompare(b));
  return ['## Every day', table(['time', 'job', 'does'], jobs)];
}

function exceptions({ permissions, personas }: Procedure): readonly string[] {
  return [
    '## Special permissions',
    table(
      ['permission', 'does', 'given to'],
      [...permissions.values()].map(({ name, label, description }) => [
        label,
        description,
        personas
          .filter((persona) => persona.permissions.some((permission) => permission.name === name))
          .map((persona) => persona.label)
          .join(', '),
      ]),
    ),
  ];
}

function ofMoment({ rules }: Procedure, ...moments: readonly RuleMoment[]): readonly ValidationRule[] {
  return rules.filter(({ moment }) => moments.includes(moment));
}

function ruleTable(procedure: Procedure, ...moments: readonly RuleMoment[]): string {
  return table(['rule', 'message when broken'], ofMoment(procedure, ...moments).map(ruleRow));
}

function ruleRow({ description, message }: ValidationRule): readonly string[] {
  return [description, message];
}
