import { strToU8, zipSync } from 'fflate';
import type { OrgClient } from './org-client';

export const API_VERSION = '67.0';
const POLL_MS = 50;

/**
 * Deploys one component through the Metadata API and waits for it.
 * @param files texts by path in the package, without the manifest
 * @throws Error with what the org says of it
 */
export async function deploy(
  client: OrgClient,
  type: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const manifest =
    `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>${name}</members>` +
    `<name>${type}</name></types><version>${API_VERSION}</version></Package>`;
  const texts = Object.entries({ 'package.xml': manifest, ...files });
  const zip = zipSync(Object.fromEntries(texts.map(([path, text]) => [path, strToU8(text)])));
  const { id } = await client.upload<{ id: string }>('/metadata/deployRequest', zip, {
    deployOptions: { singlePackage: true, rollbackOnError: true },
  });
  await finished(client, id);
}

interface DeployAnswer {
  readonly deployResult: { readonly done: boolean; readonly success: boolean };
}

async function finished(client: OrgClient, id: string): Promise<void> {
  for (;;) {
    const answer = await client.request<DeployAnswer>(
      'GET',
      `/metadata/deployRequest/${id}?includeDetails=true`,
    );
    if (answer.deployResult.success) return;
    if (answer.deployResult.done) throw new Error(`The deploy failed: ${JSON.stringify(answer)}`);
    await new Promise((settle) => setTimeout(settle, POLL_MS));
  }
}
