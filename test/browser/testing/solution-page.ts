import type { Locator, Page } from 'playwright-core';

/** Addresses of the solution's pages. */
export const PATHS = {
  home: '/lightning/page/home',
  administration: '/lightning/n/Administration_Console',
  intelligence: '/lightning/n/Intelligence_Dashboard',
  pipelineReview: '/lightning/n/Pipeline_Review',
} as const;

/** Waits for a toast with a text. */
export async function toast(page: Page, text: string): Promise<void> {
  await page.locator('lightning-toast', { hasText: text }).first().waitFor();
}

/** A number or date shows its format until it has the focus, so it is entered as a person does: click first. */
export async function enter(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.fill(text);
}

/** Presses the Save button of the dialog. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
}

/** Marks the stage as complete on the path. */
export async function completeStage(page: Page): Promise<void> {
  await page.locator('force-path').getByRole('button', { name: 'Mark Stage as Complete' }).click();
}

/** Starts an action of the page's head; those that do not fit are in its menu. */
export async function startAction(page: Page, name: string): Promise<void> {
  const head = page.locator('force-highlights-panel').first();
  const button = head.getByRole('button', { name, exact: true });
  await head.getByRole('button').first().waitFor();
  if (await button.isVisible()) return button.click();
  await head.getByRole('button', { name: 'Show more actions' }).click();
  await head.getByRole('menuitem', { name, exact: true }).click();
}

/** The page of what the user may not see. */
export async function pageIsNotAvailable(page: Page): Promise<void> {
  await page.getByRole('heading', { name: "This page isn't available" }).waitFor();
}
