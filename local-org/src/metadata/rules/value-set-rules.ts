import { standardValueSets } from '../../schema';
import type { Component } from '../component';
import { booleanOf, objectsOf, textOf } from '../content-access';
import type { ComponentProblem } from './component-problem';
import { duplicateValueProblems } from './custom-field-rules';

/** Checks a global value set. */
export function globalValueSetProblems({ content }: Component): ComponentProblem[] {
  return duplicateValueProblems(objectsOf(content, 'customValue'), ['customValue']);
}

/**
 * Checks a standard value set: it must exist, and its values carry what their kind needs.
 * UNVERIFIED: the platform's wording for a stage without a forecast category.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_standardvalueset.htm
 */
export function standardValueSetProblems({ content, fullName }: Component): ComponentProblem[] {
  if (!standardValueSets().has(fullName)) {
    return [{ message: `Standard value set not found: ${fullName}` }];
  }
  const values = objectsOf(content, 'standardValue');
  const problems = duplicateValueProblems(values, ['standardValue']);
  if (fullName !== 'OpportunityStage') return problems;
  values.forEach((value, index) => {
    for (const element of ['forecastCategory', 'probability']) {
      if (value[element] !== undefined) continue;
      problems.push({ message: `Required field is missing: ${element}`, path: ['standardValue', index] });
    }
    if (booleanOf(value, 'won') && !booleanOf(value, 'closed')) {
      problems.push({
        message: `Won stages must be closed: ${textOf(value, 'fullName')}`,
        path: ['standardValue', index, 'won'],
      });
    }
  });
  return problems;
}
