import { conditionsIn, evaluateLogic, hasNegation, parseLogic } from './logic';

describe('condition logic', () => {
  it.each([
    ['and', [true, true, true], true],
    ['and', [true, false, true], false],
    ['or', [false, false, true], true],
    ['1 AND (2 OR NOT 3)', [true, false, false], true],
    ['1 and (2 or not(3))', [true, false, true], false],
    ['1 OR 2 AND 3', [false, true, false], false],
  ] as const)('%s of %j is %j', (text, values, expected) => {
    const logic = parseLogic(text);
    expect(logic && evaluateLogic(logic, values.length, (index) => values[index] ?? false)).toBe(expected);
  });

  it.each(['1 AND', '(1', '1 XOR 2', '0', '1 2'])('refuses %s', (text) => {
    expect(parseLogic(text)).toBeNull();
  });

  it('names its conditions and tells of a NOT', () => {
    const logic = parseLogic('1 AND NOT 3');
    expect(logic && [conditionsIn(logic), hasNegation(logic)]).toEqual([[0, 2], true]);
  });
});
