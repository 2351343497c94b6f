import type { Parameter } from '../../syntax/ast';
import type { ApexType } from '../../types/apex-type';
import type { LocalVariable } from '../bound';
import { type Body, WRONG_TYPE } from './body';

/** Declares parameters as the first local variables of a body. */
export function declareParameters(
  body: Body,
  parameters: readonly Parameter[],
  symbols: readonly { readonly type: ApexType }[],
): LocalVariable[] {
  return parameters.map(({ name }, i) => body.declare(name, symbols[i]?.type ?? WRONG_TYPE));
}
