import { checkSubmission } from './opportunity-submission';

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
const CONTACT = { externalId: 'CON-1', lastName: 'Byron', email: 'ada@example.com' };

const messages = (submission: unknown): string[] => {
  const checked = checkSubmission(submission);
  return 'errors' in checked ? checked.errors.map(({ message }) => message) : [];
};

describe('checkSubmission', () => {
  it('accepts a whole submission and says where it comes from', () => {
    const checked = checkSubmission({ ...SUBMISSION, primaryContact: CONTACT });
    expect(checked).toMatchObject({ submission: { externalId: 'ERP-1', sourceSystem: 'Internal Database' } });
  });

  it.each([
    ['externalId', 'externalId: give the key of the opportunity in the system that submits it'],
    ['account', 'account: name the account: { "externalId": ..., "name": ... }'],
    ['name', 'name: give the opportunity a name'],
    ['stage', 'stage: give the stage; a new opportunity starts in Qualification'],
    ['closeDate', 'closeDate: give the expected close date'],
    ['amount', 'amount: give the amount; the best estimate will do'],
    ['probability', 'probability: give the probability in percent'],
    ['owner', 'owner: give the external id of the user who owns the opportunity'],
  ])('says what to do when %s is missing', (property, message) => {
    expect(messages({ ...SUBMISSION, [property]: undefined })).toEqual([message]);
  });

  it.each([
    ['a blank name', { name: '  ' }, 'name: give the opportunity a name'],
    ['a name that is too long', { name: 'x'.repeat(121) }, 'name: must be text of 1 to 120 characters'],
    ['a number as text', { amount: '25000' }, 'amount: must be a number'],
    ['a negative amount', { amount: -1 }, 'amount: must not be negative'],
    ['a probability above 100', { probability: 101 }, 'probability: must be from 0 to 100'],
    ['a day that does not exist', { closeDate: '2027-02-30' }, 'closeDate: must be a date like 2026-12-31'],
    ['an account without key', { account: { name: 'A' } }, 'account.externalId: give the external id'],
    ['an unknown property', { amuont: 1 }, 'submission: '],
    [
      'a contact that nobody can reach',
      { primaryContact: { externalId: 'CON-1', lastName: 'Byron' } },
      'primaryContact: give an e-mail address or a phone number of the contact',
    ],
    [
      'a contact with a wrong address',
      { primaryContact: { ...CONTACT, email: 'ada' } },
      'primaryContact.email: must be an e-mail address',
    ],
  ])('refuses %s', (_what, changes, message) => {
    expect(messages({ ...SUBMISSION, ...changes })).toEqual([expect.stringContaining(message)]);
  });

  it('finds all faults at once', () => {
    expect(messages({})).toHaveLength(8);
    expect(messages('text')).toEqual(['submission: must be an object']);
  });
});
