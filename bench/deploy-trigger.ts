import { strToU8, zipSync } from 'fflate';
import type { OrgClient } from './org-client';

const API_VERSION = '67.0';
const POLL_MS = 50;

/** Deploys a trigger through the Metadata API and waits for it. @throws Error with what the org says of it */
export async function deployTrigger(client: OrgClient, name: string, body: string): Promise<void> {
  const meta =
    `<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${API_VERSION}</apiVersion>` +
    '<status>Active</status></ApexTrigger>';
  const manifest =
    `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>${name}</members>` +
    `<name>ApexTrigger</name></types><version>${API_VERSION}</version></Package>`;
  const zip = zipSync({
    'package.xml': strToU8(manifest),
    [`triggers/${name}.trigger`]: strToU8(body),
    [`triggers/${name}.trigger-meta.xml`]: strToU8(meta),
  });
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
