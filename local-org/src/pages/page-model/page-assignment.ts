import type { PageAssignmentDefinition } from '../../metadata';
import type { FormFactor } from './page-model';

/** For what a page is looked for. */
export interface AssignmentQuestion {
  /** `View` of an object, `Tab` of `standard-home`. */
  readonly action: string;
  readonly target: string;
  readonly formFactor: FormFactor;
  /** Name of the app the user is in; null outside any. */
  readonly app: string | null;
  /** Name of the user's profile. */
  readonly profile: string;
  /** Developer name of the record's record type; null when it has none. */
  readonly recordType: string | null;
}

/**
 * The name of the Lightning page that stands for an action; null when it is the platform's own page.
 *
 * The most specific assignment counts: app, record type and profile before app before the object's own default; one for
 * a form factor before one for all. Names are compared without case.
 * @see https://help.salesforce.com/s/articleView?id=sf.lightning_app_builder_customize_lex_pages_activate.htm
 */
export function assignedPage(
  assignments: readonly PageAssignmentDefinition[],
  question: AssignmentQuestion,
): string | null {
  const [best] = assignments
    .filter((assignment) => fits(assignment, question))
    .sort((a, b) => specificity(b) - specificity(a));
  return best?.page ?? null;
}

function fits(assignment: PageAssignmentDefinition, question: AssignmentQuestion): boolean {
  return (
    same(assignment.action, question.action) &&
    same(assignment.target, question.target) &&
    allows(assignment.formFactor, deviceOf(question.formFactor)) &&
    allows(assignment.app, question.app) &&
    allows(assignment.profile, question.profile) &&
    allows(assignment.recordType, question.recordType)
  );
}

/** Pages are assigned to phones and to everything else. */
function deviceOf(formFactor: FormFactor): string {
  return formFactor === 'Small' ? 'Small' : 'Large';
}

function allows(wanted: string | null, actual: string | null): boolean {
  return wanted === null || (actual !== null && same(wanted, actual));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Weights in which a more specific part outweighs all that come after it. */
function specificity({ app, profile, recordType, formFactor }: PageAssignmentDefinition): number {
  const parts = [app, profile, recordType, formFactor];
  return parts.reduce((sum, part) => sum * 2 + (part === null ? 0 : 1), 0);
}
