/** Answer for one record of a collection. */
export interface SaveAnswer {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

/** Answer for one approval request. */
export interface ProcessAnswer {
  readonly success: boolean;
  readonly instanceStatus: string | null;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[] | null;
}

/** What the org says about a record that it refused; nothing when it was saved. */
export function messagesOf({ success, errors }: SaveAnswer): string[] {
  return success ? [] : errors.map(({ message }) => message);
}

/** One request of `process/approvals`. */
export function approvalRequest(actionType: string, contextId: string, comments = 'Please look') {
  return { actionType, contextId, comments };
}
