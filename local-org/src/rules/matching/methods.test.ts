import cases from './methods-cases.json';
import { MATCHING_METHODS } from './methods';
import { parseLogic } from './rule-logic';

describe('MATCHING_METHODS', () => {
  it.each(cases)('%s: %s and %s match: %s', (name, a, b, expected) => {
    const method = MATCHING_METHODS[String(name)];
    const forth = method?.score(String(a), String(b)) ?? -1;
    expect(forth >= (method?.threshold ?? 101)).toBe(expected);
    expect(method?.score(String(b), String(a))).toBeCloseTo(forth, 6);
  });
});

describe('parseLogic', () => {
  it('makes alternatives', () => {
    expect(parseLogic('1 AND (2 OR 3)', 3)).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(parseLogic(undefined, 2)).toEqual([[0, 1]]);
    expect(() => parseLogic('1 AND', 1)).toThrow('The filter logic 1 AND is not valid');
  });
});
