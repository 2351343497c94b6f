import { readRecords } from './custom-metadata';
import type { SourceFolder } from './source-folder';

/** One stage of the sales process as its policy, the value set and Path describe it. */
export interface Stage {
  /** `Proposal/Price Quote` */
  readonly name: string;
  /** Name of its policy record: `Proposal_Price_Quote`. */
  readonly policy: string;
  /** 1 for the first; all closed stages share the last number. */
  readonly order: number;
  readonly closed: boolean;
  readonly won: boolean;
  /** Percent: `{ usual: 60, from: 50, to: 70 }`. */
  readonly probability: { readonly usual: number; readonly from: number; readonly to: number };
  /** As users see it: `Best Case`. */
  readonly forecastCategory: string;
  /** Days a deal usually stays; none for closed stages. */
  readonly normDays: number | undefined;
  readonly guidance: string;
  /** What the policy and the other places say differently, for the checks. */
  readonly valueSet: { readonly probability: number; readonly forecastCategory: string };
  /** Text of Path; `undefined` when Path has no such step. */
  readonly pathGuidance: string | undefined;
  /** Fields that Path shows: `['NextStep']`. */
  readonly keyFields: readonly string[];
}

/** The API names of forecast categories that differ from what users see. */
const FORECAST_LABELS: Readonly<Record<string, string>> = { BestCase: 'Best Case', Forecast: 'Commit' };

/** The stages in the order of the value set; those without an active policy are left out. */
export function readStages(folder: SourceFolder): readonly Stage[] {
  const policies = new Map(
    readRecords(folder, 'Stage_Policy').map((record) => [record.text('Stage__c'), record]),
  );
  const steps = new Map(
    folder
      .read('pathAssistants', 'pathAssistant')
      .flatMap(({ content }) => content.all('pathAssistantSteps'))
      .map((step) => [step.at('picklistValueName') ?? '', step]),
  );
  return stageValues(folder).flatMap((value) => {
    const name = value.at('fullName') ?? '';
    const policy = policies.get(name);
    if (!policy) return [];
    const category = value.at('forecastCategory') ?? '';
    return {
      name,
      policy: policy.name,
      order: policy.number('Stage_Order__c') ?? 0,
      closed: value.at('closed') === 'true',
      won: value.at('won') === 'true',
      probability: {
        usual: policy.number('Default_Probability__c') ?? 0,
        from: policy.number('Minimum_Probability__c') ?? 0,
        to: policy.number('Maximum_Probability__c') ?? 0,
      },
      forecastCategory: policy.text('Forecast_Category__c'),
      normDays: policy.number('Norm_Days__c'),
      guidance: policy.text('Guidance__c'),
      valueSet: {
        probability: Number(value.at('probability')),
        forecastCategory: FORECAST_LABELS[category] ?? category,
      },
      pathGuidance: steps.get(name)?.at('info'),
      keyFields: steps.get(name)?.texts('fieldNames') ?? [],
    };
  });
}

/** Names of all stages of the value set, with policy or without. */
export function readStageNames(folder: SourceFolder): readonly string[] {
  return stageValues(folder).map((value) => value.at('fullName') ?? '');
}

function stageValues(folder: SourceFolder) {
  return folder
    .read('standardValueSets', 'standardValueSet')
    .filter(({ name }) => name === 'OpportunityStage')
    .flatMap(({ content }) => content.all('standardValue'));
}
