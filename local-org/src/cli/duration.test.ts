import { parseDuration } from './duration';

describe('parseDuration', () => {
  it.each([
    ['30s', 30_000],
    ['14d', 1_209_600_000],
    ['-2h', -7_200_000],
    ['1.5m', 90_000],
  ])('reads %s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it('refuses anything else and says how to write it', () => {
    expect(() => parseDuration('two weeks')).toThrow(
      expect.objectContaining({ code: 'DURATION_FORMAT', actions: [expect.stringContaining('14d')] }),
    );
  });
});
