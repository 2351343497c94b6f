/** A part of a text: as written, or a reference to be filled in. */
export type TemplatePart =
  | { readonly isReference: false; readonly text: string }
  | { readonly isReference: true; readonly path: string; readonly text: string };

const MERGE_FIELD = /\{!\s*([^{}\s]+)\s*\}/g;
const known = new Map<string, readonly TemplatePart[]>();

/** Cuts a text at its merge fields: `Hi {!User_Name}!` has three parts. */
export function splitTemplate(template: string): readonly TemplatePart[] {
  let parts = known.get(template);
  if (!parts) known.set(template, (parts = split(template)));
  return parts;
}

/** The references in a text. */
export function referencesIn(template: string): string[] {
  return splitTemplate(template).flatMap((part) => (part.isReference ? [part.path] : []));
}

function split(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(MERGE_FIELD)) {
    if (match.index > end) parts.push({ isReference: false, text: template.slice(end, match.index) });
    parts.push({ isReference: true, path: match[1] ?? '', text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < template.length || parts.length === 0)
    parts.push({ isReference: false, text: template.slice(end) });
  return parts;
}
