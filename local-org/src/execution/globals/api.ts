import type { FormulaGlobal } from '../formula-globals';
import { GLOBALS_DOCUMENTATION } from './row-global';

const PATHS: readonly { readonly pattern: RegExp; readonly path: string }[] = [
  { pattern: /^enterprise_server_url_(\d\d)0$/i, path: '/services/Soap/c/' },
  { pattern: /^partner_server_url_(\d\d)0$/i, path: '/services/Soap/u/' },
];

/** `$Api.Partner_Server_URL_670`: addresses of the SOAP API. `$Api.Session_ID` is not supported and does not compile. */
export const apiGlobal: FormulaGlobal = {
  documentation: GLOBALS_DOCUMENTATION,
  type: ([name = '', ...more], services) =>
    more.length === 0 && services.serverUrl && pathOf(name) ? 'Text' : undefined,
  value: ([name = ''], services) => {
    const path = pathOf(name);
    const address = services.serverUrl?.();
    return path && address ? address + path : null;
  },
};

function pathOf(name: string): string | undefined {
  for (const { pattern, path } of PATHS) {
    const version = pattern.exec(name)?.[1];
    if (version !== undefined) return `${path}${version}.0`;
  }
  return undefined;
}
