import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatchRules } from '../../scripts/market-intelligence/matching/match-rules';
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
