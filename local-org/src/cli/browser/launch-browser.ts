import type { Browser } from 'playwright-core';
import { browserCandidates, browserMissing, MACHINE, type BrowserCandidate } from './find-browser';

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

/**
 * Starts a browser of this machine without a window: the first that can start.
 * @throws LocalOrgError BROWSER_MISSING when none can, with what each of them said and what to install
 */
export async function launchBrowser(sources = MACHINE): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of browserCandidates(sources)) {
    try {
      return await launch(candidate);
    } catch (error) {
      failures.push(`${candidate.program}: ${firstLine(error)}`);
    }
  }
  const tried = failures.length === 0 ? 'none was found' : failures.join('; ');
  throw browserMissing(`No browser starts: ${tried}`);
}

async function launch({ program, libraries }: BrowserCandidate): Promise<Browser> {
  // Commands without a browser do not wait for its driver.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: program,
    args: ARGUMENTS,
    ...(libraries !== undefined && { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
