import type { SalesforceIntegration } from '../salesforce';
import type { QueryRow } from '../shared';
import type { IntelligenceFile, IntelligenceReport, InvalidReport } from './intelligence-file';
import type { MatchedAccount } from './matching/account-signs';
import { AccountMatcher, type AccountMatch } from './matching/match-accounts';
import { MatchRules, type MatchRule } from './matching/match-rules';

/** What is less certain than this is not linked by the org either. */
const LOWEST_CONFIDENCE = 0.3;
const RULE_FIELDS = 'DeveloperName, Method__c, Confidence__c, Confirms__c, Link_Limit__c, Reason__c';
const ACCOUNT_FIELDS = 'Name, External_Id__c, Aliases__c, Domain__c, Ticker__c, LEI__c, Industry';

/** The accounts that the org would link a report to. */
export interface ReportPreview {
  readonly externalId: string;
  readonly headline: string;
  readonly matches: readonly AccountMatch[];
}

/** What a push of a file would be matched to. Nothing is written. */
export interface IntelligencePreview {
  readonly accounts: number;
  readonly reports: readonly ReportPreview[];
  readonly invalid: readonly InvalidReport[];
}

/** The part of an org that a preview reads. */
export type PreviewOrg = Pick<SalesforceIntegration, 'query'>;

/**
 * Shows which accounts the org would link the reports of a file to, by the match rules of that org. Sees the accounts
 * that its user may read; the org itself compares with all of them.
 */
export async function previewMatches(org: PreviewOrg, file: IntelligenceFile): Promise<IntelligencePreview> {
  const rules = await readMatchRules(org);
  const matchers = file.reports.map((report) => new AccountMatcher(matchedReport(report), rules));
  let accounts = 0;
  for await (const row of org.query(`SELECT ${ACCOUNT_FIELDS} FROM Account ORDER BY LastModifiedDate DESC`)) {
    const account = toAccount(row);
    for (const matcher of matchers) matcher.consider(account);
    accounts++;
  }
  const reports = file.reports.map(({ externalId, headline }, index) => ({
    externalId,
    headline,
    matches: (matchers[index]?.matches() ?? []).filter(({ confidence }) => confidence >= LOWEST_CONFIDENCE),
  }));
  return { accounts, reports, invalid: file.invalid };
}

async function readMatchRules(org: PreviewOrg): Promise<MatchRules> {
  const rules: MatchRule[] = [];
  const soql = `SELECT ${RULE_FIELDS} FROM Intelligence_Match_Rule__mdt WHERE Active__c = true`;
  for await (const row of org.query(soql)) {
    rules.push({
      name: String(row['DeveloperName']),
      method: text(row, 'Method__c') ?? '',
      confidence: Number(row['Confidence__c'] ?? 0) / 100,
      confirms: row['Confirms__c'] === true,
      linkLimit: row['Link_Limit__c'] === null ? null : Number(row['Link_Limit__c']),
      reason: text(row, 'Reason__c') ?? '{0}',
    });
  }
  return new MatchRules(rules);
}

const text = (row: QueryRow, field: string): string | null => (row[field] as string | null) ?? null;

function toAccount(row: QueryRow): MatchedAccount {
  return {
    name: text(row, 'Name') ?? '',
    externalId: text(row, 'External_Id__c'),
    aliases: text(row, 'Aliases__c'),
    domain: text(row, 'Domain__c'),
    ticker: text(row, 'Ticker__c'),
    lei: text(row, 'LEI__c'),
    industry: text(row, 'Industry'),
  };
}

const matchedReport = ({ kind, headline, summary, evidence, source, industry }: IntelligenceReport) => ({
  kind,
  headline,
  summary,
  evidence,
  sourceUrl: source.url,
  industry,
});
