import { operandsOf } from './formula-operands';
import type { SourceFolder } from './source-folder';

/** When a rule applies, as its formula says. */
export type RuleMoment = 'creation' | 'move' | 'closing' | 'closed' | 'any save';

/** An active validation rule. */
export interface ValidationRule {
  readonly name: string;
  readonly description: string;
  /** The exact text that users see. */
  readonly message: string;
  readonly moment: RuleMoment;
  /** The conditions that must all hold for the rule to refuse. */
  readonly conditions: readonly string[];
}

const CLOSING = /^(?:IsClosed|IsWon|ISPICKVAL\(StageName, "[^"]+"\))$/;
const CLOSED_BEFORE = /^OR\(\s*ISPICKVAL\(PRIORVALUE\(StageName\)/;

/** Which conditions make a rule one of a moment; the first that fits counts. */
const MOMENTS: readonly (readonly [RuleMoment, (conditions: readonly string[]) => boolean])[] = [
  ['creation', (conditions) => conditions.includes('ISNEW()')],
  ['closed', (conditions) => conditions.some((condition) => CLOSED_BEFORE.test(condition))],
  [
    'move',
    (conditions) => conditions.includes('ISCHANGED(StageName)') && conditions.includes('NOT(ISNEW())'),
  ],
  ['closing', (conditions) => conditions.some((condition) => CLOSING.test(condition))],
];

/** The active validation rules of an object, by name. */
export function readValidationRules(folder: SourceFolder, object: string): readonly ValidationRule[] {
  return folder
    .read(`objects/${object}/validationRules`, 'validationRule')
    .filter(({ content }) => content.at('active') === 'true')
    .map(({ name, content }) => {
      const conditions = operandsOf('AND', content.at('errorConditionFormula') ?? '');
      return {
        name,
        description: content.at('description') ?? '',
        message: content.at('errorMessage') ?? '',
        moment: MOMENTS.find(([, fits]) => fits(conditions))?.[0] ?? 'any save',
        conditions,
      };
    });
}
