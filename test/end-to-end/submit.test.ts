import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { runHub, type Ended } from './testing/project-process';
import { temporaryFolder } from './testing/run-folder';
import type { RunningOrg } from './testing/running-org';
import { startCopy } from './testing/shared-hub';
import { jsonLine } from './testing/start-summary';

const DAY_MS = 86_400_000;
const MANY = 80;

interface Summary {
  readonly read: number;
  readonly created: number;
  readonly found: number;
  readonly rejected: number;
  readonly results: readonly {
    readonly key: string;
    readonly id: string | null;
    readonly differences: readonly string[];
    readonly errors: readonly { readonly code: string; readonly message: string }[];
  }[];
  readonly calls: { readonly callsByKind: Readonly<Record<string, number>> };
}

const root = temporaryFolder();
const state = join(root, 'state');
let org: RunningOrg;
let admin: Connection;
beforeAll(async () => {
  org = await startCopy(state);
  admin = org.connect();
  await endCutover();
}, 240_000);

/** After the move from the list the integration user bypasses no rule any more. */
async function endCutover(): Promise<void> {
  const { records } = await admin.query<{ Id: string }>(
    "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'integration@opportunity-hub.example'" +
      " AND PermissionSetGroup.DeveloperName = 'Opportunity_Hub_Cutover'",
  );
  expect(records).toHaveLength(1);
  await admin.sobject('PermissionSetAssignment').destroy(records.map(({ Id }) => Id));
}

const submission = (externalId: string, changes: object = {}): object => ({
  externalId,
  account: { externalId: `ACC-${externalId}`, name: `Customer ${externalId}` },
  name: `Deal ${externalId}`,
  stage: 'Qualification',
  closeDate: new Date(Date.now() + 60 * DAY_MS).toISOString().slice(0, 10),
  amount: 25_000,
  probability: 10,
  owner: 'USER-kevin-marsh',
  ...changes,
});
const CONTACT = { externalId: 'CON-S-1', firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' };

function submit(content: unknown, ...more: string[]): Promise<Ended> {
  const file = join(root, 'submissions.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return runHub('submit', file, '--connection-file', join(state, 'integration.json'), ...more);
}

const rows = async (soql: string): Promise<readonly Record<string, unknown>[]> =>
  (await admin.query<Record<string, unknown>>(soql)).records;
const count = async (object: string, where: string): Promise<number> =>
  (await admin.query(`SELECT COUNT() FROM ${object} WHERE ${where}`)).totalSize;

describe('npm run submit', () => {
  const first = submission('S-1', { primaryContact: { ...CONTACT, role: 'Decision Maker' } });
  const stamp = (): Promise<readonly Record<string, unknown>[]> =>
    rows(
      "SELECT Id, SystemModstamp, StageName, Owner.External_Id__c FROM Opportunity WHERE External_Id__c = 'S-1'",
    );

  it('makes account, opportunity, contact and primary role', async () => {
    const ended = await submit(first, '--json');
    expect(ended.code).toBe(0);
    expect(jsonLine<Summary>(ended)).toMatchObject({ read: 1, created: 1, found: 0, rejected: 0 });
    const [deal] = await stamp();
    expect(deal).toMatchObject({ StageName: 'Qualification', Owner: { External_Id__c: 'USER-kevin-marsh' } });
    expect(
      await rows(
        "SELECT IsPrimary, Role, Contact.LastName, Opportunity.Account.Name FROM OpportunityContactRole WHERE Opportunity.External_Id__c = 'S-1'",
      ),
    ).toMatchObject([
      {
        IsPrimary: true,
        Role: 'Decision Maker',
        Contact: { LastName: 'Byron' },
        Opportunity: { Account: { Name: 'Customer S-1' } },
      },
    ]);
  });

  it('opens the first gate, as for a deal that is entered by hand', async () => {
    expect(await count('Stage_Gate_Item__c', "Opportunity__r.External_Id__c = 'S-1'")).toBeGreaterThan(0);
  });

  it('--check: says what the org would refuse for the stage, and sends nothing', async () => {
    const wrong = submission('S-9', { stage: 'Needs Analysis', probability: 10 });
    const ended = await submit([submission('S-8'), wrong], '--check', '--json');
    const [fits, doesNot] = jsonLine<{ results: Summary['results'] }>(ended).results;
    expect([ended.code, fits?.errors, doesNot?.errors.map(({ code }) => code)]).toEqual([
      2,
      [],
      ['STAGE_POLICY', 'STAGE_POLICY', 'STAGE_POLICY'],
    ]);
    expect(await count('Opportunity', "External_Id__c IN ('S-8', 'S-9')")).toBe(0);
    const sent = jsonLine<Summary>(await submit([wrong], '--json'));
    expect(sent.rejected).toBe(1);
  });

  it('changes nothing the second time', async () => {
    const before = await stamp();
    const ended = await submit(first, '--json');
    expect(jsonLine<Summary>(ended)).toMatchObject({ read: 1, created: 0, found: 1, rejected: 0 });
    expect(await stamp()).toEqual(before);
    expect(await count('Account', "External_Id__c = 'ACC-S-1'")).toBe(1);
    expect(await count('Contact', "External_Id__c = 'CON-S-1'")).toBe(1);
  });

  it('leaves what went on as it is, and says so', async () => {
    const ended = await submit({ ...first, amount: 30_000 });
    expect(ended.stdout).toContain('S-1: left as it is; differs in Amount');
    expect(await rows("SELECT Amount FROM Opportunity WHERE External_Id__c = 'S-1'")).toMatchObject([
      { Amount: 25_000 },
    ]);
  });

  it('takes the good ones of a list and explains the others', async () => {
    const ended = await submit(
      {
        submissions: [
          submission('S-2', { amount: undefined }),
          submission('S-3', { stage: 'Negotiation/Review', probability: 80 }),
          submission('S-4', { owner: 'USER-nobody' }),
          submission('S-5', { account: { externalId: 'ACC-S-1', name: 'Another name' } }),
        ],
      },
      '--json',
    );
    expect(ended.code).toBe(2);
    const { created, rejected, results } = jsonLine<Summary>(ended);
    expect({ created, rejected }).toEqual({ created: 1, rejected: 3 });
    expect(results.map(({ errors }) => errors[0]?.message ?? '')).toEqual([
      'amount: give the amount; the best estimate will do',
      expect.stringContaining('A new opportunity starts in Qualification.'),
      expect.stringContaining('USER-nobody'),
      '',
    ]);
    // Whole or not at all: the refused ones leave no account behind, and the account that was there keeps its name.
    expect(await count('Account', "External_Id__c IN ('ACC-S-2', 'ACC-S-3', 'ACC-S-4')")).toBe(0);
    expect(await rows("SELECT Name FROM Account WHERE External_Id__c = 'ACC-S-1'")).toMatchObject([
      { Name: 'Customer S-1' },
    ]);
  });

  it('submits many in few calls, and once only', async () => {
    const many = Array.from({ length: MANY }, (_, index) =>
      submission(`M-${index}`, { account: { externalId: 'ACC-S-1', name: 'Customer S-1' } }),
    );
    const summary = jsonLine<Summary>(await submit(many, '--json'));
    expect(summary).toMatchObject({ read: MANY, created: MANY, rejected: 0 });
    expect(summary.calls.callsByKind).toEqual({ login: 1, composite: 1, graph: 2 });
    expect(jsonLine<Summary>(await submit(many, '--json'))).toMatchObject({ created: 0, found: MANY });
    expect(await count('Opportunity', "External_Id__c LIKE 'M-%'")).toBe(MANY);
  }, 60_000);

  it('names a file that is none', async () => {
    const ended = await submit('no json');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('SUBMISSIONS_INVALID');
  });
});
