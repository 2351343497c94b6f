import { OPERATORS } from '../operators/registry';
import { FUNCTIONS } from './registry';

const DOCUMENTATION = /^https:\/\/(help|developer)\.salesforce\.com\/\S+$/;

describe('formula registries', () => {
  it.each(FUNCTIONS.map((entry): [string, string] => [entry.name, entry.documentation]))(
    'function %s names its documentation page',
    (name, documentation) => {
      expect(name).toMatch(/^[A-Z][A-Z0-9]*$/);
      expect(documentation).toMatch(DOCUMENTATION);
    },
  );

  it.each(OPERATORS.map((entry): [string, string] => [entry.operator, entry.documentation]))(
    'operator %s names its documentation page',
    (_, documentation) => {
      expect(documentation).toMatch(DOCUMENTATION);
    },
  );

  it('FUNCTIONS: names are unique and sorted by file', () => {
    expect(new Set(FUNCTIONS.map((entry) => entry.name)).size).toBe(FUNCTIONS.length);
  });

  it('FUNCTIONS: only the last parameter repeats, and required ones come before optional ones', () => {
    for (const { parameters } of FUNCTIONS) {
      expect(parameters.slice(0, -1).some((entry) => entry.repeated)).toBe(false);
      const firstOptional = parameters.findIndex((entry) => entry.optional);
      if (firstOptional >= 0)
        expect(parameters.slice(firstOptional).every((entry) => entry.optional)).toBe(true);
    }
  });
});
