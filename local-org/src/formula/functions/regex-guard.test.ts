import { compileJavaRegex } from './java-regex';
import { matchWithinLimit } from './regex-guard';

describe('matchWithinLimit', () => {
  it('matches patterns with nested repetition as any other', () => {
    const dashed = compileJavaRegex('((\\d{4}-){3}\\d{4})+');
    expect(matchWithinLimit(dashed, '1234-1234-1234-12341234-1234-1234-1234')).toBe(true);
    expect(matchWithinLimit(dashed, '1234-1234-1234-1234-1234-1234-1234-1234')).toBe(false);
  });

  it('gives up on a pattern that would run for ever', () => {
    const hostile = compileJavaRegex('(a*)+b');
    expect(() => matchWithinLimit(hostile, 'a'.repeat(200))).toThrow(
      'Regular expression runtime exceeded for: (a*)+b',
    );
  });
});
