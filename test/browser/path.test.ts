import { violations } from './testing/axe';
import { BrowserOrg, PHONE } from './testing/browser-org';

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

  it('shows its key fields for editing, and has room for its steps on a phone', async () => {
    const owner = org.test.user(TRAVELLER).id;
    const [id = ''] = org.test.insert('Trip__c', [
      { OwnerId: owner, Name: 'Lakes', Price__c: 7, Status__c: 'Booked' },
    ]);
    const { page, errors } = await org.open(TRAVELLER, `/lightning/r/Trip__c/${id}/view`, {
      viewport: PHONE,
    });
    const path = page.locator('force-path');
    await path.getByText('Status: Booked').waitFor();
    expect(await violations(page)).toEqual([]);
    const [step, scroller] = await Promise.all([
      path.locator('.slds-is-current').boundingBox(),
      path.locator('.slds-path__scroller').boundingBox(),
    ]);
    expect((step?.x ?? 0) + (step?.width ?? 0)).toBeLessThanOrEqual(
      Math.ceil((scroller?.x ?? 0) + (scroller?.width ?? 0)),
    );
    await path.getByRole('option', { name: 'Planned' }).click();
    await path.getByRole('button', { name: 'Show Less' }).click();
    expect(await path.getByText('Key Fields').count()).toBe(0);
    await path.getByRole('button', { name: 'Show More' }).click();
    await path.getByRole('button', { name: 'Edit Key Fields' }).click();
    await page.getByRole('dialog').getByLabel('Price').click();
    await page.getByRole('dialog').getByLabel('Price').fill('8');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await path.locator('[data-field=Price__c]', { hasText: '$8.00' }).waitFor();
    expect(errors).toEqual([]);
  });
});
