import type { Locator, Page } from 'playwright-core';
import type { RecordValues } from '../../local-org/src/core';
import { violations } from './testing/axe';
import { BrowserOrg } from './testing/browser-org';

const BOOKER = 'booker@test.org';
const NEW_BOOKING = '/lightning/o/Booking__c/new';

describe('the dialog of a record', () => {
  let org: BrowserOrg;
  const insertBooking = (values: RecordValues): string => {
    const [id = ''] = org.test.insert('Booking__c', [{ OwnerId: org.test.user(BOOKER).id, ...values }]);
    return id;
  };
  const bookings = (name: string): RecordValues[] =>
    org.test.query(
      `SELECT RecordType.Name, Purpose__c, Voucher__c FROM Booking__c WHERE Name = '${name}'`,
      org.test.user(BOOKER),
    );
  const view = (id: string): string => `/lightning/r/Booking__c/${id}/view`;
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  const save = (page: Page): Promise<void> =>
    dialog(page).getByRole('button', { name: 'Save', exact: true }).click();

  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('booker', { permissionSets: ['Booker'] });
    org.test.addUser('colleague', { permissionSets: ['Booker'] });
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('new: asks for the record type, whose values and defaults the form has', async () => {
    const { page, errors } = await org.open(BOOKER, NEW_BOOKING);
    await dialog(page).getByText('Leisure').click();
    await dialog(page).getByRole('button', { name: 'Next' }).click();
    await dialog(page).getByRole('heading', { name: 'New Booking: Leisure' }).waitFor();
    await dialog(page).getByRole('combobox', { name: 'Purpose' }).click();
    expect(await dialog(page).getByRole('option').allInnerTexts()).toEqual(['--None--', 'Meeting', 'Beach']);
    await page.keyboard.press('Escape');
    await dialog(page).getByLabel('Booking Name').fill('Sun');
    await save(page);
    await page.getByRole('heading', { name: 'Booking Sun' }).waitFor();
    expect(bookings('Sun')).toMatchObject([
      { RecordType: { fields: { Name: 'Leisure' } }, Purpose__c: 'Beach' },
    ]);
    expect(errors).toEqual([]);
  });

  it('change record type: values that the other one does not have give way to its default', async () => {
    const types = org.test.query("SELECT Id FROM RecordType WHERE DeveloperName = 'Leisure'");
    const id = insertBooking({ Name: 'Turned', Purpose__c: 'Beach', RecordTypeId: types[0]?.['Id'] ?? null });
    const { page, errors } = await org.open(BOOKER, view(id));
    await page.getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem', { name: 'Change Record Type' }).click();
    await dialog(page).getByRole('heading', { name: 'Change Booking Record Type' }).waitFor();
    expect(await dialog(page).getByLabel('Leisure').isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByText('Business').click();
    await dialog(page).getByRole('button', { name: 'Next' }).click();
    await dialog(page).getByRole('heading', { name: 'Edit Turned: Business' }).waitFor();
    await save(page);
    await page.locator('force-detail-panel [data-field=Purpose__c]', { hasText: 'Meeting' }).waitFor();
    expect(bookings('Turned')).toMatchObject([
      { RecordType: { fields: { Name: 'Business' } }, Purpose__c: 'Meeting' },
    ]);
    expect(errors).toEqual([]);
  });

  it('duplicates: a rule that warns is overruled by saving again, one that blocks is not', async () => {
    insertBooking({ Name: 'First', Guest_Email__c: 'a@example.com', Voucher__c: 'V1' });
    const { page, errors } = await org.open(BOOKER, `${NEW_BOOKING}?recordTypeId=${businessType(org)}`);
    await dialog(page).getByLabel('Booking Name').fill('Second');
    await dialog(page).getByLabel('Voucher').fill('V1');
    await save(page);
    await dialog(page).getByText('The voucher has been used.').waitFor();
    await save(page);
    await dialog(page).getByRole('link', { name: 'First' }).waitFor();
    expect(bookings('Second')).toEqual([]);
    await dialog(page).getByLabel('Voucher').fill('');
    await dialog(page).getByLabel('Guest Email').fill('a@example.com');
    await save(page);
    await dialog(page).getByText('This guest has a booking.').waitFor();
    await dialog(page).getByText('Save again to keep it all the same.').waitFor();
    expect(await violations(page)).toEqual([]);
    await save(page);
    await page.getByRole('heading', { name: 'Booking Second' }).waitFor();
    expect(bookings('Second')).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('edit: is held up when somebody else has changed the record, and keeps what was typed', async () => {
    const id = insertBooking({ Name: 'Shared', Voucher__c: 'S1' });
    const { page, errors } = await org.open(BOOKER, view(id));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await dialog(page).getByLabel('Booking Name').fill('Mine');
    changeAsColleague(org, { Id: id, Voucher__c: 'S2' });
    await save(page);
    await dialog(page).getByText('This record was modified by colleague during your edit session.').waitFor();
    expect(await dialog(page).getByLabel('Booking Name').inputValue()).toBe('Mine');
    expect(bookings('Shared')).toMatchObject([{ Voucher__c: 'S2' }]);
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await dialog(page).getByLabel('Booking Name').fill('Mine');
    await save(page);
    await page.getByRole('heading', { name: 'Booking Mine' }).waitFor();
    expect(bookings('Mine')).toMatchObject([{ Voucher__c: 'S2' }]);
    expect(errors).toEqual([]);
  });

  it('detail: an edit in place is held up in the same way', async () => {
    const id = insertBooking({ Name: 'In place', Voucher__c: 'P1' });
    const { page, errors } = await org.open(BOOKER, view(id));
    const detail = page.locator('force-detail-panel');
    await detail.getByRole('button', { name: 'Edit Voucher' }).click();
    await detail.getByLabel('Voucher').fill('P3');
    changeAsColleague(org, { Id: id, Voucher__c: 'P2' });
    await detail.getByRole('button', { name: 'Save', exact: true }).click();
    await detail.getByText('This record was modified by colleague during your edit session.').waitFor();
    expect(await detail.getByLabel('Voucher').inputValue()).toBe('P3');
    expect(bookings('In place')).toMatchObject([{ Voucher__c: 'P2' }]);
    expect(errors).toEqual([]);
  });

  it('edit: says so when the record has been deleted meanwhile, as does the page', async () => {
    const id = insertBooking({ Name: 'Vanishing' });
    const { page, errors } = await org.open(BOOKER, view(id));
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await dialog(page).getByLabel('Booking Name').fill('Still here');
    const context = { user: org.test.admin, mode: 'system', apiVersion: 67 } as const;
    org.test.org.dml.delete([id], { context, allOrNone: true });
    await save(page);
    await dialog(page).getByText('entity is deleted').waitFor();
    expect(await dialog(page).getByLabel('Booking Name').inputValue()).toBe('Still here');
    await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByText('Recent Records').waitFor();
    expect(errors).toEqual([]);
  });
});

function businessType({ test }: BrowserOrg): string {
  return test.idOf('RecordType', 'DeveloperName', 'Business');
}

/** A minute later, as records know when they were changed to the second. */
function changeAsColleague({ test }: BrowserOrg, record: RecordValues): void {
  test.org.advanceClock(60_000);
  const context = { user: test.user('colleague@test.org'), mode: 'user', apiVersion: 67 } as const;
  const [result] = test.org.dml.update('Booking__c', [record], { context, allOrNone: true });
  expect(result?.errors).toEqual([]);
}
