/** An open session: where to send calls, and the token to send them with. */
export interface Session {
  /** `https://example.my.salesforce.com`, without a slash at the end. */
  readonly instanceUrl: string;
  readonly accessToken: string;
}

/** A way to open a session. No way stores a password. */
export interface SessionSource {
  /** Shown in messages: `user@example.com at https://login.salesforce.com`. */
  readonly description: string;
  /**
   * Opens a session; called once at the start and once each time a session has expired.
   * @throws AuthenticationError, ConnectionError
   */
  open(): Promise<Session>;
}
