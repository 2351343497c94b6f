/** The user on whose behalf a request runs. */
export interface RunningUser {
  /** 18-character id. */
  readonly id: string;
  readonly username: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** IANA name: `America/Los_Angeles`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

/**
 * Whether object, field and record access of the running user count.
 * API requests run in user mode; flows and Apex mostly in system mode.
 */
export type AccessMode = 'user' | 'system';

/** Who asks, and how. Passed down with every query and save. */
export interface RequestContext {
  readonly user: RunningUser;
  readonly mode: AccessMode;
  /** 50 to 67. */
  readonly apiVersion: number;
  /**
   * Whether records are restricted to those shared with the user although the mode is `system`: Apex `with sharing` and
   * flows in system mode with sharing. User mode always restricts them.
   */
  readonly sharing?: boolean;
  /** What the request's headers say about saves; automation that saves in the request's course follows them too. */
  readonly saveHeaders?: SaveHeaders;
}

/** Whether the request reaches only records that are shared with its user. */
export function restrictedBySharing(context: RequestContext): boolean {
  return context.mode === 'user' || context.sharing === true;
}

/** The request in full system mode, as automation in its course runs. */
export function inSystemMode(context: RequestContext): RequestContext {
  return { ...context, mode: 'system', sharing: false };
}

/**
 * Headers of a request that change what its saves do.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers.htm
 */
export interface SaveHeaders {
  /** `Sforce-Duplicate-Rule-Header: allowSave=true`: alerts of duplicate rules do not hold up the save. */
  readonly allowDuplicateSave?: boolean;
  /** `runAsCurrentUser`: duplicate rules look only at records that the user may read, also those that bypass sharing. */
  readonly duplicatesAsCurrentUser?: boolean;
  /**
   * `Sforce-Auto-Assign`: whether the active assignment rule gives leads and cases their owner. True for REST unless the
   * header says otherwise, false for everything else.
   */
  readonly autoAssign?: boolean;
}
