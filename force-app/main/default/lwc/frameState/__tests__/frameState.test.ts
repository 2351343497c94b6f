import { combineStates, frameState, LOADING } from 'c/frameState';

describe('frameState', () => {
  it('is loading until something comes', () => {
    expect(frameState(undefined).kind).toBe('loading');
    expect(frameState({}).kind).toBe('loading');
  });

  it('is empty for null and for what the caller calls empty', () => {
    expect(frameState({ data: null }).kind).toBe('empty');
    expect(frameState({ data: [] as string[] }, ({ length }) => length === 0).kind).toBe('empty');
    expect(frameState({ data: ['a'] }, ({ length }) => length === 0).kind).toBe('ready');
  });

  it('tells a failure from missing access', () => {
    expect(frameState({ error: { body: { message: 'Broken' } } })).toEqual({
      kind: 'failed',
      text: 'Broken',
    });
    expect(frameState({ errors: [{ message: 'Insufficient access rights' }] }).kind).toBe('denied');
  });
});

describe('combineStates', () => {
  it('shows what is wrong before what is there', () => {
    const ready = { kind: 'ready', text: '' } as const;
    expect(combineStates(ready, LOADING)).toBe(LOADING);
    expect(combineStates(ready, { kind: 'failed', text: 'Broken' }).text).toBe('Broken');
    expect(combineStates(ready, { kind: 'empty', text: '' })).toBe(ready);
  });
});
