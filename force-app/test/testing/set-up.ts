import { setup } from '@sa11y/jest';
import { createApexTestWireAdapter } from '@salesforce/wire-service-jest-util';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARATIONS = join(__dirname, '../../../types/generated/apex.d.ts');

// Adds the matcher `toBeAccessible`.
setup();

// Every Apex method that there is can be wired and called, and is a spy. One that is not there fails its import.
for (const [, name = ''] of readFileSync(DECLARATIONS, 'utf8').matchAll(
  /declare module '(@salesforce\/apex\/[^']+)'/g,
)) {
  jest.doMock(
    name,
    () => ({ __esModule: true, default: createApexTestWireAdapter(jest.fn().mockResolvedValue(null)) }),
    { virtual: true },
  );
}

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});
