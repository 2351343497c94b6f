import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { LocalOrgError } from '../../core';
import { clientModules } from './client-modules';
import { installedPackages, type InstalledPackages } from './installed-packages';
import { vendorModules } from './vendor-modules';
import { partialFolder, readManifest, type VendorManifest } from './vendor-manifest';

/** A build that is ready to be served. */
export interface BuiltVendor {
  readonly folder: string;
  readonly manifest: VendorManifest;
}

const CLIENT = join(__dirname, '../client/modules');
/** Layouts of charts, which components bring into the bundle. */
const CHARTS = join(__dirname, '../charts');
const HASH_CHARACTERS = 16;
const HASH_NAME = /^[0-9a-f]{16}$/;
const MAX_KEPT_BUILDS = 5;

/**
 * The bundle of engine, base components, platform modules, shell and standard components.
 *
 * It is built once for a set of packages and sources and kept in a folder named by their hash; another build begins
 * when one of them changes.
 */
export class VendorLibrary {
  readonly packages: InstalledPackages;
  private built: Promise<BuiltVendor> | undefined;
  private worker: Worker | undefined;
  private moduleNames: ReadonlySet<string> | undefined;

  /** @param cache folder for finished builds; may be deleted at any time */
  constructor(private readonly cache: string) {
    this.packages = installedPackages(__filename);
  }

  /**
   * The finished build; starts it on the first call.
   * @throws LocalOrgError PAGES_BUILD_FAILED
   */
  ready(): Promise<BuiltVendor> {
    this.built ??= this.find();
    return this.built;
  }

  /** Whether the bundle has a module of that name: `lightning/button`. */
  hasModule(specifier: string): boolean {
    this.moduleNames ??= new Set(vendorModules(this.packages, clientModules(CLIENT)));
    return this.moduleNames.has(specifier);
  }

  /** Gives up a build that is under way. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private async find(): Promise<BuiltVendor> {
    const folder = join(this.cache, this.hash());
    if (!readManifest(folder)) await this.build(folder);
    const manifest = readManifest(folder);
    if (!manifest) throw new Error(`The build left no manifest in ${folder}`);
    return { folder, manifest };
  }

  /** Of everything that decides what a build makes. */
  private hash(): string {
    const hash = createHash('sha256').update(this.packages.versions.join());
    for (const folder of [CLIENT, CHARTS, __dirname]) {
      for (const file of filesBelow(folder)) hash.update(file).update(readFileSync(join(folder, file)));
    }
    return hash.digest('hex').slice(0, HASH_CHARACTERS);
  }

  private async build(output: string): Promise<void> {
    mkdirSync(this.cache, { recursive: true });
    // The thread gets plain JavaScript: which loader of TypeScript this process has is not its business.
    const script = join(this.cache, `build-${process.pid}.cjs`);
    buildSync({
      entryPoints: [join(__dirname, 'vendor-worker.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
    });
    this.worker = new Worker(script, {
      workerData: { project: __filename, client: CLIENT, output },
      execArgv: [],
    });
    const problem = await outcomeOf(this.worker);
    this.worker = undefined;
    rmSync(script, { force: true });
    rmSync(partialFolder(output), { recursive: true, force: true });
    if (problem !== null) throw buildFailed(problem);
    this.removeOldBuilds();
  }

  /** Of builds for other sources the latest are kept: somebody may go back to them, or run them in another process. */
  private removeOldBuilds(): void {
    const builds = readdirSync(this.cache)
      .filter((name) => HASH_NAME.test(name))
      .map((name) => join(this.cache, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const folder of builds.slice(MAX_KEPT_BUILDS)) rmSync(folder, { recursive: true, force: true });
  }
}

/** What the build's thread has to say in the end: null when all is well. */
async function outcomeOf(worker: Worker): Promise<string | null> {
  const outcome = await new Promise<string | null>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve('it was given up'));
  });
  await worker.terminate();
  return outcome;
}

function buildFailed(problem: string): LocalOrgError {
  return new LocalOrgError('PAGES_BUILD_FAILED', `The Lightning pages could not be built: ${problem}`, {
    actions: [
      'Correct the files that the message names, then restart the org',
      'Or install the packages again: npm ci',
    ],
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
