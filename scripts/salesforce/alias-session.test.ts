import { AliasSession } from './alias-session';

const answer = (result: object): string => JSON.stringify({ status: 0, result });

describe('AliasSession', () => {
  it('open: takes the session of the Salesforce CLI', async () => {
    const session = new AliasSession('dev', () =>
      Promise.resolve(answer({ accessToken: '00D!x', instanceUrl: 'https://a.example/' })),
    );
    await expect(session.open()).resolves.toEqual({ accessToken: '00D!x', instanceUrl: 'https://a.example' });
  });

  it('open: asks for the token where the CLI hides it', async () => {
    const asked: string[] = [];
    const session = new AliasSession('dev', (args) => {
      asked.push(args.join(' '));
      const hidden = args.includes('display');
      return Promise.resolve(
        answer(
          hidden
            ? { accessToken: '[REDACTED] Use ...', instanceUrl: 'https://a.example' }
            : { accessToken: '00D!y' },
        ),
      );
    });
    await expect(session.open()).resolves.toEqual({ accessToken: '00D!y', instanceUrl: 'https://a.example' });
    expect(asked).toEqual([
      'org display --target-org dev --json',
      'org auth show-access-token --target-org dev --json',
    ]);
  });

  it('open: names an alias that the CLI does not know', async () => {
    const session = new AliasSession('nobody', () => Promise.reject(new Error('NamedOrgNotFoundError')));
    await expect(session.open()).rejects.toMatchObject({
      code: 'ALIAS_UNKNOWN',
      actions: expect.any(Array) as string[],
    });
  });
});
