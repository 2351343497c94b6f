import { join } from 'node:path';
import { readDeployCases, type DeployCase } from './fixture/deploy-case';
import { planFiles } from './fixture/test-package';
import type { DataPresence, PlannedMessage } from './plan/deploy-plan';
import { ComponentStore } from './store/component-store';

const cases = readDeployCases(join(__dirname, 'cases'));

function failureRow(message: PlannedMessage): string {
  const place = message.lineNumber === undefined ? '-' : `${message.lineNumber}:${message.columnNumber}`;
  return [message.componentType || '-', message.fullName, place, message.problem].join(' | ');
}

function dataOf({ data }: DeployCase): DataPresence {
  return {
    hasRecords: (object) => data.includes(object),
    hasValues: (object, field) => data.includes(`${object}.${field}`),
  };
}

describe('deploy cases', () => {
  it.each(cases.map((deployCase) => [deployCase.title, deployCase] as const))('%s', (_title, deployCase) => {
    const before = planFiles(ComponentStore.EMPTY, deployCase.before);
    expect(before.messages.filter((message) => !message.success).map(failureRow)).toEqual([]);
    const plan = planFiles(before.store, deployCase.files, dataOf(deployCase));
    const failures = plan.messages.filter((message) => !message.success);
    expect(failures.map(failureRow)).toEqual(deployCase.expected);
    expect(plan.success).toBe(deployCase.expected.length === 0);
  });
});
