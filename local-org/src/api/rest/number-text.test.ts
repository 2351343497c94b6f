import { decimalText } from './number-text';

describe('decimalText', () => {
  // 1234567 and 12345678 are the examples of the help article on exponential values.
  it.each([
    [0, '0.0'],
    [12000, '12000.0'],
    [-5, '-5.0'],
    [0.1, '0.1'],
    [2.5, '2.5'],
    [1234567, '1234567.0'],
    [12345678, '1.2345678E7'],
    [10000000, '1.0E7'],
    [-25000000.5, '-2.50000005E7'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [1e21, '1.0E21'],
  ])('writes %d as %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });
});
