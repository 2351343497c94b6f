import type { Locator, Page } from 'playwright-core';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('actions on records', () => {
  let org: BrowserOrg;
  const insertTrip = (values: Readonly<Record<string, string | number>>): string => {
    const [id = ''] = org.test.insert('Trip__c', [{ OwnerId: org.test.user(TRAVELLER).id, ...values }]);
    return id;
  };
  const tripOf = (id: string): Record<string, unknown> | undefined =>
    org.test.query(
      `SELECT Name, Price__c, Status__c, Notes__c FROM Trip__c WHERE Id = '${id}'`,
      org.test.user(TRAVELLER),
    )[0];
  const view = (id: string): string => `/lightning/r/Trip__c/${id}/view`;
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const choose = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  /** A number shows its format until it has the focus, so it is entered as a person does: click first. */
  const enter = async (field: Locator, text: string): Promise<void> => {
    await field.click();
    await field.fill(text);
  };

  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('traveller', { permissionSets: ['Traveller'] });
    org.test.addUser('successor', { permissionSets: ['Traveller'] });
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('new: shows errors of the org at the form, then makes the record and opens its page', async () => {
    const { page, errors } = await org.open(TRAVELLER, '/lightning/o/Trip__c/new');
    const modal = dialog(page);
    await modal.getByRole('heading', { name: 'New Trip' }).waitFor();
    await modal.getByLabel('Trip Name').fill('Coast');
    await enter(modal.getByLabel('Price'), '0');
    await modal.getByRole('button', { name: 'Save', exact: true }).click();
    await modal.getByText('Say in the notes why it is free').waitFor();
    await enter(modal.getByLabel('Price'), '-1');
    await modal.getByRole('button', { name: 'Save', exact: true }).click();
    await modal.getByText('A price is not below zero').waitFor();
    await enter(modal.getByLabel('Price'), '75.5');
    await modal.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('lightning-toast', { hasText: 'Trip "Coast" was created.' }).waitFor();
    await page.getByRole('heading', { name: 'Trip Coast', exact: true }).waitFor();
    expect(page.url()).toMatch(/\/lightning\/r\/Trip__c\/\w{18}\/view$/);
    expect(errors).toEqual([]);
  });

  it('edit: opens over the page, saves what has changed, and is left by Cancel', async () => {
    const id = insertTrip({ Name: 'Alps', Price__c: 1200, Status__c: 'Planned' });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const modal = dialog(page);
    await modal.getByRole('heading', { name: 'Edit Alps' }).waitFor();
    expect(page.url()).toMatch(/\/edit$/);
    await modal.getByRole('button', { name: 'Cancel', exact: true }).click();
    await modal.waitFor({ state: 'detached' });
    expect(page.url()).toMatch(/\/view$/);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await modal.getByLabel('Trip Name').fill('High Alps');
    await modal.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Trip High Alps' }).waitFor();
    expect(tripOf(id)).toMatchObject({ Name: 'High Alps', Price__c: 1200 });
    expect(errors).toEqual([]);
  });

  it('detail: edits a field in place, tells what the org has against it, and saves', async () => {
    const id = insertTrip({ Name: 'Lakes', Price__c: 300, Status__c: 'Planned' });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    const detail = page.locator('force-detail-panel');
    await detail.getByRole('button', { name: 'Edit Price' }).click();
    await enter(detail.getByLabel('Price'), '-5');
    await detail.getByRole('button', { name: 'Save', exact: true }).click();
    await detail.getByText('A price is not below zero').waitFor();
    await enter(detail.getByLabel('Price'), '450');
    await detail.getByRole('button', { name: 'Save', exact: true }).click();
    await detail.locator('[data-field=Price__c]', { hasText: '$450.00' }).waitFor();
    await page.locator('c-trip-card .price', { hasText: '$450.00' }).waitFor();
    expect(tripOf(id)).toMatchObject({ Price__c: 450 });
    expect(errors).toEqual([]);
  });

  it('quick actions: a form writes the record, a component shows in a dialog and closes it', async () => {
    const id = insertTrip({ Name: 'Fjords', Price__c: 10 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await choose(page, 'Set Price');
    await enter(dialog(page).getByLabel('Price'), '99');
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('lightning-toast', { hasText: 'The price is set.' }).waitFor();
    await page.locator('c-trip-card .price', { hasText: '$99.00' }).waitFor();
    expect(tripOf(id)).toMatchObject({ Price__c: 99 });

    await choose(page, 'Shift');
    await dialog(page).getByRole('heading', { name: 'Shift the trip' }).waitFor();
    expect(await dialog(page).locator('.subject').textContent()).toBe(id);
    await dialog(page).getByRole('button', { name: 'Close it' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it('quick actions: a component without a screen does its work, a flow runs in a dialog', async () => {
    const id = insertTrip({ Name: 'Moors', Price__c: 87 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await choose(page, 'Round Price');
    await page.locator('lightning-toast', { hasText: 'Rounded' }).waitFor();
    await page.locator('c-trip-card .price', { hasText: '$100.00' }).waitFor();

    await choose(page, 'Feedback');
    await dialog(page).getByRole('heading', { name: 'Feedback' }).waitFor();
    await dialog(page).getByLabel('Opinion').fill('Windy');
    await dialog(page).getByText('Good', { exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Next' }).click();
    await dialog(page).getByRole('button', { name: 'Finish' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.locator('force-detail-panel [data-field=Notes__c]', { hasText: 'Windy' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('change owner: gives the record to another user, out of sight of the one before', async () => {
    const id = insertTrip({ Name: 'Dunes', Price__c: 3 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await choose(page, 'Change Owner');
    await dialog(page).getByRole('button', { name: 'Clear' }).click();
    await dialog(page).getByRole('combobox', { name: 'Owner' }).fill('succ');
    await page.getByRole('option', { name: 'successor' }).click();
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('lightning-toast', { hasText: 'Trip was saved.' }).waitFor();
    const soql = `SELECT Owner.Name FROM Trip__c WHERE Id = '${id}'`;
    expect(org.test.query(soql)).toMatchObject([{ Owner: { fields: { Name: 'successor' } } }]);
    expect(errors).toEqual([]);
  });

  it('clone and delete: copies the record, asks before it is gone, and brings it back', async () => {
    const id = insertTrip({ Name: 'Desert', Price__c: 5, Status__c: 'Booked' });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('button', { name: 'Clone', exact: true }).click();
    await dialog(page).getByLabel('Trip Name').fill('Desert again');
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Trip Desert again', exact: true }).waitFor();
    const copy = /(\w{18})\/view$/.exec(page.url())?.[1] ?? '';
    expect(tripOf(copy)).toMatchObject({ Name: 'Desert again', Price__c: 5, Status__c: 'Booked' });

    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await page.locator('lightning-toast', { hasText: 'Trip "Desert again" was deleted.' }).waitFor();
    expect(tripOf(copy)).toBeUndefined();
    expect(tripOf(id)).toMatchObject({ Name: 'Desert' });
    await page.locator('lightning-toast').getByRole('link', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Trip Desert again', exact: true }).waitFor();
    expect(tripOf(copy)).toMatchObject({ Name: 'Desert again', Price__c: 5 });
    expect(errors).toEqual([]);
  });

  it('approval: submits, tells why it cannot, and decides', async () => {
    const id = insertTrip({ Name: 'Cheap', Price__c: 5 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await choose(page, 'Submit for Approval');
    await dialog(page).getByRole('button', { name: 'Submit for Approval' }).click();
    await dialog(page).getByText('No applicable approval process found.').waitFor();
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.locator('c-trip-card').getByRole('button', { name: 'Raise the price' }).click();
    await page.locator('c-trip-card .price', { hasText: '$105.00' }).waitFor();
    await choose(page, 'Submit for Approval');
    await dialog(page).getByLabel('Comments').fill('Please');
    await dialog(page).getByRole('button', { name: 'Submit for Approval' }).click();
    await page.locator('lightning-toast', { hasText: 'submitted for approval' }).waitFor();
    await choose(page, 'Approve');
    await dialog(page).getByRole('button', { name: 'Approve' }).click();
    await page.locator('lightning-toast', { hasText: 'The record was approved.' }).waitFor();
    const soql = `SELECT Status FROM ProcessInstance WHERE TargetObjectId = '${id}'`;
    expect(org.test.query(soql, org.test.user(TRAVELLER))).toEqual([{ Status: 'Approved' }]);
    expect(errors).toEqual([]);
  });
});
