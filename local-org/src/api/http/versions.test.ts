import { apiVersions, parseVersion } from './versions';

describe('apiVersions', () => {
  it('names each version by its release', () => {
    const labels = new Map(apiVersions().map(({ version, label }) => [version, label]));
    expect(labels.get('50.0')).toBe("Winter '21");
    expect(labels.get('54.0')).toBe("Spring '22");
    expect(labels.get('65.0')).toBe("Winter '26");
    expect(apiVersions().at(-1)).toEqual({
      label: "Summer '26",
      url: '/services/data/v67.0',
      version: '67.0',
    });
  });
});

describe('parseVersion', () => {
  it.each([
    ['v50.0', 50],
    ['v67.0', 67],
    ['v49.0', undefined],
    ['v68.0', undefined],
    ['v67', undefined],
    ['v67.1', undefined],
    ['67.0', undefined],
  ])('reads %s as %s', (segment, number) => {
    expect(parseVersion(segment)).toBe(number);
  });
});
