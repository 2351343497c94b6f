import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('a path', () => {
  let org: BrowserOrg;
  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('traveller', { permissionSets: ['Traveller'] });
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('shows the steps and guidance, and goes on to the next step by a click or by keys', async () => {
    const owner = org.test.user(TRAVELLER).id;
    const [id = ''] = org.test.insert('Trip__c', [
      { OwnerId: owner, Name: 'Alps', Price__c: 1200, Status__c: 'Planned' },
    ]);
    const statusOf = (): unknown =>
      org.test.query(`SELECT Status__c FROM Trip__c WHERE Id = '${id}'`, org.test.user(TRAVELLER))[0]?.[
        'Status__c'
      ];
    const { page, errors } = await org.open(TRAVELLER, `/lightning/r/Trip__c/${id}/view`);
    const path = page.locator('force-path');
    await path.getByRole('option', { name: 'Current: Planned' }).waitFor();
    await path.getByText('Compare prices before you book.').waitFor();
    await path.locator('[data-field=Price__c]', { hasText: '$1,200.00' }).waitFor();

    await path.getByRole('button', { name: 'Mark Status as Complete' }).click();
    await page.locator('lightning-toast', { hasText: 'Status changed successfully.' }).waitFor();
    await path.getByRole('option', { name: 'Current: Booked' }).waitFor();
    expect(statusOf()).toBe('Booked');

    await path.getByRole('option', { name: 'Current: Booked' }).focus();
    await page.keyboard.press('ArrowLeft');
    await path.getByRole('button', { name: 'Mark as Current Status' }).click();
    await path.getByRole('option', { name: 'Current: Planned' }).waitFor();
    expect(statusOf()).toBe('Planned');
    expect(errors).toEqual([]);
  });
});
