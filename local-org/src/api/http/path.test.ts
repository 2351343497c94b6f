import { decodeSegment, normalizeTarget, parseUrl } from './path';

describe('parseUrl', () => {
  it.each([
    ['/services/data', '/services/data'],
    ['/services/data/', '/services/data'],
    ['//services///data//v67.0', '/services/data/v67.0'],
    ['/', '/'],
  ])('cleans %s to %s', (target, path) => {
    expect(parseUrl(target).path).toBe(path);
  });

  it('leaves slashes of the query alone', () => {
    const { path, query } = parseUrl('/a//b/?q=x//y+z');
    expect(path).toBe('/a/b');
    expect(query.get('q')).toBe('x//y z');
  });
});

describe('normalizeTarget', () => {
  it('cleans the path and keeps the query', () => {
    expect(normalizeTarget('//a//b/?q=//')).toBe('/a/b?q=//');
  });
});

describe('decodeSegment', () => {
  it('undoes percent-encoding, and refuses a broken one', () => {
    expect(decodeSegment('a%2Fb%20c')).toBe('a/b c');
    expect(decodeSegment('%E0%A4%A')).toBeUndefined();
  });
});
