import { createHash } from 'node:crypto';

/**
 * The policy of a Lightning page: scripts come from the org alone, inline only the import map of that hash; nothing is
 * loaded from, sent to or framed by another machine.
 *
 * Styles may be inline: the engine writes the stylesheets of components into the page.
 */
export function contentSecurityPolicy(importMap: string): string {
  const hash = createHash('sha256').update(importMap).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
