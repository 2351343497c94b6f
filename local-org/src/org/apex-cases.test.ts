import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases, runCase } from '../apex';
import { apexPackage } from './testing/apex-package';
import { TestOrg } from './testing/test-org';

const FOLDER = join(__dirname, '../../conformance/apex');
/** The others run without an org beside the engine. */
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.apex'))
  .map((name) => ({ name, ...readCases(readFileSync(join(FOLDER, name), 'utf8')) }))
  .filter(({ needsOrg }) => needsOrg);

/** Runs a case and takes back what it wrote, so that the next one finds the org as it was. */
function undone<T>(test: TestOrg, run: () => T): T {
  let result: { readonly value: T } | undefined;
  const undo = new Error('undo');
  try {
    test.org.savepoint(() => {
      result = { value: run() };
      throw undo;
    });
  } catch (error) {
    if (error !== undo || !result) throw error;
  }
  if (!result) throw undo;
  return result.value;
}

describe.each(FILES)('Apex cases in $name', ({ sources, cases }) => {
  const test = new TestOrg();

  beforeAll(async () => {
    if (sources.length > 0) await test.deploy(apexPackage(sources));
  });
  afterAll(() => {
    test.org.close();
  });

  it.each(cases.map((each): [string, typeof each] => [each.name, each]))('%s', (_, each) => {
    expect(undone(test, () => runCase(test.org.apex, each, test.admin))).toEqual(each.expectations);
  });
});
