import type { ClientModule } from './client-modules';
import type { InstalledPackages } from './installed-packages';

/**
 * Modules that base components offer but that are left out: the icon templates, since icons come from the sprites of
 * SLDS, and a scanner for mobile devices.
 */
const LEFT_OUT = /^lightning\/(?:iconSvgTemplates|barcodeScanner)/;

/** Names of the modules of the vendor bundle that others may import. */
export function vendorModules(
  { exposedModules }: InstalledPackages,
  client: readonly ClientModule[],
): string[] {
  const exposed = exposedModules.filter((name) => !LEFT_OUT.test(name));
  return [...new Set(['lwc', ...exposed, ...client.map(({ specifier }) => specifier)])];
}
