import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clientModules } from './client-modules';
import { LIGHTNING_MODULES, UNSUPPORTED_LIGHTNING_MODULES } from './lightning-modules';
import { VendorLibrary } from './vendor-library';

/** What only base components import. */
const PRIVATE = ['lightning/primitiveIcon', 'lightning/primitiveUtils'];
const ROOT = join(__dirname, '../../../..');

describe('modules of the lightning namespace', () => {
  it('are listed as they are, with tests that there are', () => {
    const written = clientModules(join(__dirname, '../client/modules'))
      .map(({ specifier }) => specifier)
      .filter((name) => name.startsWith('lightning/') && !PRIVATE.includes(name));
    expect(Object.keys(LIGHTNING_MODULES).sort()).toEqual(written.sort());
    const tests = Object.values(LIGHTNING_MODULES).flatMap(({ test }) => (test === '' ? [] : [test]));
    expect(tests.filter((test) => !existsSync(join(ROOT, test)))).toEqual([]);
  });

  it('are not there when they are listed as unsupported', () => {
    const library = new VendorLibrary(join(ROOT, '.build/pages'));
    expect(UNSUPPORTED_LIGHTNING_MODULES.filter((name) => library.hasModule(name))).toEqual([]);
  });
});
