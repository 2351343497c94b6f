import { join } from 'node:path';
import {
  buildRetrieveZip,
  ComponentStore,
  readSourceDirectory,
  type Component,
} from '../../../local-org/src/metadata';

const SOURCE = join(__dirname, '../../../force-app/main/default');
const API_VERSION = 67;
/** What `.forceignore` keeps out of a deploy: sources that are compiled before, and tests. */
const NOT_DEPLOYED = /\.ts$|\/__(?:tests|mocks)__\//;

/**
 * Zips the solution as `sf project deploy start` would send it; the entries lie in one folder.
 * @throws Error when a file cannot be read
 */
export function solutionZip(): Uint8Array {
  const { components, problems } = readSourceDirectory(SOURCE);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  const deployed = components.map((component): Component => ({
    ...component,
    files: component.files.filter(({ path }) => !NOT_DEPLOYED.test(path)),
  }));
  const types = [...new Set(deployed.map(({ type }) => type))].map((name) => ({
    name,
    members: deployed.filter(({ type }) => type === name).map(({ fullName }) => fullName),
  }));
  return buildRetrieveZip(ComponentStore.of(deployed), types, API_VERSION).zip;
}
