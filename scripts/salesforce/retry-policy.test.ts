import { ConfigurationError, RequestRejectedError, VirtualClock } from '../shared';
import { DEFAULT_RETRY, fullJitterDelay, RetryPolicy } from './retry-policy';

const busy = (retryAfterSeconds?: number): RequestRejectedError =>
  new RequestRejectedError('SERVER_UNAVAILABLE', 'busy', 503, {
    retryable: true,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

/** A call that fails a number of times. */
function failing(times: number, error: Error): () => Promise<string> {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(error) : Promise.resolve('done'));
}

describe('fullJitterDelay', () => {
  it.each([
    [1, 0.999, 499],
    [2, 0.999, 999],
    [5, 0.999, 7992],
    [9, 0.999, 29970],
    [9, 0, 0],
  ])('attempt %i with chance %f pauses %i ms', (attempt, chance, expected) => {
    expect(fullJitterDelay(attempt, DEFAULT_RETRY, () => chance)).toBe(expected);
  });
});

describe('RetryPolicy', () => {
  it('run: repeats a passing failure with growing pauses', async () => {
    const clock = new VirtualClock();
    const policy = new RetryPolicy(clock, () => 0.5);
    await expect(policy.run(failing(3, busy()), () => undefined)).resolves.toBe('done');
    expect(clock.pauses).toEqual([250, 500, 1000]);
  });

  it('run: waits at least as long as Retry-After asks', async () => {
    const clock = new VirtualClock();
    await new RetryPolicy(clock, () => 0.5).run(failing(1, busy(20)), () => undefined);
    expect(clock.pauses).toEqual([20_250]);
  });

  it('run: gives up after six attempts with the last error', async () => {
    const clock = new VirtualClock();
    let repeats = 0;
    const run = new RetryPolicy(clock, () => 0).run(failing(99, busy()), () => (repeats += 1));
    await expect(run).rejects.toMatchObject({ code: 'SERVER_UNAVAILABLE' });
    expect(repeats).toBe(5);
  });

  it('run: does not repeat what the caller has to correct', async () => {
    const clock = new VirtualClock();
    const wrong = new ConfigurationError('MAPPING_INVALID', 'wrong');
    await expect(new RetryPolicy(clock, () => 0).run(failing(1, wrong), () => undefined)).rejects.toBe(wrong);
    expect(clock.pauses).toEqual([]);
  });

  it('run: does not repeat after the caller stopped', async () => {
    const stop = AbortSignal.abort();
    const run = new RetryPolicy(new VirtualClock(), () => 0).run(failing(1, busy()), () => undefined, stop);
    await expect(run).rejects.toMatchObject({ code: 'SERVER_UNAVAILABLE' });
  });
});
