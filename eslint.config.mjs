import lwcConfig from '@salesforce/eslint-config-lwc/recommended.js';
import tseslint from 'typescript-eslint';

const LWC_FILES = ['force-app/**/lwc/**/*.{js,ts}'];

export default tseslint.config(
  { ignores: ['node_modules/', '.build/', '.local/', '.sf/', '.sfdx/', 'coverage/', '**/generated/'] },
  {
    files: ['**/*.ts'],
    ignores: LWC_FILES,
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
  // Components import from the platform by default export.
  { files: ['types/**/*.d.ts'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  ...lwcConfig.map((config) => ({ ...config, files: LWC_FILES })),
);
