import type { Browser } from 'playwright-core';
import { findBrowser } from './find-browser';

/** The browser sends nothing of its own accord; the machine may have no graphics and no sandbox. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of this machine without a window. @throws Error when there is none, with what to install */
export async function launchBrowser(): Promise<Browser> {
  // Commands without a browser do not wait for its driver.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: findBrowser(), args: ARGUMENTS });
}
