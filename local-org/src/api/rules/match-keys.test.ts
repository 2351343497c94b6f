import { ApprovalOrg } from '../approvals/testing/approval-org';

const matchingRule = (status: string, items: string): string =>
  `<MatchingRules><matchingRules><fullName>Known</fullName><label>Known</label>${items}<ruleStatus>${status}</ruleStatus></matchingRules></MatchingRules>`;
const item = (field: string, method: string): string =>
  `<matchingRuleItems><blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>${field}</fieldName><matchingMethod>${method}</matchingMethod></matchingRuleItems>`;
const NAME_AND_CITY = item('Name', 'CompanyName') + item('BillingCity', 'City');
const RULE =
  '<DuplicateRule><actionOnInsert>Block</actionOnInsert><actionOnUpdate>Block</actionOnUpdate><duplicateRuleMatchRules><matchRuleSObjectType>Account</matchRuleSObjectType><matchingRule>Known</matchingRule></duplicateRuleMatchRules><isActive>true</isActive><masterLabel>Known</masterLabel><securityOption>BypassSharingRules</securityOption><sortOrder>1</sortOrder></DuplicateRule>';

describe('match keys of stored records', () => {
  let org: ApprovalOrg;
  beforeEach(async () => {
    org = await ApprovalOrg.start({ users: {}, files: {}, cases: [], refused: [] });
  });
  afterEach(() => org.stop());

  const deploy = (status: string, items = NAME_AND_CITY): Promise<void> =>
    org.deploy({
      'matchingRules/Account.matchingRule': matchingRule(status, items),
      'duplicateRules/Account.Known.duplicateRule': RULE,
    });
  const insert = async (values: Readonly<Record<string, unknown>>): Promise<number> =>
    (await org.api.call('POST', '/sobjects/Account', values)).status;
  const ACME = { Name: 'Acme Widgets', BillingCity: 'Boston' };
  const NEAR = { Name: 'ACME Widgets Inc.', BillingCity: 'Boston' };

  it('activation: finds records that were saved before', async () => {
    await org.api.create('Account', ACME);
    await deploy('Inactive');
    expect(await insert(NEAR)).toBe(201);
    await deploy('Active');
    expect(await insert(NEAR)).toBe(400);
  });

  it('reactivation: finds records that were saved while the rule was inactive', async () => {
    await deploy('Active');
    await deploy('Inactive');
    await org.api.create('Account', ACME);
    await deploy('Active');
    expect(await insert(NEAR)).toBe(400);
  });

  it('another formula: replaces the keys', async () => {
    await deploy('Active');
    await org.api.create('Account', { ...ACME, Phone: '4155551212' });
    await deploy('Active', item('Name', 'CompanyName') + item('Phone', 'Phone'));
    expect(await insert(NEAR)).toBe(201);
    expect(await insert({ Name: 'Acme Widgets', Phone: '(415) 555-1212' })).toBe(400);
  });

  it('update and undelete: move the record to its new key and bring it back', async () => {
    await deploy('Active');
    const id = await org.api.create('Account', ACME);
    await org.api.call('PATCH', `/sobjects/Account/${id}`, { BillingCity: 'Chicago' });
    expect(await insert({ ...NEAR, BillingCity: 'Chicago' })).toBe(400);
    await org.api.call('DELETE', `/sobjects/Account/${id}`);
    const other = await org.api.create('Account', { ...NEAR, BillingCity: 'Chicago' });
    await org.api.call('DELETE', `/sobjects/Account/${other}`);
    const options = {
      context: { user: org.api.org.users.findByUsername('admin@local.org')!, mode: 'system', apiVersion: 67 },
      allOrNone: true,
    } as const;
    org.api.org.dml.undelete([id], options);
    expect(await insert({ ...NEAR, BillingCity: 'Chicago' })).toBe(400);
  });

  it('one call: a refused record leaves no key behind, a later chunk finds those of an earlier one', async () => {
    await deploy('Active');
    const { body } = await org.api.call('POST', '/composite/sobjects', {
      allOrNone: true,
      records: [{ attributes: { type: 'Account' }, ...ACME }, { attributes: { type: 'Account' } }],
    });
    expect(body).toMatchObject([{ success: false }, { success: false }]);
    expect(await insert(NEAR)).toBe(201);
    const compositeRequest = ['first', 'second'].map((referenceId) => ({
      method: 'POST',
      url: '/services/data/v67.0/sobjects/Account',
      referenceId,
      body: { Name: 'Beta Systems', BillingCity: 'Bern' },
    }));
    const composite = await org.api.call('POST', '/composite', { allOrNone: false, compositeRequest });
    expect(composite.body).toMatchObject({
      compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 400 }],
    });
  });
});
