import type { ObjectInfoRepresentation } from 'shell/uiApiTypes';

const FALLBACK = 'standard:record';
/** `https://host/img/icon/t4v35/standard/opportunity_120.png`, `.../custom/custom20_120.png` */
const ICON_URL = /\/(standard|custom|action)\/(\w+?)(?:_\d+)?\.(?:png|svg)/;

/** The icon of an object in the design system's sprites, by the address that the org gives for it. */
export function objectIcon(objectInfo: Pick<ObjectInfoRepresentation, 'themeInfo'> | undefined): string {
  return iconOfUrl(objectInfo?.themeInfo?.iconUrl);
}

/** `standard:opportunity` of an icon's address; a neutral one when it names none. */
export function iconOfUrl(url: string | null | undefined): string {
  const [, category, name] = ICON_URL.exec(url ?? '') ?? [];
  return category !== undefined && name !== undefined ? `${category}:${name}` : FALLBACK;
}
