import { QUERY_FEATURES } from '../../query';
import { parityDocument, type ParityDocument } from './parity-row';

/** SOQL and SOSL features. */
export function queryParity(): ParityDocument {
  const sections = (['SOQL', 'SOSL'] as const).map((language) => ({
    heading: language,
    rows: QUERY_FEATURES.filter((feature) => feature.language === language).map((feature) => ({
      feature: feature.name,
      status: feature.status,
      documentation: feature.documentation,
      test: `local-org/conformance/soql/${feature.cases.file}`,
      note: [`cases: ${feature.cases.group}`, feature.note].filter(Boolean).join('; '),
    })),
  }));
  return parityDocument(
    'parity/query.md',
    'SOQL and SOSL',
    'What is not in the list and not answered is refused by name, with 501 over the API.',
    sections,
  );
}
