import { ApiError } from '../core';
import cases from './cron-cases.json';
import { nextFireTime } from './cron-expression';

describe('nextFireTime', () => {
  it.each(cases)('%s in %s after %s is %s', (expression, timeZone, after, expected) => {
    let actual: string | null;
    try {
      const next = nextFireTime(String(expression), Date.parse(String(after)), String(timeZone));
      actual = next === null ? null : new Date(next).toISOString().replace('.000', '');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      actual = error.errorCode;
    }
    expect(actual).toBe(expected);
  });
});
