/** Runs after every install: sets up the git hooks of a developer's clone and remembers what was installed. */
import { existsSync } from 'node:fs';
import { stampInstallation } from './install-stamp.mjs';

if (existsSync('.git') && !process.env.CI) {
  const { default: husky } = await import('husky');
  const complaint = husky();
  if (complaint) process.stderr.write(`${complaint}\n`);
}
stampInstallation();
