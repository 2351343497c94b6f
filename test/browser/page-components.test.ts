import type { Locator } from 'playwright-core';
import { BrowserOrg } from './testing/browser-org';

const TRAVELLER = 'traveller@test.org';

describe('components of record pages', () => {
  let org: BrowserOrg;
  const insertTrip = (values: Readonly<Record<string, string | number>>): string => {
    const [id = ''] = org.test.insert('Trip__c', [{ OwnerId: org.test.user(TRAVELLER).id, ...values }]);
    return id;
  };
  const query = (soql: string): Record<string, unknown>[] => org.test.query(soql, org.test.user(TRAVELLER));
  const view = (id: string): string => `/lightning/r/Trip__c/${id}/view`;

  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('traveller', { permissionSets: ['Traveller'] });
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('flow: shows its screens, demands what is required, and does its work', async () => {
    const id = insertTrip({ Name: 'Lakes', Price__c: 1 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('tab', { name: 'More' }).click();
    const flow = page.locator('flowruntime-interview');
    await flow.getByRole('heading', { name: 'How was it?' }).waitFor();
    await flow.getByRole('button', { name: 'Next' }).click();
    await flow.getByText('Complete this field.').first().waitFor();
    await flow.getByLabel('Opinion').fill('Wet');
    await flow.getByLabel('Opinion').press('Tab');
    await flow.getByText('Bad', { exact: true }).click();
    await flow.getByRole('button', { name: 'Next' }).click();
    await flow.getByText('You said Bad.').waitFor();
    await flow.getByRole('button', { name: 'Previous' }).click();
    expect(await flow.getByLabel('Opinion').inputValue()).toBe('Wet');
    await flow.getByRole('button', { name: 'Next' }).click();
    await flow.getByText('You said Bad.').waitFor();
    expect(await flow.getByRole('button').allInnerTexts()).toEqual(['Previous', 'Finish']);
    await flow.getByRole('button', { name: 'Finish' }).click();
    await flow.getByText('Your flow finished.').waitFor();
    expect(query(`SELECT Notes__c FROM Trip__c WHERE Id = '${id}'`)).toEqual([{ Notes__c: 'Wet' }]);
    expect(errors).toEqual([]);
  });

  it('lightning-flow: runs in a component, which hears how it stands', async () => {
    const { page, errors } = await org.open(TRAVELLER, '/lightning/n/Trip_Desk');
    const feedback = page.locator('c-trip-feedback');
    await feedback.locator('.status', { hasText: 'STARTED How was it?' }).waitFor();
    await feedback.getByLabel('Opinion').fill('Dry');
    await feedback.getByLabel('Opinion').press('Tab');
    await feedback.getByText('Good', { exact: true }).click();
    await feedback.getByRole('button', { name: 'Next' }).click();
    await feedback.getByText('You said Good.').waitFor();
    await feedback.getByRole('button', { name: 'Finish' }).click();
    await feedback.locator('.status', { hasText: 'FINISHED' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('activities: shows what is overdue and past, completes a task, logs a call', async () => {
    const id = insertTrip({ Name: 'Fjords', Price__c: 1 });
    const owner = org.test.user(TRAVELLER).id;
    const task = { OwnerId: owner, WhatId: id, ActivityDate: '2020-01-01' };
    org.test.insert('Task', [
      { ...task, Subject: 'Book the boat', Status: 'Not Started' },
      { ...task, Subject: 'Buy maps', Status: 'Completed' },
    ]);
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('tab', { name: 'Activity' }).click();
    const group = (name: string): Locator => page.locator(`activities-panel [data-group=${name}]`);
    await group('upcoming').getByText('Overdue: Jan 1, 2020').waitFor();
    await group('past').getByRole('link', { name: 'Buy maps' }).waitFor();
    await group('upcoming').locator('.slds-checkbox_faux').click();
    await group('past').getByRole('link', { name: 'Book the boat' }).waitFor();

    await page.getByRole('button', { name: 'Log a Call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Description').fill('They have a cabin.');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await group('past').getByRole('link', { name: 'Call' }).waitFor();
    const soql = `SELECT Status, TaskSubtype, Description FROM Task WHERE WhatId = '${id}' AND Subject = 'Call'`;
    expect(query(soql)).toEqual([
      { Status: 'Completed', TaskSubtype: 'Call', Description: 'They have a cabin.' },
    ]);
    await page.getByRole('button', { name: 'Email' }).click();
    await page.locator('lightning-toast', { hasText: 'not supported by the local org' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('activities: makes tasks and events that belong to the record', async () => {
    const id = insertTrip({ Name: 'Canals', Price__c: 1 });
    const { page, errors } = await org.open(TRAVELLER, view(id));
    await page.getByRole('tab', { name: 'Activity' }).click();
    const upcoming = page.locator('activities-panel [data-group=upcoming]');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New Task' }).click();
    await dialog.getByLabel('Subject').fill('Rent a boat');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await upcoming.getByRole('link', { name: 'Rent a boat' }).waitFor();
    await page.getByRole('button', { name: 'New Event' }).click();
    await dialog.getByLabel('Subject').fill('Hand over');
    await dialog.getByLabel('Location').fill('Harbour');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await upcoming.getByRole('link', { name: 'Hand over' }).waitFor();
    const of = (object: string): string => `SELECT Subject FROM ${object} WHERE WhatId = '${id}'`;
    expect(query(of('Task'))).toEqual([{ Subject: 'Rent a boat' }]);
    expect(query(of('Event'))).toEqual([{ Subject: 'Hand over' }]);
    expect(errors).toEqual([]);
  });
});
