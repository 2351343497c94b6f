import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readIntelligenceFile } from './intelligence-file';
import { toLinkRecord, toReportRecord } from './to-records';

const folder = mkdtempSync(join(tmpdir(), 'intelligence-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: unknown): string {
  const path = join(folder, 'reports.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const REPORT = {
  externalId: 'MI-1',
  kind: 'Competitor',
  headline: 'News',
  source: { name: 'Ledger' },
  links: [],
};

describe('readIntelligenceFile', () => {
  it('reads the sample of the project without a fault', () => {
    const file = readIntelligenceFile(resolve(__dirname, '../../data/intelligence/sample-intelligence.json'));
    expect(file.invalid).toEqual([]);
    expect(file.reports.length).toBeGreaterThan(50);
  });

  it.each([
    ['an unknown kind', { ...REPORT, kind: 'Gossip' }, 'kind'],
    ['no headline', { ...REPORT, headline: '' }, 'headline'],
    ['a confidence above 100', { ...REPORT, confidence: 101 }, 'confidence'],
    ['an unknown key', { ...REPORT, titel: 'x' }, 'titel'],
    ['a link to nothing', { ...REPORT, links: [{ externalId: 'L' }] }, 'either an account or an opportunity'],
    [
      'a link to both',
      { ...REPORT, links: [{ externalId: 'L', account: 'A', opportunity: 'O' }] },
      'either an account',
    ],
  ])('sets a report with %s aside and keeps the others', (_, report, text) => {
    const file = readIntelligenceFile(written({ reports: [{ ...REPORT, externalId: 'MI-0' }, report] }));
    expect(file.reports.map(({ externalId }) => externalId)).toEqual(['MI-0']);
    expect(file.invalid).toEqual([{ key: 'MI-1', message: expect.stringContaining(text) as string }]);
  });

  it('takes the first of two reports with the same key', () => {
    const file = readIntelligenceFile(written([REPORT, { ...REPORT, headline: 'Other' }]));
    expect(file.reports.map(({ headline }) => headline)).toEqual(['News']);
    expect(file.invalid).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{', 'INTELLIGENCE_INVALID'],
    ['no list', { items: [] }, 'INTELLIGENCE_INVALID'],
  ])('refuses a file with %s', (_, content, code) => {
    expect(() => readIntelligenceFile(written(content))).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a file that is not there', () => {
    expect(() => readIntelligenceFile(join(folder, 'none.json'))).toThrow(
      expect.objectContaining({ code: 'INTELLIGENCE_MISSING' }),
    );
  });
});

describe('records of a report', () => {
  const link = {
    externalId: 'MI-1:OPP-1',
    opportunity: 'OPP-1',
    confidence: 80,
    reason: 'named',
    status: 'Confirmed' as const,
  };
  const { reports } = readIntelligenceFile(
    written([{ ...REPORT, headline: 'x'.repeat(90), competitor: 'COMP-1', links: [link] }]),
  );
  const [report] = reports;

  it('toReportRecord: shortens the name, links the competitor by key, leaves out what is not said', () => {
    expect(report && toReportRecord(report)).toEqual({
      External_Id__c: 'MI-1',
      Name: `${'x'.repeat(79)}…`,
      Kind__c: 'Competitor',
      Headline__c: 'x'.repeat(90),
      Source_Name__c: 'Ledger',
      Source_System__c: 'Market Intelligence',
      Competitor__r: { External_Id__c: 'COMP-1' },
    });
  });

  it('toLinkRecord: links report and opportunity by key', () => {
    expect(report && toLinkRecord(report, link)).toEqual({
      External_Id__c: 'MI-1:OPP-1',
      Report__r: { External_Id__c: 'MI-1' },
      Opportunity__r: { External_Id__c: 'OPP-1' },
      Confidence__c: 80,
      Reason__c: 'named',
      Status__c: 'Confirmed',
    });
  });
});
