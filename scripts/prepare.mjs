/**
 * Runs after every install: sets up the git hooks of a developer's clone, builds the components and remembers what was
 * installed.
 */
import { existsSync } from 'node:fs';
import { buildComponents } from './build-components.mjs';
import { stampInstallation } from './install-stamp.mjs';

if (existsSync('.git') && !process.env.CI) {
  const { default: husky } = await import('husky');
  const complaint = husky();
  if (complaint) process.stderr.write(`${complaint}\n`);
}
const problems = buildComponents();
if (problems) process.stderr.write(problems);
stampInstallation();
