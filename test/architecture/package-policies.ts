import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatchRules } from '../../scripts/market-intelligence/matching/match-rules';
import type { StagePolicy } from '../../scripts/salesforce/submission/stage-policy';
import { parseXml } from '../../scripts/shared';
import { ROOT } from './source-files';

const FOLDER = join(ROOT, 'force-app/main/default/customMetadata');

/** A record of custom metadata: its name, and its values as text by field. */
interface PolicyRecord {
  readonly name: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** The active records of a type of custom metadata, as they stand in the package. */
export function policyRecords(type: string): readonly PolicyRecord[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(`${type}.`))
    .map((file) => {
      const root = parseXml(readFileSync(join(FOLDER, file), 'utf8'));
      const values = root
        .all('values')
        .map((value): readonly [string, string | undefined] => [value.at('field') ?? '', value.at('value')]);
      return { name: file.split('.')[1] ?? '', values: Object.fromEntries(values) };
    })
    .filter(({ values }) => values['Active__c'] === 'true');
}

/** The match rules of the package. */
export function matchRulesOfThePackage(): MatchRules {
  return new MatchRules(
    policyRecords('Intelligence_Match_Rule').map(({ name, values }) => ({
      name,
      method: values['Method__c'] ?? '',
      confidence: Number(values['Confidence__c']) / 100,
      confirms: values['Confirms__c'] === 'true',
      linkLimit: values['Link_Limit__c'] ? Number(values['Link_Limit__c']) : null,
      reason: values['Reason__c'] ?? '{0}',
    })),
  );
}

/** The stage policies of the package, in the order of the stages. */
export function stagePoliciesOfThePackage(): readonly StagePolicy[] {
  return policyRecords('Stage_Policy')
    .map(({ values }) => ({
      stage: values['Stage__c'] ?? '',
      order: Number(values['Stage_Order__c']),
      usualProbability: Number(values['Default_Probability__c']),
      lowestProbability: Number(values['Minimum_Probability__c']),
      highestProbability: Number(values['Maximum_Probability__c']),
    }))
    .sort((left, right) => left.order - right.order);
}
