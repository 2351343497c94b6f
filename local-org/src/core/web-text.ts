const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Writes text so that it is only text in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A cookie's value in a Cookie header; undefined when it is not there. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const prefix = `${name}=`;
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}

/**
 * An address without the server that it names, so that a link cannot lead elsewhere: `//evil.example/x` and
 * `https://evil.example/x?y=1` are `/x?y=1`, `lightning/page/home` is `/lightning/page/home`.
 */
export function localPath(address: string): string {
  const { pathname, search, hash } = new URL(address.replace(/^[\\/]+/, ''), 'http://localhost/');
  return pathname.replace(/^\/{2,}/, '/') + search + hash;
}
