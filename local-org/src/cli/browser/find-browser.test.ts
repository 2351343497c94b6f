import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { browserCandidates, type BrowserSources } from './find-browser';
import { launchBrowser } from './launch-browser';

/** Loading the driver of browsers takes its time on a busy machine. */
const DRIVER_TIMEOUT_MS = 60_000;

describe('browsers', () => {
  const root = mkdtempSync(join(tmpdir(), 'browsers-'));
  const program = (...path: readonly string[]): string => {
    const file = join(root, ...path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '#!/bin/sh\nexit 1\n');
    chmodSync(file, 0o755);
    return file;
  };
  const packaged = { program: program('packaged', 'chromium'), libraries: join(root, 'packaged', 'lib') };
  const unpack = jest.fn(() => packaged);
  const sources = (
    environment: BrowserSources['environment'],
    installedElsewhere: readonly string[] = [],
  ): BrowserSources => ({ environment, installedElsewhere, unpack });
  const tried = (from: BrowserSources): string[] =>
    [...browserCandidates(from)].map((found) => found.program);

  beforeEach(() => unpack.mockClear());
  afterAll(() => rmSync(root, { recursive: true }));

  it('are those of the search path in its order, then others that are installed, then the packaged one', () => {
    const chrome = program('first', 'google-chrome');
    const chromium = program('second', 'chromium');
    const elsewhere = program('Applications', 'Chromium');
    const path = [join(root, 'empty'), join(root, 'first'), join(root, 'second')].join(delimiter);
    expect(tried(sources({ PATH: path }, [join(root, 'absent'), elsewhere]))).toEqual([
      chrome,
      chromium,
      elsewhere,
      packaged.program,
    ]);
  });

  it('unpack the packaged one only when no other has started', () => {
    const candidates = browserCandidates(sources({ PATH: join(program('third', 'chrome'), '..') }));
    expect(candidates.next().value).toEqual({ program: join(root, 'third', 'chrome') });
    expect(unpack).not.toHaveBeenCalled();
    expect(candidates.next().value).toEqual(packaged);
  });

  it('are the one that CHROME_PATH names and no other', () => {
    const named = program('named', 'browser');
    expect(tried(sources({ CHROME_PATH: named, PATH: join(root, 'first') }))).toEqual([named]);
    expect(() => tried(sources({ CHROME_PATH: join(root, 'absent') }))).toThrow(
      expect.objectContaining({ code: 'BROWSER_MISSING', message: expect.stringContaining('names no file') }),
    );
  });

  it(
    'fail, where none starts, with what each said and what to install',
    async () => {
      const broken = program('broken', 'chromium');
      await expect(launchBrowser(sources({ PATH: join(broken, '..') }))).rejects.toMatchObject({
        code: 'BROWSER_MISSING',
        message: expect.stringMatching(/broken.chromium: .*packaged.chromium: /) as string,
        actions: [expect.stringContaining('Install Chromium'), expect.stringContaining('CHROME_PATH')],
      });
    },
    DRIVER_TIMEOUT_MS,
  );
});
