import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  AccountMatcher,
  type MatchedReport,
} from '../../scripts/market-intelligence/matching/match-accounts';
import type { MatchedAccount } from '../../scripts/market-intelligence/matching/account-signs';
import { stageFaults } from '../../scripts/salesforce/submission/stage-policy';
import { companySlug } from '../../scripts/pipelines/normalize-key';
import { matchRulesOfThePackage, stagePoliciesOfThePackage } from './package-policies';
import { ROOT } from './source-files';

const FOLDER = join(ROOT, 'data/cases');

interface CaseFile {
  readonly rule: string;
  readonly cases: readonly { readonly name: string; readonly input: unknown; readonly expected: unknown }[];
}

interface AccountMatchInput {
  readonly report: Omit<MatchedReport, 'kind'>;
  readonly accounts: readonly MatchedAccount[];
}

interface SubmissionStageInput {
  readonly stage: string;
  readonly probability: number;
  readonly reason?: string;
}

/** The rules of the integration that Apex has too, by the name of their case file. */
const RULES: Readonly<Record<string, (input: never) => unknown>> = {
  'account-match': ({ report, accounts }: AccountMatchInput) => {
    const matcher = new AccountMatcher({ kind: 'Market Opportunity', ...report }, matchRulesOfThePackage());
    for (const account of accounts) matcher.consider(account);
    return matcher
      .matches()
      .map(({ account, method, confidence }) => `${account.name} ${method} ${confidence}`);
  },
  'submission-stage': ({ stage, probability, reason }: SubmissionStageInput) =>
    stageFaults({ stage, probability, probabilityReason: reason }, stagePoliciesOfThePackage()).flatMap(
      ({ fields }) => fields,
    ),
  'company-key': ({ name }: { readonly name: string }) => companySlug(name),
};

const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file): readonly [string, CaseFile] => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as CaseFile,
  ]);

describe('shared cases', () => {
  it('have a rule in TypeScript for each file, and a file for each rule', () => {
    expect(files.map(([name]) => name).sort()).toEqual(Object.keys(RULES).sort());
  });

  it('name their rule as their file, and each case once', () => {
    for (const [name, { rule, cases }] of files) {
      expect(rule).toBe(name);
      expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length);
    }
  });

  it.each(
    files.flatMap(([rule, { cases }]) =>
      cases.map((one) => [rule, one.name, one.input, one.expected] as const),
    ),
  )('%s: %s', (rule, _name, input, expected) => {
    expect(RULES[rule]?.(input as never)).toEqual(expected);
  });
});
