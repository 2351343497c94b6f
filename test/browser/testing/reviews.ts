import type { Page } from 'playwright-core';
import type { BrowserOrg } from './browser-org';
import { PEOPLE } from './people';

/** Asks for a review as the rep, on the page of the deal. */
export async function requestReview(org: BrowserOrg, address: string): Promise<void> {
  const { page } = await org.open(PEOPLE.rep, address);
  const review = page.locator('c-review-status');
  await review.getByRole('button', { name: 'Request review' }).click();
  await confirmComment(page, 'Request review', 'Please look');
  await review.getByText('Pending').first().waitFor();
}

/** Confirms the dialog that asks for a comment. */
export async function confirmComment(page: Page, name: string, comment = ''): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(comment);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
