import { createLogger } from './logger';

describe('createLogger', () => {
  it('keeps tokens and keys out of the log at any depth', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    logger.info(
      {
        accessToken: 'secret',
        session: { accessToken: 'secret', user: 'u' },
        a: { b: { assertion: 'secret' } },
      },
      'hello',
    );
    expect(lines.join('')).not.toContain('secret');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'hello',
      accessToken: '[redacted]',
      session: { user: 'u' },
    });
  });
});
