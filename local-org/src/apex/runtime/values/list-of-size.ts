import type { ClassApexType } from '../../types/apex-type';
import type { ApexRuntime } from '../apex-runtime';
import { ApexList } from './apex-list';
import type { ApexValue } from './apex-value';
import { checkSize } from './collection-guard';

/**
 * As many nulls: `new Account[5]`, `new List<Account>(5)`.
 * @throws ListException for a size below zero, LimitException for one that no heap holds
 */
export function listOfSize(runtime: ApexRuntime, type: ClassApexType, size: number): ApexList {
  // UNVERIFIED: the text of the exception for a size below zero.
  if (size < 0) runtime.throwNew('System.ListException', `List size cannot be negative: ${size}`);
  checkSize(runtime, size);
  return new ApexList(type, new Array<ApexValue>(size).fill(null));
}
