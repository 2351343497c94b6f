import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyPrefixOf } from '../../core';
import { ApprovalOrg, type ApprovalCase, type ApprovalFixture } from './testing/approval-org';

const FILE = join(__dirname, '../../../conformance/approval/opportunity-approvals.json');
const fixture = JSON.parse(readFileSync(FILE, 'utf8')) as ApprovalFixture;

describe('approvals over REST', () => {
  let org: ApprovalOrg;
  beforeAll(async () => {
    org = await ApprovalOrg.start(fixture);
  });
  afterAll(() => org.stop());

  it.each(fixture.cases.map((each): [string, ApprovalCase] => [each.title, each]))(
    '%s',
    async (_title, each) => {
      const found = await org.run(each);
      expect(found).toEqual(each.steps.map((step) => org.expected(step)));
    },
  );

  it.each(fixture.refused.map((each) => [each.title, each] as const))(
    'deploy refuses %s',
    async (_title, each) => {
      await expect(org.deploy(each.files)).rejects.toThrow(JSON.stringify(each.problem).slice(1, -1));
    },
  );

  it('GET lists the active processes by object', async () => {
    const { body } = await org.api.call('GET', '/process/approvals');
    const { approvals } = body as { approvals: Record<string, Record<string, unknown>[]> };
    const names = approvals['Opportunity']?.map(({ name }) => name);
    expect(names).toContain('Two steps');
    expect(names).not.toContain('Off');
    expect(keyPrefixOf(String(approvals['Opportunity']?.[0]?.['id']))).toBe('04a');
  });

  it('AP-11 a list: only the request that fails is undone', async () => {
    const [good, bad] = [
      await org.opportunity({ NextStep: 'desk' }),
      await org.opportunity({ NextStep: 'no' }),
    ];
    const requests = [bad, good].map((contextId) => ({ actionType: 'Submit', contextId }));
    const { status, body } = await org.as('rep', 'POST', '/process/approvals', { requests });
    const [failed, done] = body as Record<string, unknown>[];
    expect(status).toBe(200);
    expect(failed).toMatchObject({ success: false, instanceId: null, newWorkitemIds: null });
    expect(done).toMatchObject({ success: true, errors: null, entityId: good, instanceStatus: 'Pending' });
  });

  it('ProcessInstance knows when it ended', async () => {
    const id = await org.opportunity({ NextStep: 'desk' });
    await org.as('rep', 'POST', '/process/approvals', {
      requests: [{ actionType: 'Submit', contextId: id }],
    });
    org.api.clock.advance(90 * 60_000);
    const { records } = await org.api.query(
      `SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${id}'`,
    );
    const requests = [{ actionType: 'Approve', contextId: records[0]?.['Id'] }];
    await org.as('admin', 'POST', '/process/approvals', { requests });
    const { records: instances } = await org.api.query(
      `SELECT Status, ElapsedTimeInHours, (SELECT StepStatus FROM Steps ORDER BY Id), (SELECT NodeStatus FROM Nodes)
       FROM ProcessInstance WHERE TargetObjectId = '${id}'`,
    );
    expect(instances[0]).toMatchObject({ Status: 'Approved', ElapsedTimeInHours: 1.5 });
  });

  it('ProcessInstanceHistory: steps and open requests, of a record and of its instance', async () => {
    const id = await org.opportunity({ NextStep: 'two', Amount: 2000 });
    const request = { actionType: 'Submit', contextId: id, comments: 'please' };
    await org.as('rep', 'POST', '/process/approvals', { requests: [request] });
    const fields = 'StepStatus, IsPending, Comments, TargetObjectId, ProcessNode.Name, Actor.Name';
    const { records } = await org.api.query(
      `SELECT (SELECT ${fields} FROM ProcessSteps ORDER BY IsPending) FROM Opportunity WHERE Id = '${id}'`,
    );
    expect(records[0]?.['ProcessSteps']).toMatchObject({
      totalSize: 2,
      records: [
        {
          StepStatus: 'Started',
          IsPending: false,
          Comments: 'please',
          TargetObjectId: id,
          Actor: { Name: 'rep' },
        },
        {
          StepStatus: 'Pending',
          IsPending: true,
          Comments: null,
          ProcessNode: {},
          Actor: { Name: 'manager' },
        },
      ],
    });
    const { records: instances } = await org.api.query(
      `SELECT (SELECT Id FROM StepsAndWorkitems), (SELECT Id FROM Steps), (SELECT Id FROM Workitems)
       FROM ProcessInstance WHERE TargetObjectId = '${id}'`,
    );
    const [of] = instances as Record<string, { records: { Id: string }[] }>[];
    const idsOf = (name: string): string[] => of?.[name]?.records.map(({ Id }) => Id) ?? [];
    expect(idsOf('StepsAndWorkitems').sort()).toEqual([...idsOf('Steps'), ...idsOf('Workitems')].sort());
  });

  it('ProcessInstanceHistory: cannot be queried by itself', async () => {
    const { status, body } = await org.api.call('GET', '/query?q=SELECT+Id+FROM+ProcessInstanceHistory');
    expect({ status, body }).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'INVALID_TYPE_FOR_OPERATION',
          message: expect.stringContaining('entity type ProcessInstanceHistory does not support query'),
        },
      ],
    });
  });

  it.each([
    ['nothing is submitted', 'desk', false, 'rep', { actions: ['Submit'], choosesApprover: [] }],
    [
      'the first approver is chosen',
      'hand',
      false,
      'rep',
      { actions: ['Submit'], choosesApprover: ['Submit'] },
    ],
    ['a queue is asked, of a member', 'desk', true, 'peer', { actions: ['Approve', 'Reject', 'Reassign'] }],
    ['the user has submitted', 'desk', true, 'rep', { actions: ['Recall'] }],
    ['recalls are not allowed', 'any', true, 'rep', { actions: [] }],
    ['others are asked', 'desk', true, 'vp', { actions: [] }],
    ['the user administers', 'desk', true, 'admin', { actions: ['Approve', 'Reject', 'Reassign', 'Recall'] }],
  ])('situation: what the user may do when %s', async (_title, NextStep, isSubmitted, user, expected) => {
    const id = await org.opportunity({ NextStep });
    const requests = [{ actionType: 'Submit', contextId: id }];
    if (isSubmitted) await org.as('rep', 'POST', '/process/approvals', { requests });
    const { status, body } = await org.as(user, 'GET', `/process/approvals/situation/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject(expected);
    const { records } = await org.api.query(
      `SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${id}'`,
    );
    const { actions, workitemId } = body as { actions: string[]; workitemId: string | null };
    const answered = records.find(({ Id }) => Id === workitemId);
    expect(answered !== undefined).toBe(isSubmitted && actions.length > 0);
  });

  it('a user who cannot see the record cannot submit it', async () => {
    await org.deploy({
      'objects/Opportunity.object': '<CustomObject><sharingModel>Private</sharingModel></CustomObject>',
    });
    const contextId = await org.opportunity({ NextStep: 'all' });
    const requests = [{ actionType: 'Submit', contextId }];
    const { body } = await org.as('peer', 'POST', '/process/approvals', { requests });
    expect(body).toMatchObject([
      { success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }] },
    ]);
    const { records } = await org.api.query(
      `SELECT Id FROM ProcessInstance WHERE TargetObjectId = '${contextId}'`,
    );
    expect(records).toEqual([]);
  });
});
