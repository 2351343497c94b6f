import { ApiError } from '../../core';
import type { DeployOptions } from '../../metadata';

const TEST_LEVELS = [
  'NoTestRun',
  'RunSpecifiedTests',
  'RunLocalTests',
  'RunAllTestsInOrg',
  'RunRelevantTests',
] as const;

/** Deploy options as a client sent them: JSON values, or the texts of XML elements. */
export type RawDeployOptions = Readonly<Record<string, unknown>>;

/**
 * Reads deploy options; what is absent has the platform's default.
 * @throws ApiError INVALID_TYPE for an unknown test level
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy.htm#deploy_options
 */
export function readDeployOptions(raw: RawDeployOptions): DeployOptions {
  return {
    checkOnly: flag(raw['checkOnly']),
    rollbackOnError: flag(raw['rollbackOnError'] ?? true),
    ignoreWarnings: flag(raw['ignoreWarnings']),
    singlePackage: flag(raw['singlePackage']),
    purgeOnDelete: flag(raw['purgeOnDelete']),
    testLevel: testLevel(raw['testLevel']),
    runTests: [raw['runTests'] ?? []].flat().map(String),
  };
}

function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}

function testLevel(value: unknown): DeployOptions['testLevel'] {
  if (value === undefined || value === null || value === '') return null;
  const level = TEST_LEVELS.find((known) => known === value);
  if (!level)
    throw new ApiError('INVALID_TYPE', `'${String(value)}' is not a valid value for the enum 'TestLevel'`);
  return level;
}
