import { isSubtype as decide } from '../semantics/subtypes';
import type { ApexType } from '../types/apex-type';
import type { ApexTypes } from '../types/apex-types';

const known = new WeakMap<ApexType, WeakMap<ApexType, boolean>>();

/** Whether values of one type may be held by variables of another, at run time. Answers are remembered. */
export function isSubtype(from: ApexType, to: ApexType, types: ApexTypes): boolean {
  let answers = known.get(from);
  if (!answers) known.set(from, (answers = new WeakMap()));
  let answer = answers.get(to);
  if (answer === undefined) answers.set(to, (answer = decide(from, to, types)));
  return answer;
}
