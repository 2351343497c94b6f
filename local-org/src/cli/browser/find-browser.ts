import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names of the programs that can show the pages, as they lie in the search path. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const INSTALLED_ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Unpacks the browser of the package; run apart, since the package is an ES module. */
const UNPACK =
  "import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))";

/**
 * Path of a browser for the tests: `CHROME_PATH`, else an installed Chromium or Chrome, else the one in the package
 * `@sparticuz/chromium`.
 * @throws Error that says what to install
 */
export function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names no file: ${named}`);
  }
  return inSearchPath() ?? INSTALLED_ELSEWHERE.find((path) => existsSync(path)) ?? unpacked() ?? noBrowser();
}

function inSearchPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)))
    .find((path) => existsSync(path));
}

function unpacked(): string | undefined {
  const { stdout, status } = spawnSync(process.execPath, ['-e', UNPACK], {
    encoding: 'utf8',
    cwd: __dirname,
  });
  const path = stdout.trim();
  return status === 0 && existsSync(path) ? path : undefined;
}

function noBrowser(): never {
  throw new Error(
    'No browser was found. Install Chromium or Chrome, or set CHROME_PATH to one; on Linux the packaged browser needs libnss3.',
  );
}
