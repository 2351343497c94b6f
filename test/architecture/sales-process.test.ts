import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { ROOT } from './source-files';

const STAGES = [
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

interface Stage {
  readonly fullName: string;
  readonly probability: number;
  readonly forecastCategory: string;
  readonly closed?: boolean;
  readonly won?: boolean;
}

const parser = new XMLParser({
  isArray: (name) => ['standardValue', 'values', 'picklistValues'].includes(name),
});

function read<T>(path: string): T {
  return parser.parse(readFileSync(join(ROOT, 'force-app/main/default', path), 'utf8')) as T;
}

describe('the sales process', () => {
  const stages = read<{ StandardValueSet: { standardValue: Stage[] } }>(
    'standardValueSets/OpportunityStage.standardValueSet-meta.xml',
  ).StandardValueSet.standardValue;

  it('has the seven stages in order', () => {
    expect(stages.map(({ fullName }) => fullName)).toEqual(STAGES);
  });

  it('gives open stages a growing probability below 100, won ones 100, lost ones 0', () => {
    const open = stages.filter(({ closed }) => !closed).map(({ probability }) => probability);
    expect(open).toEqual([...new Set(open)].sort((a, b) => a - b));
    expect(Math.max(...open)).toBeLessThan(100);
    const closed = stages.filter((stage) => stage.closed).map(({ won, probability }) => [won, probability]);
    expect(closed).toEqual([
      [true, 100],
      [false, 0],
    ]);
  });

  it('gives open stages a forecast category that never falls', () => {
    const order = ['Omitted', 'Pipeline', 'BestCase', 'Forecast', 'Closed'];
    const ranks = stages
      .filter(({ closed }) => !closed)
      .map(({ forecastCategory }) => order.indexOf(forecastCategory));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks).not.toContain(-1);
  });

  it('offers every stage in its business process, and its record type uses that process', () => {
    const process = read<{ BusinessProcess: { values: { fullName: string }[] } }>(
      'objects/Opportunity/businessProcesses/Sales_Opportunity.businessProcess-meta.xml',
    ).BusinessProcess;
    const names = process.values.map(({ fullName }) => decodeURIComponent(fullName));
    expect([...names].sort()).toEqual([...STAGES].sort());
    const type = read<{ RecordType: { businessProcess: string } }>(
      'objects/Opportunity/recordTypes/Sales_Opportunity.recordType-meta.xml',
    ).RecordType;
    expect(type.businessProcess).toBe('Sales_Opportunity');
  });
});
