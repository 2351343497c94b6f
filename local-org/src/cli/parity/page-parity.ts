import {
  MODULE_SCOPES,
  STANDARD_COMPONENTS,
  UNSUPPORTED_COMPONENTS,
  type StandardComponent,
} from '../../pages';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

const COMPONENTS_PAGE =
  'https://help.salesforce.com/s/articleView?id=sf.lightning_page_components.htm';
const MODULES_PAGE =
  'https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html';
const MODULES_TEST = 'local-org/src/pages/modules/platform-modules.test.ts';

/** Scopes of which something is missing, with what. */
const MODULE_GAPS: Readonly<Record<string, string>> = {
  apexContinuation: 'calls are refused by name',
  client: 'the form factor of a desktop',
  i18n: 'currency, language, locale and time zone follow the user; the rest is that of English (United States)',
};

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
      { heading: 'Modules of @salesforce', rows: MODULE_SCOPES.map(moduleRow) },
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
  return { feature: name, status: 'unsupported', documentation: COMPONENTS_PAGE, test: '', note };
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
