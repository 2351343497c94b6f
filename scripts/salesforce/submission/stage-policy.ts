import type { QueryRow, SaveError } from '../../shared';
import type { CheckedSubmission } from './opportunity-submission';

/** What the org asks of a stage, as it stands in `Stage_Policy__mdt`; probabilities in percent. */
export interface StagePolicy {
  readonly stage: string;
  readonly order: number;
  readonly usualProbability: number;
  readonly lowestProbability: number;
  readonly highestProbability: number;
}

const SOQL =
  'SELECT Stage__c, Stage_Order__c, Default_Probability__c, Minimum_Probability__c, Maximum_Probability__c' +
  ' FROM Stage_Policy__mdt WHERE Active__c = true ORDER BY Stage_Order__c';

/** The stage policies of an org, in the order of the stages. */
export async function readStagePolicies(org: {
  query(soql: string): AsyncIterable<QueryRow>;
}): Promise<readonly StagePolicy[]> {
  const policies: StagePolicy[] = [];
  for await (const row of org.query(SOQL)) {
    policies.push({
      stage: String(row['Stage__c']),
      order: Number(row['Stage_Order__c']),
      usualProbability: Number(row['Default_Probability__c']),
      lowestProbability: Number(row['Minimum_Probability__c']),
      highestProbability: Number(row['Maximum_Probability__c']),
    });
  }
  return policies;
}

/** What of a submission the stage policies are about. */
export type SubmittedStage = Pick<CheckedSubmission, 'stage' | 'probability' | 'probabilityReason'>;

/**
 * What the org would refuse of a new opportunity for its stage and probability, in the order of the fields' names. The
 * org's own validation rules decide in the end; both run the cases of submission-stage.
 */
export function stageFaults(
  { stage, probability, probabilityReason }: SubmittedStage,
  policies: readonly StagePolicy[],
): readonly SaveError[] {
  const policy = policies.find((candidate) => candidate.stage === stage);
  const [first] = policies;
  if (!policy || !first) return [fault('StageName', `stage: there is no stage ${stage}`)];
  const { usualProbability, lowestProbability, highestProbability } = policy;
  const band = `from ${lowestProbability} to ${highestProbability} percent`;
  return [
    ...(probability < lowestProbability || probability > highestProbability
      ? [fault('Probability', `probability: must be ${band} in ${stage}`)]
      : []),
    ...(probability !== usualProbability && probabilityReason === undefined
      ? [fault('Probability_Reason__c', `probabilityReason: say why it is not ${usualProbability} percent`)]
      : []),
    ...(stage === first.stage
      ? []
      : [fault('StageName', `stage: a new opportunity starts in ${first.stage}`)]),
  ];
}

const fault = (field: string, message: string): SaveError => ({
  code: 'STAGE_POLICY',
  message,
  fields: [field],
});
