const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const LWC_TESTING = '<rootDir>/force-app/test';
const lwcJestConfig = {
  ...jestConfig,
  testMatch: ['**/lwc/**/__tests__/*.test.ts'],
  moduleNameMapper: {
    // The test package brings an engine of its own; components are compiled for that of the project.
    '^(?:lwc|@lwc/engine-dom)$': '<rootDir>/node_modules/@lwc/engine-dom/dist/index.cjs',
    '^lightning/(actions|graphql|modal|navigation)$': `${LWC_TESTING}/jest-mocks/lightning/$1`,
    '^@salesforce/apex$': `${LWC_TESTING}/jest-mocks/salesforce/apex`,
    '^testing/(.+)$': `${LWC_TESTING}/testing/$1`,
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, `${LWC_TESTING}/testing/set-up.ts`],
};

/** ESM-only packages that Jest must turn into CommonJS like our own sources. */
const ESM_PACKAGES = ['commander', '@lwc/[^/]+', 'lwc'];

const transform = {
  '^.+\\.[cm]?[jt]s$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

/** @param {string} displayName @param {string} root @param {object} [extra] */
const nodeProject = (displayName, root, extra = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: [`<rootDir>/${root}`],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
  ...extra,
});

module.exports = {
  // A test ends when its work is done; this only ends one that hangs, on a busy machine too.
  testTimeout: 120_000,
  projects: [
    nodeProject('local-org', 'local-org/src'),
    nodeProject('scripts', 'scripts'),
    nodeProject('architecture', 'test/architecture'),
    nodeProject('end-to-end', 'test/end-to-end', {
      globalSetup: '<rootDir>/test/end-to-end/testing/global-setup.ts',
      globalTeardown: '<rootDir>/test/end-to-end/testing/global-teardown.ts',
    }),
    nodeProject('browser', 'test/browser'),
    { ...lwcJestConfig, displayName: 'lwc', rootDir: __dirname, roots: ['<rootDir>/force-app'] },
  ],
};
