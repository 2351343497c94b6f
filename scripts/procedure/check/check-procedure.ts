import type { Procedure } from '../procedure';
import { checkGates } from './check-gates';
import { checkHygiene } from './check-hygiene';
import { checkNotifications } from './check-notifications';
import { checkReviews } from './check-reviews';
import { checkStages } from './check-stages';

const CHECKS = [checkStages, checkGates, checkReviews, checkHygiene, checkNotifications];

/** Where parts of the procedure contradict each other or lead nowhere, one sentence each. */
export function checkProcedure(procedure: Procedure): readonly string[] {
  return CHECKS.flatMap((check) => check(procedure));
}
