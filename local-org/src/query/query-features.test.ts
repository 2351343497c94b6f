import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_FOLDER } from './fixture/query-fixture';
import { QUERY_FEATURES } from './query-features';

describe('QUERY_FEATURES', () => {
  it.each(QUERY_FEATURES.map((feature) => [`${feature.language} ${feature.name}`, feature] as const))(
    '%s: has a documentation page and cases',
    (_name, { documentation, cases, note, status }) => {
      expect(documentation).toMatch(/^https:\/\/developer\.salesforce\.com\/\S+$/);
      const groups = JSON.parse(readFileSync(join(CASE_FOLDER, cases.file), 'utf8')) as Record<
        string,
        unknown
      >;
      expect(Object.keys(groups)).toContain(cases.group);
      expect(status === 'partial').toBe(note !== undefined);
    },
  );

  it('names each feature once', () => {
    const names = QUERY_FEATURES.map(({ language, name }) => `${language} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
