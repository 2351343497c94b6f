import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from './testing/case-file';
import { fixtureOrg, fixtureSchema } from './testing/fixture-org';
import { CaseRunner } from './testing/run-case';

const FOLDER = join(__dirname, '../../conformance/save-order');

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.json')))('save order: %s', (fileName) => {
  const file = JSON.parse(readFileSync(join(FOLDER, fileName), 'utf8')) as CaseFile;
  const schema = fixtureSchema(file.objects);

  it.each(file.cases)('$title', ({ steps }) => {
    const org = fixtureOrg(schema);
    try {
      const runner = new CaseRunner(org);
      const outcomes = steps.flatMap((step) => runner.run(step));
      expect(outcomes.map(({ actual }) => actual)).toEqual(outcomes.map(({ expected }) => expected));
    } finally {
      org.store.close();
    }
  });
});
