import { ApiUsage } from './api-usage';

function at(used: number): ApiUsage {
  const usage = new ApiUsage();
  usage.readHeader(`api-usage=${used}/1000`);
  return usage;
}

describe('ApiUsage', () => {
  it.each([
    [799, 'normal'],
    [800, 'warning'],
    [900, 'reserved'],
    [950, 'exhausted'],
  ])('level: %i of 1,000 calls is %s', (used, level) => {
    expect(at(used).level).toBe(level);
  });

  it('level: is normal before the first answer', () => {
    expect(new ApiUsage().level).toBe('normal');
  });

  it('readHeader: ignores what is no usage', () => {
    const usage = at(10);
    usage.readHeader('per-app-api-usage');
    usage.readHeader(undefined);
    expect(usage.current).toEqual({ used: 10, limit: 1000 });
  });

  it('assertOpen: stops batch work at 90 % and lets critical work go on', () => {
    expect(() => at(900).assertOpen('batch')).toThrow(
      expect.objectContaining({ code: 'API_LIMIT_RESERVED' }),
    );
    expect(() => at(900).assertOpen('critical')).not.toThrow();
  });

  it('assertOpen: stops everything at 95 %', () => {
    expect(() => at(950).assertOpen('critical')).toThrow(
      expect.objectContaining({ code: 'API_LIMIT_RESERVED' }),
    );
  });
});
