import type { Locator, Page } from 'playwright-core';
import { violations } from './testing/axe';
import { BrowserOrg } from './testing/browser-org';

const BOOKER = 'booker@test.org';
const MEMBER = 'member@test.org';
const CHOSEN = 'chosen@test.org';

describe('approvals on a record page', () => {
  let org: BrowserOrg;
  const insertBooking = (name: string): string => {
    const [id = ''] = org.test.insert('Booking__c', [{ Name: name, OwnerId: org.test.user(BOOKER).id }]);
    return id;
  };
  const view = (id: string): string => `/lightning/r/Booking__c/${id}/view`;
  const dialog = (page: Page): Locator => page.getByRole('dialog');
  /** Labels of what the menu of the page offers. */
  const offered = async (page: Page): Promise<string[]> => {
    await page.getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem').first().waitFor();
    const labels = await page.getByRole('menuitem').allInnerTexts();
    await page.keyboard.press('Escape');
    return labels;
  };
  const choose = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Show more actions' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  const confirm = async (page: Page, name: string, done: string): Promise<void> => {
    await dialog(page).getByRole('button', { name, exact: true }).click();
    await page.locator('lightning-toast', { hasText: done }).waitFor();
  };
  /** Submits over the API, as what the page does then is looked at. */
  const submit = (id: string): void => {
    const context = { user: org.test.user(BOOKER), mode: 'user', apiVersion: 67 } as const;
    org.test.org.approvals.submit({ objectId: id }, context);
  };
  const stepsOf = (id: string): unknown[] =>
    org.test
      .query(
        `SELECT StepStatus FROM ProcessInstanceStep WHERE ProcessInstance.TargetObjectId = '${id}' ORDER BY Id`,
      )
      .map(({ StepStatus }) => StepStatus);
  const actorOf = (id: string): unknown =>
    org.test.query(
      `SELECT Actor.Name FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${id}'`,
    );

  beforeAll(async () => {
    org = await BrowserOrg.start();
    org.test.addUser('booker', { permissionSets: ['Booker'] });
    org.test.addUser('chosen', { permissionSets: ['Booker'] });
    const { id } = org.test.addUser('member', { permissionSets: ['Booker'] });
    const queue = org.test.idOf('Group', 'DeveloperName', 'Booking_Desk');
    org.test.insert('GroupMember', [{ GroupId: queue, UserOrGroupId: id }]);
  });
  afterEach(() => org.closePages());
  afterAll(() => org.stop());

  it('approve: a member of the queue decides, and names who approves next', async () => {
    const id = insertBooking('To be released');
    submit(id);
    const { page, errors } = await org.open(MEMBER, view(id));
    await choose(page, 'Approve');
    await dialog(page).getByLabel('Comments').fill('Fine');
    await dialog(page).getByRole('button', { name: 'Approve', exact: true }).click();
    await dialog(page).getByText('Complete this field.').waitFor();
    await dialog(page).getByRole('combobox', { name: 'Approver' }).fill('chos');
    await page.getByRole('option', { name: 'chosen' }).click();
    await confirm(page, 'Approve', 'The record was approved.');
    expect(actorOf(id)).toMatchObject([{ Actor: { fields: { Name: 'chosen' } } }]);
    const other = await org.open(CHOSEN, view(id));
    await choose(other.page, 'Reject');
    await confirm(other.page, 'Reject', 'The record was rejected.');
    expect(stepsOf(id)).toEqual(['Started', 'Approved', 'Rejected']);
    expect([...errors, ...other.errors]).toEqual([]);
  });

  it('reassign: hands the request to a user or a queue', async () => {
    const id = insertBooking('To be passed on');
    submit(id);
    const { page, errors } = await org.open(MEMBER, view(id));
    await choose(page, 'Reassign');
    await dialog(page).getByRole('combobox', { name: 'Approver' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByRole('combobox', { name: 'Approver' }).fill('chos');
    await page.getByRole('option', { name: 'chosen' }).click();
    await confirm(page, 'Reassign', 'The approval request was reassigned.');
    expect(actorOf(id)).toMatchObject([{ Actor: { fields: { Name: 'chosen' } } }]);
    const other = await org.open(CHOSEN, view(id));
    await choose(other.page, 'Reassign');
    await dialog(other.page).getByRole('combobox', { name: 'Assign To' }).click();
    await other.page.getByRole('option', { name: 'Queue' }).click();
    await dialog(other.page).getByRole('combobox', { name: 'Queue' }).fill('Book');
    await other.page.getByRole('option', { name: 'Booking Desk' }).click();
    await confirm(other.page, 'Reassign', 'The approval request was reassigned.');
    expect(actorOf(id)).toMatchObject([{ Actor: { fields: { Name: 'Booking Desk' } } }]);
    expect([...errors, ...other.errors]).toEqual([]);
  });

  it('recall: is for who has submitted; others are offered nothing', async () => {
    const id = insertBooking('To be recalled');
    submit(id);
    const stranger = await org.open(CHOSEN, view(id));
    await stranger.page.getByRole('heading', { name: 'Booking To be recalled' }).waitFor();
    const { page, errors } = await org.open(BOOKER, view(id));
    expect(await offered(page)).toEqual(expect.arrayContaining(['Recall Approval Request']));
    await choose(page, 'Recall Approval Request');
    await confirm(page, 'Recall Approval Request', 'The approval request was recalled.');
    expect(stepsOf(id)).toEqual(['Started', 'Removed']);
    expect(errors).toEqual([]);
  });
});
