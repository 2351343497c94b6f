import { apiCatalogue, type CatalogueEntry } from '../../api';
import type { LocalOrg } from '../../org';
import { API_AREAS, SOAP_AREAS, type ApiArea } from './api-areas';
import { parityDocument, type ParityDocument, type ParityRow } from './parity-row';

/** Resources, routes and SOAP operations of the API. */
export async function apiParity(org: LocalOrg): Promise<ParityDocument> {
  const { resources, routes, soapOperations } = await apiCatalogue(org);
  const entries = [...resources, ...routes];
  const areas = API_AREAS.map((area) => ({
    heading: area.name,
    rows: entries.filter((entry) => areaOf(entry.path) === area).map((entry) => rowOf(entry, area)),
  }));
  const soap = Object.entries(SOAP_AREAS).map(([path, area]) => ({
    heading: area.name,
    rows: (soapOperations[path] ?? []).map((operation): ParityRow => ({
      feature: operation,
      status: 'supported',
      documentation: area.documentation,
      test: area.test,
    })),
  }));
  return parityDocument(
    'parity/api.md',
    'APIs',
    'Paths below `/services/data/vXX.X` (versions 50 to 67) unless they begin with `/services` or `/id`. Everything ' +
      'else is answered with `NOT_FOUND`; SOAP operations that are not listed are refused by name.',
    [...areas, ...soap].filter(({ rows }) => rows.length > 0),
  );
}

/** The area whose longest prefix fits a path. */
function areaOf(path: string): ApiArea | undefined {
  const fitting = API_AREAS.flatMap((area) => area.prefixes.map((prefix) => ({ area, prefix })));
  return fitting
    .filter(({ prefix }) => path.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0]?.area;
}

function rowOf({ path, methods, refused }: CatalogueEntry, area: ApiArea): ParityRow {
  const { documentation, test } = area;
  if (refused !== null) {
    return { feature: path, status: 'unsupported', documentation, test, note: `refused: ${refused}` };
  }
  const limits = area.partial?.[path];
  const note = [methods.join(' '), limits].filter(Boolean).join('; ');
  return { feature: path, status: limits === undefined ? 'supported' : 'partial', documentation, test, note };
}
