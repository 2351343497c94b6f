import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { runHub, type Ended } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import { startCopy } from './testing/shared-hub';
import { count } from './testing/started-hub';
import { jsonLine } from './testing/start-summary';

interface Preview {
  readonly accounts: number;
  readonly reports: readonly {
    readonly externalId: string;
    readonly matches: readonly {
      readonly account: { readonly name: string };
      readonly method: string;
      readonly confidence: number;
      readonly confirmed: boolean;
      readonly reason: string;
    }[];
  }[];
}

interface Link {
  readonly Report__r: { readonly External_Id__c: string };
  readonly Account__r: { readonly Name: string };
  readonly Match_Method__c: string;
  readonly Confidence__c: number;
  readonly Status__c: string;
  readonly Reason__c: string;
}

const root = temporaryFolder();
const state = join(root, 'state');
let admin: Connection;
beforeAll(async () => {
  admin = (await startCopy(state)).connect();
}, 240_000);

const intel = (command: string, file: string): Promise<Ended> =>
  runHub('intel', command, file, '--json', '--connection-file', join(state, 'integration.json'));

/** Findings about companies that the sample workbook holds, by their names and their industry. */
async function findings(): Promise<string> {
  const { records } = await admin.query<{ Name: string }>('SELECT Name FROM Account ORDER BY Name LIMIT 3');
  const {
    records: [ofIndustry],
  } = await admin.query<{ Industry: string }>('SELECT Industry FROM Account WHERE Industry != null LIMIT 1');
  const finding = (number: number, headline: string, more: object = {}): object => ({
    externalId: `MI-PREVIEW-${number}`,
    kind: 'Market Opportunity',
    headline,
    severity: 'Low',
    source: { name: 'Industrial Ledger' },
    ...more,
  });
  const file = join(root, 'findings.json');
  const reports = [
    ...records.map(({ Name }, index) => finding(index, `Much is new. ${Name} builds a plant`)),
    finding(10, 'Nobody in particular is meant'),
    finding(11, 'Sensors sell', { kind: 'Industry Trend', industry: ofIndustry?.Industry }),
  ];
  writeFileSync(file, JSON.stringify({ reports }));
  return file;
}

describe('npm run intel -- preview', () => {
  it('shows the accounts that the org then links, and writes nothing itself', async () => {
    const file = await findings();
    const before = await count(admin, 'Market_Intelligence_Report__c');
    const ended = await intel('preview', file);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const preview = jsonLine<Preview>(ended);
    expect(preview.accounts).toBe(await count(admin, 'Account'));
    expect(await count(admin, 'Market_Intelligence_Report__c')).toBe(before);

    expect((await intel('push', file)).code).toBe(0);
    const { records } = await admin.query<Link>(
      'SELECT Report__r.External_Id__c, Account__r.Name, Match_Method__c, Confidence__c, Status__c, Reason__c ' +
        "FROM Intelligence_Link__c WHERE Report__r.External_Id__c LIKE 'MI-PREVIEW-%' AND Account__c != null",
    );
    const linked = records.map((link) => ({
      report: link.Report__r.External_Id__c,
      account: link.Account__r.Name,
      method: link.Match_Method__c,
      percent: link.Confidence__c,
      confirmed: link.Status__c === 'Confirmed',
      reason: link.Reason__c,
    }));
    const shown = preview.reports.flatMap(({ externalId, matches }) =>
      matches.map(({ account, method, confidence, confirmed, reason }) => ({
        report: externalId,
        account: account.name,
        method,
        percent: Math.round(confidence * 10_000) / 100,
        confirmed,
        reason,
      })),
    );
    expect(shown.length).toBeGreaterThan(3);
    expect(linked).toHaveLength(shown.length);
    expect(linked).toEqual(expect.arrayContaining(shown));
  }, 60_000);
});
