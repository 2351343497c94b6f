import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LocalOrgError } from '../../core';

/** A browser that may be able to show the pages. */
export interface BrowserCandidate {
  /** Path of its program. */
  readonly program: string;
  /** Folder of libraries that it needs and the machine may lack; absent for an installed browser. */
  readonly libraries?: string;
}

/** Where browsers are looked for. */
export interface BrowserSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Programs outside the search path. */
  readonly installedElsewhere: readonly string[];
  /** Unpacks the browser of the package; undefined where the package has none for this machine. */
  unpack(): BrowserCandidate | undefined;
}

/** Names of the programs that can show the pages, as they lie in the search path. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Unpacks the browser of the package and its libraries; run apart, since the package is an ES module. */
const UNPACK = `
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
const files = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
const program = await chromium.executablePath();
const libraries = await inflate(fileURLToPath(new URL('al2023.tar.br', files)));
console.log(JSON.stringify({ program, libraries: join(libraries, 'lib') }));
`;

/** The sources of this machine. */
export const MACHINE: BrowserSources = {
  environment: process.env,
  installedElsewhere: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  unpack: unpackedBrowser,
};

/**
 * Browsers in the order in which they are tried: the one that `CHROME_PATH` names, and then no other; else every
 * installed Chromium or Chrome, then the one in the package `@sparticuz/chromium`, which is unpacked only when it is
 * asked for.
 * @throws LocalOrgError BROWSER_MISSING when `CHROME_PATH` names no file
 */
export function* browserCandidates(sources: BrowserSources): Generator<BrowserCandidate> {
  const { environment, installedElsewhere } = sources;
  const named = environment['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw browserMissing(`CHROME_PATH names no file: ${named}`);
    yield { program: named };
    return;
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  for (const program of [...installed, ...installedElsewhere]) if (existsSync(program)) yield { program };
  const unpacked = sources.unpack();
  if (unpacked) yield unpacked;
}

/** The error for a machine on which no browser starts. */
export function browserMissing(message: string): LocalOrgError {
  return new LocalOrgError('BROWSER_MISSING', message, {
    actions: [
      'Install Chromium or Google Chrome, for example: apt-get install chromium',
      'Or set CHROME_PATH to the program of one',
    ],
  });
}

function unpackedBrowser(): BrowserCandidate | undefined {
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], {
    encoding: 'utf8',
    cwd: __dirname,
  });
  return status === 0 ? (JSON.parse(stdout) as BrowserCandidate) : undefined;
}
