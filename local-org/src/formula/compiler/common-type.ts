import type { FormulaType } from '../types';
import { isText } from '../values/value';

/** The type of a value that may come from either side, as in IF; undefined when the two do not go together. */
export function commonType(left: FormulaType, right: FormulaType): FormulaType | undefined {
  if (left === right || right === 'Null') return left;
  if (left === 'Null') return right;
  if (isText(left) && isText(right)) return 'Text';
  return undefined;
}
