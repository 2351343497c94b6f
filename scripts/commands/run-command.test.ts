import { ConfigurationError } from '../shared';
import { describeError } from './run-command';

describe('describeError', () => {
  it('prints code, message and next steps', () => {
    const error = new ConfigurationError('LOCAL_ORG_NOT_STARTED', 'no local org is running', {
      actions: ['npm start'],
    });
    expect(describeError(error)).toBe('LOCAL_ORG_NOT_STARTED: no local org is running\n  - npm start\n');
  });

  it('shows where a fault of the program itself is', () => {
    expect(describeError(new TypeError('broken'))).toMatch(/^UNEXPECTED: TypeError: broken\n\s+at /);
  });
});
