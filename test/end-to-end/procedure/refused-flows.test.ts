import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Connection } from 'jsforce';
import { temporaryFolder } from '../testing/run-folder';
import { API_VERSION, RunningOrg } from '../testing/running-org';

const SOURCES = join(__dirname, 'refused-flows');

const folder = temporaryFolder();
let org: RunningOrg;
let admin: Connection;
beforeAll(async () => {
  org = await RunningOrg.start(join(folder, 'state'));
  admin = org.connect();
  admin.metadata.pollInterval = 50;
}, 60_000);

interface Message {
  readonly body: string;
}

/** Deploys flows of the folder; answers what is refused as `flow: problem`. */
async function deploy(...names: readonly string[]): Promise<string[]> {
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
  <types>${names.map((name) => `<members>${name}</members>`).join('')}<name>Flow</name></types>
  <version>${API_VERSION}</version>
</Package>`;
  const files = names.map((name) => [`flows/${name}.flow`, readFileSync(join(SOURCES, `${name}.flow`))]);
  const zip = zipSync({ 'package.xml': strToU8(manifest), ...Object.fromEntries(files) });
  const { details } = await admin.metadata.deploy(Buffer.from(zip), { singlePackage: true }).complete(true);
  const failures = details?.componentFailures ?? [];
  return [failures].flat().map(({ fullName, problem }) => `${fullName}: ${problem}`);
}

const countOf = async (type: string): Promise<number> =>
  (await admin.query(`SELECT Id FROM ${type}`)).totalSize;

describe('a flow is refused by a deploy', () => {
  it('when it fills a field that is not there', async () => {
    expect(await deploy('Fills_Missing_Field')).toEqual([
      `Fills_Missing_Field: Fill_Rating (Assignment) - The field "Star_Rating__c" for the object "Account" doesn't exist.`,
    ]);
    expect(await countOf('FlowDefinitionView')).toBe(0);
  });

  it('when it calls itself by way of another', async () => {
    expect(await deploy('First_Half', 'Second_Half')).toEqual([
      'First_Half: Go_On (Subflow) - The flow "First_Half" calls itself through the subflow "Second_Half".',
      'Second_Half: Go_On (Subflow) - The flow "Second_Half" calls itself through the subflow "First_Half".',
    ]);
  });
});

describe('a flow that fails', () => {
  it('names itself, tells the administrator the element, and rolls the whole save back', async () => {
    expect(await deploy('Adds_Nameless_Contact')).toEqual([]);
    const error: unknown = await admin
      .sobject('Account')
      .create({ Name: 'Acme' })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' });
    expect(String(error)).toContain(
      "We can't save this record because the “Adds_Nameless_Contact” process failed. Give your Salesforce admin these details. This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]",
    );
    const { messages } = (await (await org.fetch('/local-org/outbox')).json()) as { messages: Message[] };
    expect(messages).toHaveLength(1);
    expect(messages[0]?.body).toContain('Error element Add_Contact (FlowRecordCreate).');
    expect(messages[0]?.body).toContain('Flow API Name: Adds_Nameless_Contact');
    expect([await countOf('Account'), await countOf('Contact')]).toEqual([0, 0]);
  });
});
