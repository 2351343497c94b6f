import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Of the base components: the tab that holds the tabs which do not fit is an item with a button in it. */
const NOT_OURS = 'slds-tabs_scoped__overflow-button';
const FINDINGS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.filter(({ html }) => !html.includes('${NOT_OURS}')).map(({ target, html }) => id + ': ' + target.join(' ') + ' ' + html.slice(0, 120))))`;

/** Serious and critical findings of axe on a page at rest: `color-contrast: .slds-button <button ...`. */
export async function violations(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  // The policy of the page forbids scripts that it did not bring, so that axe comes by the debugger.
  await page.evaluate(AXE);
  return page.evaluate(FINDINGS);
}
