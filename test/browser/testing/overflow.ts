import type { Page } from 'playwright-core';

const FINDINGS = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const rightOf = (element) => Math.round(element.getBoundingClientRect().right);
  return [...document.querySelectorAll('body *')]
    .filter((element) => rightOf(element) > clientWidth + 1)
    .map((element) => element.tagName + '.' + element.className + ' ' + rightOf(element));
})()`;

/** What reaches beyond the right edge of the window and makes the page scroll sideways: `DIV.slds-grid 412`. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(FINDINGS);
}
