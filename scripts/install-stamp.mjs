import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const stampFile = new URL('node_modules/.install-stamp', root);

/** Absolute path of the project folder. */
export const projectDirectory = fileURLToPath(root);

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex');
}

/** Whether the installed packages are those of package-lock.json. */
export function isInstalled() {
  try {
    return readFileSync(stampFile, 'utf8') === lockHash();
  } catch {
    return false;
  }
}

/** Remembers which package-lock.json the installed packages came from. */
export function stampInstallation() {
  writeFileSync(stampFile, lockHash());
}
