/** Modules of the base components that the shell uses; the package declares no types of its own. */
declare module 'lightning/iconUtils' {
  /** Address of an icon in the sprites of the design system: `utility:add`. */
  export function getIconPath(iconName: string, direction?: 'ltr' | 'rtl'): string;
  /** `add` of `utility:add`; empty for no icon name. */
  export function getName(iconName: string): string;
}

declare module 'lightning/toast' {
  interface ToastConfig {
    readonly label: string;
    readonly labelLinks?: unknown;
    readonly message?: string | undefined;
    readonly messageLinks?: unknown;
    readonly variant?: string;
    readonly mode?: string;
  }
  const Toast: { show(config: ToastConfig): void };
  export default Toast;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  /** A dialog: `await MyModal.open({ size: 'small', label: 'Title' })` settles with what `close` was given. */
  export default class LightningModal extends LightningElement {
    static open(config: Readonly<Record<string, unknown>>): Promise<unknown>;
    size: string;
    label: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}

declare module 'lightning/confirm' {
  /** A question that is answered by OK or Cancel. */
  const LightningConfirm: { open(config: Readonly<Record<string, unknown>>): Promise<boolean> };
  export default LightningConfirm;
}

declare module 'lightning/datatable' {
  import { LightningElement } from 'lwc';
  export default class Datatable extends LightningElement {
    static customTypes: Readonly<Record<string, object>>;
  }
}

declare module 'lightning/purifyLib' {
  /** Leaves of HTML only what is no danger to a page. */
  export default function sanitizeHtml(html: string): string;
}
