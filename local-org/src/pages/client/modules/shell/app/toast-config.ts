import type { ToastEventConfig } from 'lightning/platformShowToastEvent';

/** What `lightning/toast` takes. */
interface ToastConfig {
  readonly label: string;
  readonly message: string | undefined;
  readonly messageLinks?: Readonly<Record<string, { readonly url: string; readonly label: string }>>;
  readonly variant: string;
  readonly mode: 'dismissible' | 'sticky';
}

const PLACE = /\{(\d+)\}/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A toast of the platform's event as the base component takes it. Texts of `messageData` are put into their places;
 * links are left to the component, which then draws the whole message as HTML.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/use-toast.html
 */
export function toastConfig(config: ToastEventConfig): ToastConfig {
  const { title = '', message, messageData = [], variant = 'info', mode } = config;
  const links = messageData.flatMap((entry, place) =>
    typeof entry === 'string'
      ? []
      : [[String(place), { url: escapeHtml(entry.url), label: escapeHtml(entry.label) }] as const],
  );
  const hasLinks = links.length > 0;
  const asText = (text: string): string => (hasLinks ? escapeHtml(text) : text);
  const filled =
    message &&
    asText(message).replace(PLACE, (written, place: string) => {
      const entry = messageData[Number(place)];
      return typeof entry === 'string' ? asText(entry) : written;
    });
  return {
    label: title,
    message: filled,
    ...(hasLinks && { messageLinks: Object.fromEntries(links) }),
    variant,
    // A toast that pesters goes by itself, as a dismissible one does.
    mode: mode === 'sticky' ? 'sticky' : 'dismissible',
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
