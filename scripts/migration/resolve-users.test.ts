import { StepPlan, type NamedUser, type PlannedRecord } from '../pipelines';
import { MemoryOrg } from '../salesforce/testing/memory-org';
import { resolveUsers } from './resolve-users';

const planned = (text: string, missing: NamedUser['missing'] = 'running-user'): PlannedRecord => ({
  rows: [],
  key: text,
  record: {},
  users: [{ field: 'OwnerId', text, missing }],
  defaulted: new Set(),
  parentKey: null,
  parents: [],
  rejections: [],
});

function orgWithUsers(): MemoryOrg {
  const org = new MemoryOrg([]);
  const user = { Name: 'Amara Okafor', Email: 'amara@hub.example', Username: 'amara.okafor@hub.example' };
  org.records.set('User', new Map([['1', user]]));
  return org;
}

describe('resolveUsers', () => {
  it.each(['Amara Okafor', 'amara okafor', 'AMARA@hub.example', 'amara.okafor@hub.example'])(
    'finds %s',
    async (text) => {
      const record = planned(text);
      expect(
        await resolveUsers(orgWithUsers().asIntegration(), new Map([['deals', new StepPlan([record])]])),
      ).toEqual([]);
      expect(record.record).toEqual({ OwnerId: 'id-1' });
    },
  );

  it('leaves the owner to the running user and says so', async () => {
    const record = planned('Pat Ellery');
    const warnings = await resolveUsers(
      orgWithUsers().asIntegration(),
      new Map([['deals', new StepPlan([record])]]),
    );
    expect(warnings).toEqual(['no active user for Pat Ellery: the running user owns their records']);
    expect(record.record).toEqual({});
  });

  it('rejects the record where the mapping asks for a user', async () => {
    const record = planned('Pat Ellery', 'reject');
    await resolveUsers(orgWithUsers().asIntegration(), new Map([['deals', new StepPlan([record])]]));
    expect(record.rejections).toEqual([
      { code: 'USER_NOT_FOUND', message: 'No active user "Pat Ellery"', field: 'OwnerId' },
    ]);
  });

  it('asks nothing when no record names a user', async () => {
    const org = orgWithUsers();
    const query = jest.spyOn(org, 'query');
    await resolveUsers(org.asIntegration(), new Map([['deals', new StepPlan([])]]));
    expect(query).not.toHaveBeenCalled();
  });
});
