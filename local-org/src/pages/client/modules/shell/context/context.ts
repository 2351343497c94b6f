import type { ShellContext } from '../../../../shell-page/shell-context';

/** Whose page this is, of which org: the server writes it into the page. */
export const context: ShellContext = readContext();

function readContext(): ShellContext {
  const element = document.getElementById('shell-context');
  if (!element?.textContent) throw new Error('The page has no context');
  return JSON.parse(element.textContent) as ShellContext;
}
