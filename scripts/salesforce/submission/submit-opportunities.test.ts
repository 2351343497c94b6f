import type { SaveResult } from '../../shared';
import type { Subrequest, Subresponse } from '../composite';
import type { RecordTree } from '../composite-graph';
import { submitAll, type SubmissionOrg } from './submit-opportunities';

const SUBMISSION = {
  externalId: 'ERP-1',
  account: { externalId: 'ACC-1', name: 'Acme' },
  name: 'Acme, 50 licences',
  stage: 'Qualification',
  closeDate: '2027-03-31',
  amount: 25_000,
  probability: 10,
  owner: 'USER-1',
};
const CONTACT = { externalId: 'CON-1', lastName: 'Byron', email: 'ada@example.com', role: 'Decision Maker' };

/** An org that keeps nodes by object and key, and answers look-ups from them. */
class SubmissionsKept implements SubmissionOrg {
  readonly versionPath = '/services/data/v67.0';
  readonly trees: RecordTree[] = [];
  readonly rows = new Map<string, Record<string, unknown>>();
  lookUps = 0;
  refuse: readonly SaveResult[] | undefined;

  composite(subrequests: readonly Subrequest[]): Promise<readonly Subresponse[]> {
    this.lookUps += 1;
    return Promise.resolve(subrequests.map(({ url, referenceId }) => this.answer(url, referenceId)));
  }

  saveTrees(trees: readonly RecordTree[]): Promise<SaveResult[][]> {
    this.trees.push(...trees);
    return Promise.resolve(trees.map((tree) => (this.refuse ? [...this.refuse] : this.save(tree))));
  }

  private answer(url: string, referenceId: string): Subresponse {
    const soql = decodeURIComponent(url.split('?q=')[1] ?? '');
    const object = /FROM (\w+)/.exec(soql)?.[1] ?? '';
    const rows = [...this.rows].filter(([name]) => name.startsWith(`${object} `));
    const asked = rows.filter(([name]) => soql.includes(`'${name.split(' ')[1] ?? ''}'`));
    return { referenceId, httpStatusCode: 200, body: { records: asked.map(([, row]) => row) } };
  }

  private save(tree: RecordTree): SaveResult[] {
    return tree.map(({ object, externalId, record }) => {
      const key = externalId?.value ?? '';
      const created = !this.rows.has(`${object} ${key}`);
      const parents = { Account: { External_Id__c: 'ACC-1' } };
      this.rows.set(`${object} ${key}`, { ...parents, ...record, Id: `id-${key}`, External_Id__c: key });
      return { success: true, id: `id-${key}`, created, errors: [] };
    });
  }
}

let org: SubmissionsKept;
beforeEach(() => {
  org = new SubmissionsKept();
});

describe('submitAll', () => {
  it('makes account, opportunity, contact and role as one tree', async () => {
    const [result] = await submitAll(org, [{ ...SUBMISSION, primaryContact: CONTACT }]);
    expect(result).toEqual({ success: true, id: 'id-ERP-1', created: true, differences: [], errors: [] });
    const nodes = org.trees[0]?.map(({ object, externalId }) => `${object} ${externalId?.value ?? ''}`);
    expect(nodes).toEqual([
      'Account ACC-1',
      'Opportunity ERP-1',
      'Contact CON-1',
      'OpportunityContactRole ERP-1:primary',
    ]);
    expect(org.trees[0]?.[3]?.record).toEqual({
      OpportunityId: '@{opportunity.id}',
      ContactId: '@{contact.id}',
      Role: 'Decision Maker',
      IsPrimary: true,
    });
  });

  it('finds the opportunity the second time and writes nothing', async () => {
    await submitAll(org, [SUBMISSION]);
    const [again] = await submitAll(org, [SUBMISSION]);
    expect(again).toEqual({ success: true, id: 'id-ERP-1', created: false, differences: [], errors: [] });
    expect(org.trees).toHaveLength(1);
  });

  it('leaves an opportunity that went on as it is and says in what it differs', async () => {
    await submitAll(org, [SUBMISSION]);
    const [again] = await submitAll(org, [{ ...SUBMISSION, stage: 'Needs Analysis', amount: 30_000 }]);
    expect(again).toMatchObject({ created: false, differences: ['StageName', 'Amount'] });
    expect(org.trees).toHaveLength(1);
  });

  it('refers to accounts and contacts that are there, and leaves them as they are', async () => {
    await submitAll(org, [{ ...SUBMISSION, primaryContact: CONTACT }]);
    await submitAll(org, [{ ...SUBMISSION, externalId: 'ERP-2', primaryContact: CONTACT }]);
    const [deal, role, ...more] = org.trees[1] ?? [];
    expect(deal?.record).toMatchObject({ Account: { External_Id__c: 'ACC-1' } });
    expect(role?.record).toMatchObject({ Contact: { External_Id__c: 'CON-1' } });
    expect(more).toEqual([]);
  });

  it('refuses wrong submissions before any call', async () => {
    const [result] = await submitAll(org, [{ ...SUBMISSION, amount: undefined, owner: '' }]);
    expect(result).toMatchObject({ success: false, id: null, created: false });
    expect(result?.errors.map(({ fields }) => fields[0])).toEqual(['amount', 'owner']);
    expect(org.lookUps).toBe(0);
  });

  it('goes on with the others and keeps their order', async () => {
    const results = await submitAll(org, [{}, SUBMISSION, { ...SUBMISSION, externalId: 'ERP-2' }]);
    expect(results.map(({ id }) => id)).toEqual([null, 'id-ERP-1', 'id-ERP-2']);
    expect(org.lookUps).toBe(1);
  });

  it('takes the same submission twice in a list as one, and refuses a contradiction', async () => {
    const results = await submitAll(org, [SUBMISSION, SUBMISSION, { ...SUBMISSION, amount: 1 }]);
    expect(results.map(({ created }) => created)).toEqual([true, false, false]);
    expect(results[2]?.errors[0]?.code).toBe('KEY_CONFLICT');
    expect(org.trees).toHaveLength(1);
  });

  it('passes on the reason of the record that was refused', async () => {
    const rule = { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Outside the band.', fields: [] };
    const halted = { code: 'PROCESSING_HALTED', message: 'Rolled back', fields: [] };
    org.refuse = [halted, rule].map((error) => ({
      success: false,
      id: null,
      created: false,
      errors: [error],
    }));
    const [result] = await submitAll(org, [SUBMISSION]);
    expect(result).toMatchObject({ success: false, id: null, errors: [rule] });
  });

  it('looks 300 up in one call', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ ...SUBMISSION, externalId: `ERP-${index}` }));
    expect((await submitAll(org, many)).every(({ created }) => created)).toBe(true);
    expect(org.lookUps).toBe(1);
  });

  it('stops with the code of the org when a look-up is refused', async () => {
    org.composite = () =>
      Promise.resolve([
        {
          referenceId: 'lookup1',
          httpStatusCode: 400,
          body: [{ errorCode: 'INVALID_FIELD', message: 'No' }],
        },
      ]);
    await expect(submitAll(org, [SUBMISSION])).rejects.toMatchObject({ code: 'INVALID_FIELD' });
  });
});
