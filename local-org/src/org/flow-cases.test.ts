import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowCase, FlowCaseFile } from './testing/flow-case';
import { FlowCaseRunner } from './testing/flow-case-runner';
import { expandFlow } from './testing/flow-package';
import { TestOrg } from './testing/test-org';
import type { PackageEntries } from './testing/package-zip';

const FOLDER = join(__dirname, '../../conformance/flow');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function packageOf({ flows, files = {} }: FlowCase): PackageEntries {
  const expanded = Object.entries(flows).map(([name, flow]) => [
    `flows/${name}.flow`,
    expandFlow(name, flow),
  ]);
  return { ...files, ...(Object.fromEntries(expanded) as PackageEntries) };
}

describe.each(FILES)('flows: %s', (file) => {
  const { files = {}, cases } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as FlowCaseFile;
  const test = new TestOrg();

  beforeAll(async () => {
    if (Object.keys(files).length > 0) await test.deploy(files);
  });
  afterAll(() => test.org.close());

  it.each(cases.map((flowCase) => [flowCase.title, flowCase] as const))('%s', async (_title, flowCase) => {
    if (flowCase.problems) {
      expect(await test.problems(packageOf(flowCase))).toEqual(flowCase.problems);
      return;
    }
    await test.deploy(packageOf(flowCase));
    const runner = new FlowCaseRunner(test);
    for (const step of flowCase.steps ?? []) {
      for (const { actual, expected } of runner.run(step))
        expect({ step, actual }).toEqual({ step, actual: expected });
      await Promise.resolve();
    }
    await test.deploy({}, { Flow: Object.keys(flowCase.flows) });
  });
});
