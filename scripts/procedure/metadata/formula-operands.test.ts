import { operandsOf } from './formula-operands';

describe('operandsOf', () => {
  it('splits a call at its own commas only', () => {
    expect(operandsOf('AND', 'AND(\n  ISNEW(),\n  OR(a, b),\n  x = "1, (2"\n)')).toEqual([
      'ISNEW()',
      'OR(a, b)',
      'x = "1, (2"',
    ]);
  });

  it('takes any other formula whole', () => {
    expect(operandsOf('AND', ' OR(a, b) ')).toEqual(['OR(a, b)']);
  });
});
