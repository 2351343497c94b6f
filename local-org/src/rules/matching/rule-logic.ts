import { LocalOrgError } from '../../core';

/** Alternatives, each a list of positions (from 0) that must all hold. */
export type Logic = readonly (readonly number[])[];

/**
 * Reads `1 AND (2 OR 3)` as alternatives: `[[0, 1], [0, 2]]`. Without a text all items must hold.
 * @throws LocalOrgError FILTER_LOGIC
 */
export function parseLogic(text: string | undefined, count: number): Logic {
  if (text === undefined || text.trim() === '') return [Array.from({ length: count }, (_, i) => i)];
  const tokens = text.toUpperCase().match(/\d+|AND|OR|\(|\)|\S/g) ?? [];
  let position = 0;
  const fail = (): never => {
    throw new LocalOrgError('FILTER_LOGIC', `The filter logic ${text} is not valid`);
  };
  const operand = (): Logic => {
    const token = tokens[position++];
    if (token === '(') {
      const inner = alternatives();
      return tokens[position++] === ')' ? inner : fail();
    }
    const index = Number(token) - 1;
    return Number.isInteger(index) && index >= 0 && index < count ? [[index]] : fail();
  };
  const conjunction = (): Logic => {
    let left = operand();
    while (tokens[position] === 'AND') {
      position++;
      const right = operand();
      left = left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])]));
    }
    return left;
  };
  const alternatives = (): Logic => {
    let all = conjunction();
    while (tokens[position] === 'OR') {
      position++;
      all = [...all, ...conjunction()];
    }
    return all;
  };
  const logic = alternatives();
  return position === tokens.length ? logic : fail();
}
