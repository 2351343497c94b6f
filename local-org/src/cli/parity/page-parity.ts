import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  APP_BUILDER_COMPONENTS,
  LIGHTNING_MODULES,
  MODULE_SCOPES,
  STANDARD_COMPONENTS,
  UNSUPPORTED_COMPONENTS,
  UNSUPPORTED_LIGHTNING_MODULES,
  UNSUPPORTED_MODULE_SCOPES,
  UNSUPPORTED_PAGES,
  type LightningModule,
  type StandardComponent,
} from '../../pages';
import { markdownTable } from './markdown-table';
import { parityDocument, type ParityDocument, type ParityRow, type ParitySection } from './parity-row';

const SUITES = join(__dirname, '../../../conformance/page-suites.json');
const COMPONENT_REFERENCE =
  'https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-components.html';
const MODULES_PAGE =
  'https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html';
const SITE_MODULES_PAGE =
  'https://developer.salesforce.com/docs/platform/lwc/guide/create-community-info.html';
const MODULES_TEST = 'local-org/src/pages/modules/platform-modules.test.ts';

/** Scopes of which something is missing, with what. */
const MODULE_GAPS: Readonly<Record<string, string>> = {
  apexContinuation: 'calls are refused by name',
  client: 'the form factor of a desktop',
  i18n: 'currency, language, locale and time zone follow the user; the rest is that of English (United States)',
};

/** What became of the pages of a public project. */
interface PageSuiteResult {
  readonly repository: string;
  readonly commit: string;
  readonly pages: number;
  /** Components that showed as placeholders; all of them are listed as such. */
  readonly placeholders: readonly string[];
  /** Other machines from which pages would have loaded something. */
  readonly keptOut: readonly string[];
}

/** Lightning pages: standard components, and what components import. Any other component shows as a named placeholder. */
export function pageParity(): ParityDocument {
  return parityDocument(
    'parity/pages.md',
    'Lightning pages',
    'Components of the org run on the LWC engine with the base components of `lightning-base-components`. A component that is not listed here shows as a placeholder with its name.',
    [
      { heading: 'Standard components', rows: Object.entries(STANDARD_COMPONENTS).map(componentRow) },
      {
        heading: 'Standard components that show as placeholders',
        rows: Object.entries(UNSUPPORTED_COMPONENTS).map(unsupportedRow),
      },
      {
        heading: 'Pages that the local org does not have',
        rows: Object.entries(UNSUPPORTED_PAGES).map(unsupportedRow),
      },
      {
        heading: 'Modules of lightning beside the base components',
        rows: [
          ...Object.entries(LIGHTNING_MODULES).map(lightningRow),
          ...UNSUPPORTED_LIGHTNING_MODULES.map(unsupportedModuleRow),
        ],
      },
      {
        heading: 'Modules of @salesforce',
        rows: [
          ...MODULE_SCOPES.map(moduleRow),
          ...Object.entries(UNSUPPORTED_MODULE_SCOPES).map(unsupportedScopeRow),
        ],
      },
      suites(),
    ],
  );
}

function componentRow([name, { gaps, documentation, test }]: [string, StandardComponent]): ParityRow {
  return {
    feature: name,
    status: gaps === undefined ? 'supported' : 'partial',
    documentation,
    test,
    ...(gaps !== undefined && { note: gaps }),
  };
}

function unsupportedRow([name, note]: [string, string]): ParityRow {
  return { feature: name, status: 'unsupported', documentation: APP_BUILDER_COMPONENTS, test: '', note };
}

function moduleRow(scope: string): ParityRow {
  const note = MODULE_GAPS[scope];
  return {
    feature: `@salesforce/${scope}`,
    status: note === undefined ? 'supported' : 'partial',
    documentation: MODULES_PAGE,
    test: MODULES_TEST,
    ...(note !== undefined && { note }),
  };
}

function unsupportedScopeRow([scope, reason]: [string, string]): ParityRow {
  return {
    feature: `@salesforce/${scope}`,
    status: 'unsupported',
    documentation: SITE_MODULES_PAGE,
    test: 'local-org/src/pages/modules/check-components.test.ts',
    note: `components that import it are refused by a deploy: ${reason}`,
  };
}

function lightningRow([feature, { gaps, documentation, test }]: [string, LightningModule]): ParityRow {
  const note = gaps ?? (test === '' ? 'no test of its own' : undefined);
  const status = note === undefined ? 'supported' : 'partial';
  return { feature, status, documentation, test, ...(note !== undefined && { note }) };
}

function unsupportedModuleRow(feature: string): ParityRow {
  return {
    feature,
    status: 'unsupported',
    documentation: COMPONENT_REFERENCE,
    test: '',
    note: 'components that import it are refused by a deploy',
  };
}

/** Results of `npm run conformance -- pages`, as they are recorded in the repository. */
function suites(): ParitySection {
  const results = JSON.parse(readFileSync(SUITES, 'utf8')) as readonly PageSuiteResult[];
  const table = markdownTable(
    ['project', 'commit', 'pages', 'placeholders', 'kept out'],
    results.map(({ repository, commit, pages, placeholders, keptOut }) => [
      repository,
      commit.slice(0, 7),
      String(pages),
      placeholders.map((name) => `\`${name}\``).join(', ') || 'none',
      keptOut.join(', ') || 'none',
    ]),
  );
  const how =
    'Deployed to an empty org by the unmodified `sf`, with their sample data, and opened with `npm run conformance -- pages PATH --permission-set NAME --data PLAN`: home, every entry of their apps, a record of every object, all tabs and sections. No request leaves the machine, so that pictures of other machines are kept out.';
  return { heading: 'Public projects', rows: [], after: `${how}\n\n${table}` };
}
