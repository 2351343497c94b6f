import { escapeHtml } from '../../core';
import { STATIC_PATH, STYLESHEET, VENDOR_PATH } from '../assets';
import { COMPONENT_MODULES } from '../modules/component-modules';
import { PLATFORM_MODULES } from '../modules/platform-modules';
import { scriptJson } from '../script-json';
import type { VendorManifest } from '../vendor/vendor-manifest';
import type { ShellContext } from './shell-context';

/** A page as it is sent: its text, and the import map in it, which the security policy names. */
export interface ShellPage {
  readonly html: string;
  readonly importMap: string;
}

/** Module that starts the shell. */
const START_MODULE = 'shell/start';

/** The HTML that all Lightning addresses answer; what they show is up to the shell that it starts. */
export function renderShell(manifest: VendorManifest, context: ShellContext): ShellPage {
  const importMap = scriptJson({ imports: imports(manifest) });
  const addressOf = (specifier: string): string => VENDOR_PATH + (manifest.modules[specifier] ?? '');
  // Fetched while the browser reads the page, not one after the other as they name each other.
  const preloads = manifest.bundles.map((file) => `<link rel="modulepreload" href="${VENDOR_PATH}${file}">`);
  const html = `<!DOCTYPE html>
<html lang="${escapeHtml(context.user.language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(context.org.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${STATIC_PATH}logo.svg">
<link rel="stylesheet" href="${STYLESHEET}">
<link rel="stylesheet" href="${STATIC_PATH}shell.css">
<script type="importmap">${importMap}</script>
${preloads.join('\n')}
<script type="module" src="${VENDOR_PATH}${manifest.syntheticShadow}"></script>
<script type="module" src="${addressOf(START_MODULE)}"></script>
</head>
<body class="slds-scope">
<div id="shell"></div>
<noscript>Lightning pages need JavaScript.</noscript>
<script type="application/json" id="shell-context">${scriptJson(context)}</script>
</body>
</html>
`;
  return { html, importMap };
}

function imports(manifest: VendorManifest): Record<string, string> {
  const vendor = Object.entries(manifest.modules).map(([name, file]) => [name, VENDOR_PATH + file]);
  return {
    ...(Object.fromEntries(vendor) as Record<string, string>),
    '@salesforce/': PLATFORM_MODULES,
    'c/': COMPONENT_MODULES,
  };
}
