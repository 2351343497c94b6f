import { MemoryOrg } from '../salesforce/testing/memory-org';
import type { IntelligenceFile, IntelligenceReport } from './intelligence-file';
import { pushReports } from './push';

const FIELDS = [
  'External_Id__c',
  'Name',
  'Kind__c',
  'Headline__c',
  'Source_Name__c',
  'Source_System__c',
  'Status__c',
  'Report__r',
  'Account__r',
];

const report = (externalId: string, headline = 'News'): IntelligenceReport => ({
  externalId,
  kind: 'Regulatory',
  headline,
  source: { name: 'Ledger' },
  links: [{ externalId: `${externalId}:A-1`, account: 'A-1', status: 'Suggested' }],
});
const FILE: IntelligenceFile = {
  reports: [report('MI-1'), report('MI-2')],
  invalid: [{ key: 'MI-3', message: 'no headline' }],
};

describe('pushReports', () => {
  it('sends reports and then links, and counts what was set aside', async () => {
    const org = new MemoryOrg(FIELDS);
    const result = await pushReports(org.asIntegration(), FILE);
    expect(org.upserts).toEqual(['Market_Intelligence_Report__c 2', 'Intelligence_Link__c 2']);
    expect(result).toMatchObject({ created: 4, rejected: 1, rejectedByReason: { INVALID_REPORT: 1 } });
    expect(org.records.get('Intelligence_Link__c')?.get('MI-1:A-1')).toMatchObject({
      Report__r: { External_Id__c: 'MI-1' },
      Account__r: { External_Id__c: 'A-1' },
    });
  });

  it('changes nothing the second time', async () => {
    const org = new MemoryOrg(FIELDS);
    await pushReports(org.asIntegration(), FILE);
    org.upserts.length = 0;
    expect(await pushReports(org.asIntegration(), FILE)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 4,
    });
    expect(org.upserts).toEqual([]);
  });

  it('leaves a link as a person decided', async () => {
    const org = new MemoryOrg(FIELDS);
    await pushReports(org.asIntegration(), FILE);
    const links = org.records.get('Intelligence_Link__c');
    links?.set('MI-1:A-1', { ...links.get('MI-1:A-1'), Status__c: 'Dismissed' });
    expect((await pushReports(org.asIntegration(), FILE)).links).toMatchObject({ updated: 0, unchanged: 2 });
    expect(links?.get('MI-1:A-1')).toMatchObject({ Status__c: 'Dismissed' });
  });

  it('sends only what changed in a report', async () => {
    const org = new MemoryOrg(FIELDS);
    await pushReports(org.asIntegration(), FILE);
    const result = await pushReports(org.asIntegration(), {
      reports: [report('MI-1', 'Fresh news')],
      invalid: [],
    });
    expect(result.reports).toMatchObject({ updated: 1 });
    expect(result.links).toMatchObject({ unchanged: 1 });
  });

  it('keeps back the links of a report that the org refuses', async () => {
    const refuse = (record: object): string | undefined =>
      (record as { External_Id__c?: string }).External_Id__c === 'MI-2' ? 'Name the source' : undefined;
    const org = new MemoryOrg(FIELDS, { refuse });
    const result = await pushReports(org.asIntegration(), { ...FILE, invalid: [] });
    expect(org.upserts).toEqual(['Market_Intelligence_Report__c 2', 'Intelligence_Link__c 1']);
    expect(result.rejections).toEqual([
      {
        key: 'MI-2',
        status: 'rejected',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Name the source',
        recordId: '',
      },
    ]);
  });
});
