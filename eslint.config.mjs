import lwcConfig from '@salesforce/eslint-config-lwc/recommended-ts.js';
import tseslint from 'typescript-eslint';

const LWC_FILES = ['force-app/**/lwc/**/*.{js,ts}'];

/** Components of the solution and their tests, which are checked with types. */
const LWC_SOURCES = ['force-app/**/lwc/**/*.ts', 'force-app/test/**/*.ts'];
const LWC_FIXTURES = ['test/browser/fixture/lwc/**/*.js'];
const LWC_TESTS = ['force-app/**/__tests__/*.ts', 'force-app/test/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.build/',
      '.local/',
      '.sf/',
      '.sfdx/',
      'coverage/',
      '**/generated/',
      // What the components are compiled to.
      'force-app/**/lwc/**/*.js',
    ],
  },
  {
    files: ['**/*.ts'],
    ignores: [...LWC_FILES, ...LWC_SOURCES],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  // Jest loads its global set-up by default export.
  { files: ['test/**/global-*.ts'], rules: { 'no-restricted-exports': 'off' } },
  // Components are default exports, and import from the platform by them.
  {
    files: ['types/**/*.d.ts', 'local-org/src/pages/client/**/*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  ...lwcConfig.map((config) => ({ ...config, files: [...LWC_FILES, ...LWC_FIXTURES] })),
  {
    files: LWC_SOURCES,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      // The rules of the components bring a parser without types; those above need types.
      parser: tseslint.parser,
      parserOptions: {
        project: ['force-app/tsconfig.json', 'force-app/test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A promise that nobody waits for is written with `void`; the two rules would contradict.
      'no-void': 'off',
      // The compiler wants brackets where a name comes from data.
      'dot-notation': 'off',
      // The formatter takes the brackets away that this rule asks for.
      'no-confusing-arrow': 'off',
    },
  },
  {
    files: LWC_TESTS,
    rules: {
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['force-app/**/lwc/**/__tests__/*.ts'],
    rules: { 'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }] },
  },
);
