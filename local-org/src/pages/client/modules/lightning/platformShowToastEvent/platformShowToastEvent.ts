/** @see https://developer.salesforce.com/docs/platform/lwc/guide/use-toast.html */
export interface ToastEventConfig {
  readonly title?: string;
  readonly message?: string;
  /** Texts or links for the places `{0}`, `{1}` of the message. */
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

export const ShowToastEventName = 'lightning__showtoast';

/** Event that shows a toast at the top of the page. */
export class ShowToastEvent extends CustomEvent<ToastEventConfig> {
  constructor(config: ToastEventConfig) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: { ...config } });
  }
}
