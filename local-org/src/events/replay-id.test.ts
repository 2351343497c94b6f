import { decodeReplayId, encodeReplayId } from './replay-id';

describe('replay ids', () => {
  it('encodeReplayId: writes 8 bytes, high byte first', () => {
    expect(encodeReplayId(1)).toBe('AAAAAAAAAAE=');
    expect(encodeReplayId(258)).toBe('AAAAAAAAAQI=');
  });

  it.each([0, 7, 2 ** 40])('decodeReplayId: reads what was written of %d', (replayId) => {
    expect(decodeReplayId(encodeReplayId(replayId))).toBe(replayId);
  });

  it.each(['', '5', 'AAAAAAAAAAE', 'not base64!'])('decodeReplayId: refuses %j', (text) => {
    expect(decodeReplayId(text)).toBeUndefined();
  });
});
