export const CLOSE_ACTION_SCREEN = 'close_action_screen';

/** Closes the dialog in which a quick action runs. @see https://developer.salesforce.com/docs/platform/lwc/guide/use-quick-actions-screen.html */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor(options: { readonly bubbles?: boolean; readonly composed?: boolean } = {}) {
    super(CLOSE_ACTION_SCREEN, { bubbles: options.bubbles ?? true, composed: options.composed ?? true });
  }
}
