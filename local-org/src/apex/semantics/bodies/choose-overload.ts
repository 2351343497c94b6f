import type { ApexType } from '../../types/apex-type';
import type { BoundExpression } from '../bound';
import { type Candidate, chooseMethod, type OverloadChoice } from '../overloads';
import { type Body, singleRow } from './body';

/** Chooses by the types of the arguments; a query in brackets is a list, or else the record that it finds. */
export function chooseOverload<C extends Candidate>(
  body: Body,
  candidates: readonly C[],
  args: readonly BoundExpression[],
  ofPlatform: boolean,
): OverloadChoice<C> {
  const chosen = chooseMethod(
    candidates,
    args.map((each) => each.type),
    body.types,
    ofPlatform,
  );
  if (chosen !== 'none') return chosen;
  const rows = args.map((each): ApexType => singleRow(each, null)?.type ?? each.type);
  return chooseMethod(candidates, rows, body.types, ofPlatform);
}
